import { hash } from '@node-rs/argon2';
import { logins, people } from '#accounts/server/tables.ts';
import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { DeskRole, Person, SchoolRole } from '#accounts/rules/who.ts';
import type { Database } from '#platform/db/database.ts';
import { foundBy, schools } from '#schools/server/schools.ts';
import type { Moving, Opening } from '#tickets/rules/ticket.ts';
import { addPersonTo } from '#tickets/server/colleagues/colleagues.ts';
import { tagTicket } from '#tickets/server/tags/tags.ts';
import { assignTicket, changeTicket, noteOn, openTicket } from '#tickets/server/tickets.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { announceIn } from './announcements.ts';
import { sendMove, sendReply } from '#tickets/server/sending/sending.ts';
import { cast_desk, cast_password, cast_schools, type CastName, type CastSchool } from './cast.ts';
import { deskTime } from './desk-time.ts';
import { episodesAt } from './episodes.ts';
import { openDoors, trainTown } from './town-training.ts';

/** Somebody of the cast, as a person who acts without a session. */
export type Actors = Record<CastName, Person>;

/** Builds the town into an empty, migrated database: schools, people, logins, and tickets by the deeds themselves. */
export async function buildTown(database: Database, now: Date): Promise<Actors> {
  const actors = await settle(database, now);
  await trainTown(database, actors, now);
  for (const episode of episodesAt(now)) await play(database, actors, now, episode);
  await announceIn(now, (name, at, work) =>
    database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: at, lang: 'en', code_wall: true }),
    ),
  );
  return actors;
}

const acting = {
  session_id: null,
  token_id: null,
  scopes: ['read', 'write', 'administer'] as const,
  zone: 'America/Vancouver',
  desk: first_desk_time,
};

/** The town's password is known to everybody: its hash costs next to nothing, and so do the sign-ins of the tests. */
const cheap = { memoryCost: 1024, timeCost: 1, parallelism: 1 };

/** Schools, people and their logins; one hash serves all. */
async function settle({ owner }: Database, now: Date): Promise<Actors> {
  const password_hash = await hash(cast_password, cheap);
  const created_at = new Date(now.getTime() - 300 * 86_400_000);
  const since = created_at.toISOString().slice(0, 10);
  const stands = {
    since: { trained_from: since, stage1_from: since, suspended_from: null },
    today: now.toISOString().slice(0, 10),
  };
  const actors = {} as Actors;
  const addPerson = async (name: CastName, roles: readonly (SchoolRole | DeskRole)[], school_id?: number) => {
    const [{ id }] = (await owner
      .insert(people)
      .values({ name, roles: [...roles], created_at, ...(school_id && { school_id }) })
      .returning({ id: people.id })) as [{ id: number }];
    return id;
  };
  const addSchool = async ({ people: contacts, username, facts, ...school }: CastSchool) => {
    const [{ id: school_id }] = (await owner
      .insert(schools)
      .values({ ...school, found_by: foundBy(school.name, school.code, school.town), created_at })
      .returning({ id: schools.id })) as [{ id: number }];
    await owner.insert(logins).values({ username, password_hash, school_id, created_at });
    for (const { name, roles } of contacts as readonly { name: CastName; roles: SchoolRole[] }[]) {
      const person_id = await addPerson(name, roles, school_id);
      actors[name] = { ...acting, ...stands, side: 'school', person_id, name, roles, school_id };
    }
    await openDoors(owner, { id: school_id, created_at }, facts);
  };
  const all: readonly CastSchool[] = cast_schools;
  for (const school of all.filter(({ facts }) => !facts)) await addSchool(school);
  for (const { name, username, roles } of cast_desk) {
    const person_id = await addPerson(name, roles);
    await owner.insert(logins).values({ username, password_hash, person_id, created_at });
    actors[name] = { ...acting, side: 'desk', person_id, name, roles };
  }
  for (const school of all.filter(({ facts }) => facts)) await addSchool(school);
  return actors;
}

/** One ticket's story as it is told to `play`: who opens it and what everybody does then. */
export interface Episode {
  by: CastName;
  /** How long before now it was opened, in hours of the desk (8:00 to 16:00, Monday to Friday). */
  hours_ago: number;
  opening: Opening;
  then: readonly Scene[];
}

/** Desk hours after the one before, who, and what. */
export type Scene = [hours: number, by: CastName, deed: Deed];
export type Deed =
  | { reply: string; thanks?: boolean }
  | { note: string }
  | { assign: CastName | null }
  | { add: CastName }
  | { tag: string[] }
  | { change: { category?: Opening['category']; urgency?: Opening['urgency']; impact?: Opening['impact'] } }
  | Moving;

/** Plays an episode as its people did it. */
export async function play(database: Database, actors: Actors, now: Date, episode: Episode): Promise<void> {
  let at = deskTime(now, -episode.hours_ago);
  const as = <T>(name: CastName, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: at, lang: 'en', code_wall: true }),
    );
  const { number } = await as(episode.by, ctx => openTicket(ctx, episode.opening));
  for (const [hours, by, deed] of episode.then) {
    at = deskTime(at, hours);
    await as(by, ctx => act(ctx, actors, number, deed));
  }
}

/** What the town tells was said long ago: nothing of it waits. */
const at_once = false;

function act(ctx: Ctx, actors: Actors, number: number, deed: Deed): Promise<unknown> {
  if ('move' in deed) return sendMove(ctx, number, deed, at_once);
  if ('reply' in deed) return sendReply(ctx, number, { text: deed.reply, thanks: deed.thanks }, at_once);
  if ('note' in deed) return noteOn(ctx, number, { text: deed.note });
  if ('change' in deed) return changeTicket(ctx, number, deed.change);
  if ('tag' in deed) return tagTicket(ctx, number, { add: deed.tag, remove: [] });
  if ('add' in deed) return addPersonTo(ctx, number, actors[deed.add].person_id);
  return assignTicket(ctx, number, deed.assign === null ? null : actors[deed.assign].person_id);
}
