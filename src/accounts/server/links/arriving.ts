import type { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import type { DeskTime } from '#sla/rules/desk-hours.ts';
import { stateOfLink, type LinkState, type LinkUsed } from '../../rules/links.ts';
import type { AtDesk, DeskRole } from '../../rules/who.ts';
import { actorOf } from '../acting.ts';
import { unlessTaken } from '../people.ts';
import { hashPassword } from '../sign-in/passwords.ts';
import { hashOf } from '../sign-in/secrets.ts';
import type { Entrance } from '../sign-in/sign-in.ts';
import { endSessionsOfPerson } from '../sign-in/store.ts';
import { insertLogin, insertPerson, setPassword } from '../store.ts';
import { recordDeed } from '../story/story.ts';
import { deskTime } from '../igroup/store.ts';
import { linkOf, useUp, type LinkRow } from './store.ts';

/** Who came by an invitation: what a session is opened for. */
export interface Arrived {
  person_id: number;
  login_id: number;
}

/** The link of a secret, still good. Refuses with not_found what never was one, not_now and why what is over. */
export async function openLink(db: Db, secret: string, now: Date): Promise<LinkRow> {
  const link = await linkOf(db, { secret_hash: hashOf(secret) });
  if (!link) throw notFound();
  refuseOver(link, now);
  return link;
}

/** Refuses with not_now, and why, a link that opens nothing any more. */
export function refuseOver(link: LinkRow, now: Date): void {
  const state = link.left_at ? 'withdrawn' : stateOfLink(link, now);
  if (state !== 'open') throw notNow(over[state]);
}

/**
 * Uses a link with the password that she chose: she comes into the iGroup, or her password is another one and all her
 * sessions end. Answers who came; undefined for a reset, after which she signs in as always.
 */
export async function useLink(
  { database, clock }: Entrance,
  { secret, password }: z.output<typeof LinkUsed>,
): Promise<Arrived | undefined> {
  const link = await openLink(database.owner, secret, clock());
  const password_hash = await hashPassword(password);
  return database.transact(actorOf({ side: 'system', job: 'links' }), async db => {
    if (link.kind === 'invitation') return arrive(db, link, { now: clock(), password_hash });
    return reset(db, link, { now: clock(), password_hash });
  });
}

/**
 * The person, her login and the line in the story, made in her own name. `beside` is done for her in the same
 * transaction. Refuses with not_now when the link was used or withdrawn this very moment, and a user name that
 * somebody was given meanwhile.
 */
export async function arrive(
  db: Db,
  link: LinkRow,
  {
    now,
    password_hash,
    beside,
  }: { now: Date; password_hash: string | null; beside?: (me: AtDesk) => Promise<void> },
): Promise<Arrived> {
  const { name, roles, username } = link;
  const { id: person_id } = await insertPerson(db, { name, roles, created_at: now });
  const login_id = await unlessTaken('username', () =>
    insertLogin(db, { username, password_hash, person_id, created_at: now }),
  );
  await useUpNow(db, link, { person_id, now });
  const who = herself(person_id, link, await deskTime(db));
  await beside?.(who);
  await recordDeed(
    { who, db, now },
    { kind: 'invitation_used', audience: 'desk', facts: { ...about(link), person: person_id } },
  );
  return { person_id, login_id };
}

async function reset(db: Db, link: LinkRow, { now, password_hash }: { now: Date; password_hash: string }) {
  const person_id = link.person_id!;
  await useUpNow(db, link, { person_id, now });
  await setPassword(db, person_id, password_hash);
  await endSessionsOfPerson(db, person_id, now);
  await recordDeed(
    { who: herself(person_id, link, await deskTime(db)), db, now },
    { kind: 'password_reset', audience: 'desk', facts: { ...about(link), person: person_id } },
  );
  return undefined;
}

async function useUpNow(db: Db, { id }: LinkRow, used: { person_id: number; now: Date }): Promise<void> {
  if (!(await useUp(db, id, used))) throw notNow(over.used);
}

const about = ({ id, roles }: LinkRow) => ({ link: id, roles: roles.join(',') });

/** She acts by her link: there is no session yet. */
const herself = (person_id: number, { name, roles }: LinkRow, desk: DeskTime): AtDesk => ({
  ...{ side: 'desk', person_id, name, zone: desk.zone, desk },
  ...{ session_id: null, token_id: null, scopes: [] },
  roles: roles as DeskRole[],
});

const over: Record<Exclude<LinkState, 'open'>, Words> = {
  used: {
    en: 'This link was used already. Sign in, or ask an administrator for another link.',
    fr: 'Ce lien a déjà servi. Connectez-vous, ou demandez un autre lien à l’administration.',
  },
  withdrawn: {
    en: 'This link was withdrawn or replaced by a newer one. Ask the administrator who gave it to you.',
    fr: 'Ce lien a été retiré ou remplacé par un plus récent. Demandez à la personne qui vous l’a remis.',
  },
  expired: {
    en: 'This link is over. Ask an administrator for another one.',
    fr: 'Ce lien est expiré. Demandez-en un autre à l’administration.',
  },
};
