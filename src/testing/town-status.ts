import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { localDay } from '#sla/rules/zones.ts';
import type { NewNotice } from '#status/rules/notice.ts';
import { gatherTickets } from '#status/server/problems/gathering.ts';
import { sayMeToo } from '#status/server/problems/me-toos.ts';
import { tellUpdate } from '#status/server/telling.ts';
import { beginNotice, publishNotice } from '#status/server/writing.ts';
import { openTicket } from '#tickets/server/tickets.ts';
import { status_systems } from '#status/server/tables.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

interface Told {
  about: Omit<NewNotice, 'system' | 'lang' | 'category' | 'ends' | 'starts'> & Partial<NewNotice>;
  /** Of which system, by its English name. */
  of: string;
  hours_ago: number;
  updates: { hours_ago: number; text: string; move?: 'solve' | 'cancel' }[];
}

/** One that runs, work that is planned, two that are solved with what was told meanwhile. */
const notices = (day: (ahead: number) => string): Told[] => [
  {
    about: {
      ...{ kind: 'incident', severity: 'slow', for: { kind: 'public' } },
      title: 'Saving marks is slow',
      text: 'Saving marks takes up to a minute, mostly between 8:00 and 10:00. Nothing is lost: please press **Save** once and wait.',
    },
    ...{ of: 'Student information system', hours_ago: 3 },
    updates: [
      {
        hours_ago: 2,
        text: 'The province’s service desk has the problem and looks for its cause. We tell more by noon.',
      },
    ],
  },
  {
    about: {
      ...{ kind: 'planned_work', severity: 'down', for: { kind: 'public' } },
      title: 'The student information system is closed for its autumn update',
      text: 'You cannot sign in during the update. Please print what you need for the next morning before that.',
      ...{ starts: `${day(8)}T18:00`, ends: `${day(8)}T22:00` },
    },
    ...{ of: 'Student information system', hours_ago: 30, updates: [] },
  },
  {
    about: {
      ...{ kind: 'incident', severity: 'down', for: { kind: 'public' } },
      title: 'Nobody could sign in',
      text: 'The sign-in page answered with an error.',
    },
    ...{ of: 'Sign-in', hours_ago: 215 },
    updates: [
      { hours_ago: 214, text: 'A certificate had run out over night. It is being replaced.' },
      {
        hours_ago: 213,
        text: 'The certificate is replaced, and everybody can sign in again.',
        move: 'solve',
      },
    ],
  },
  {
    about: {
      ...{ kind: 'incident', severity: 'partly', for: { kind: 'schools' } },
      title: 'Transcripts came without the school’s address',
      text: 'Transcripts that were printed since Monday have an empty line in place of the address.',
    },
    ...{ of: 'Reports', hours_ago: 410 },
    updates: [
      {
        hours_ago: 408,
        text: 'It is mended. Transcripts that were printed before must be printed again.',
        move: 'solve',
      },
    ],
  },
];

const known: Told['about'] = {
  ...{ kind: 'known_problem', severity: 'partly', for: { kind: 'schools' }, category: 'printing_reports' },
  title: 'Report cards print as white pages',
  text: 'The preview on the screen is right, but the printed pages stay white. Until it is solved, save the report cards as a PDF and print that file.',
};
const words = [
  ['Dolores Peña', 'Report cards print white', 'In the preview they are fine. All printed pages stay white.'],
  ['Ruth Ɂelhdaqox', 'Printed report cards are empty', 'We tried two printers. White pages on both.'],
] as const satisfies [CastName, string, string][];
const also = [
  ['Hannah de Vries', { browser: 'Edge 140', system: 'Windows 11', computers: 4 }],
  ['Élodie Gagnon', { browser: 'Firefox 145', system: 'Windows 10', computers: 1 }],
  ['Liam O’Brien', { browser: 'Edge 140', system: 'Windows 11', computers: null }],
] as const satisfies [CastName, object][];

/** What the town's group tells of the system, and who has the known problem too. */
export async function tellTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const as = <T>(name: CastName, hours_ago: number, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: deskTime(now, -hours_ago), lang: 'en', code_wall: true }),
    );
  const systems = await database.owner.select().from(status_systems);
  const day = (ahead: number) => dateOfDay(localDay(now, 'America/Vancouver') + ahead);
  const tell = async ({ about, of, hours_ago, updates }: Told): Promise<string> => {
    const system = systems.find(({ name_en }) => name_en === of)!.id;
    const given = { lang: 'en', category: 'sis_error', ends: null, ...about, system } as const;
    const { id, inside } = await as('Nadia Petrov', hours_ago, ctx => beginNotice(ctx, given));
    await as('Nadia Petrov', hours_ago, ctx => publishNotice(ctx, id, inside!.edition));
    for (const { hours_ago: later, ...update } of updates)
      await as('Nadia Petrov', later, ctx => tellUpdate(ctx, id, update, false));
    return id;
  };
  for (const told of notices(day).toReversed()) await tell(told);
  const tickets: number[] = [];
  for (const [name, subject, description] of words) {
    const about = { category: 'printing_reports', impact: 'one_office_or_class', urgency: 'normal' } as const;
    tickets.push((await as(name, 6, ctx => openTicket(ctx, { ...about, subject, description }))).number);
  }
  const problem = await tell({ about: known, of: 'Printing', hours_ago: 5, updates: [] });
  await as('Maya Chen', 5, ctx => gatherTickets(ctx, problem, tickets));
  for (const [name, said] of also)
    await as(name, 4, ctx => sayMeToo(ctx as Parameters<typeof sayMeToo>[0], problem, { ...said }));
  await as('Nadia Petrov', 1, ctx =>
    tellUpdate(
      ctx,
      problem,
      { text: 'The maker of the report viewer has sent a correction, which is being tried.' },
      false,
    ),
  );
}
