import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import { askForRights } from '#rights/server/asking.ts';
import { approveRequest, doneRequest, prepareRequest } from '#rights/server/requests.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { localDay } from '#sla/rules/zones.ts';
import { sendMove } from '#tickets/server/sending/sending.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

/** What somebody asks for, how many desk hours ago, and for how many days from then. */
type Wish = Pick<Parameters<typeof askForRights>[1], 'name' | 'job' | 'kind' | 'at_schools' | 'why'> & {
  by: CastName;
  hours_ago: number;
  days?: number;
};

const held: readonly Wish[] = [
  {
    by: 'Priya Nair',
    hours_ago: 150,
    name: 'Jo Park',
    job: 'Teacher, grade 7',
    kind: 'marks',
    why: 'She prepares the report cards of the middle school.',
  },
  {
    by: 'Priya Nair',
    hours_ago: 70,
    days: 22,
    name: 'Dana Cole',
    job: 'Counsellor on leave cover',
    kind: 'student_services',
    why: 'She covers for our counsellor until the winter break.',
  },
  {
    by: 'Joan Whitehorse',
    hours_ago: 120,
    name: 'Liam O’Brien',
    kind: 'attendance',
    why: 'He is in the office in the mornings.',
  },
  // Ended some days ago, and nobody has taken it away yet.
  {
    by: 'Hannah de Vries',
    hours_ago: 80,
    days: 9,
    name: 'Rui Matos',
    job: 'Practicum student',
    kind: 'class_teacher',
    why: 'For the two weeks of his practicum.',
  },
];
const shared: Wish = {
  by: 'Wei Zhang',
  hours_ago: 100,
  days: 210,
  name: 'Ana Lopez',
  job: 'Itinerant teacher',
  kind: 'several_schools',
  at_schools: 'Dogwood Secondary, St. Anne’s',
  why: 'She teaches French at both schools.',
};
const waiting: Wish = {
  by: 'Grant Bell',
  hours_ago: 9,
  days: 180,
  name: 'Mei Tran',
  job: 'Accreditation team',
  kind: 'district_reporting',
  at_schools: 'All schools of the consortium',
  why: 'She compiles the accreditation report.',
};
const asked: Wish = {
  by: 'Joan Whitehorse',
  hours_ago: 3,
  name: 'Kit Moss',
  job: 'Secretary from January',
  kind: 'demographics',
  why: 'Kit takes over the office and enrols students.',
};

/** Nobody has changed what was asked. */
const as_asked = { edits: 0 };

/**
 * Rights at several schools: held for good and to a day, asked for, waiting for a second person, ending soon, over. The
 * tickets of those that end the software opens when the town wakes up.
 */
export async function giveRights(database: Database, actors: Actors, now: Date): Promise<void> {
  const as = <T>(name: CastName, at: Date, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: at, lang: 'en', code_wall: true }),
    );
  const ask = async ({ by, hours_ago, days, ...wish }: Wish) => {
    const at = deskTime(now, -hours_ago);
    const today = localDay(at, 'America/Vancouver');
    const until = days === undefined ? {} : { until: dateOfDay(today + days) };
    const asking = { action: 'add' as const, from: dateOfDay(today), ...until, ...wish };
    const { ticket } = await as(by, at, ctx => askForRights(ctx, asking));
    return { ticket, later: deskTime(at, 1) };
  };
  const finish = async (ticket: number, at: Date) => {
    await as('Ines Roy', at, ctx => doneRequest(ctx, ticket));
    const answer = 'It is set up in the student information system. Sign in there again to see it.';
    const solved = { move: 'resolve', resolution_code: 'solved_l1', minutes: 10, answer } as const;
    await as('Ines Roy', at, ctx => sendMove(ctx, ticket, solved, false));
  };
  for (const wish of held) {
    const { ticket, later } = await ask(wish);
    await as('Ines Roy', later, ctx => approveRequest(ctx, ticket, as_asked));
    await finish(ticket, later);
  }
  const { ticket, later } = await ask(shared);
  await as('Ines Roy', later, ctx => prepareRequest(ctx, ticket, as_asked));
  await as('Nadia Petrov', later, ctx => approveRequest(ctx, ticket, as_asked));
  await finish(ticket, later);
  const before_second = await ask(waiting);
  await as('Ines Roy', before_second.later, ctx => prepareRequest(ctx, before_second.ticket, as_asked));
  await ask(asked);
}
