import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Asking, ScopeSaid, Told } from '#configuration/rules/request.ts';
import { decideRequest, settleRequest } from '#configuration/server/deciding.ts';
import { completeRequest, rollBack } from '#configuration/server/doing.ts';
import { askForChange } from '#configuration/server/requests.ts';
import type { Database } from '#platform/db/database.ts';
import { listWaves } from '#schools/server/waves/waves.ts';
import { listSchools } from '#schools/server/keeping.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { localDate, localDay } from '#sla/rules/zones.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

interface Wish extends Pick<Asking, 'area' | 'setting' | 'was' | 'becomes' | 'why' | 'reach'> {
  by: CastName;
  hours_ago: number;
  risks?: string;
  reach_words?: string;
  /** As it was settled, and what came of it. */
  scope?: 'own' | 'all' | { wave: string } | { schools: string[] };
  told_why?: string;
  in_days?: number;
  ends?: 'planned' | 'refused' | 'done' | 'rolled_back';
}

/** A request at each point of its life, and changes for all, for a wave and for some. */
const wishes: readonly Wish[] = [
  {
    ...{ by: 'Élodie Gagnon', hours_ago: 150, area: 'codes', reach: 'own' },
    setting: 'Absence reasons: sign language interpreter',
    ...{ was: 'Not in the list', becomes: 'In the list, counted as present' },
    why: 'Two of our students are out of class with their interpreter every week.',
    ...{ scope: { schools: ['STANN', 'CEDAR', 'ESDIL'] }, ends: 'done' },
    told_why: 'Time with an interpreter is instruction, and was counted as an absence.',
  },
  {
    ...{ by: 'Wei Zhang', hours_ago: 120, area: 'report_cards', reach: 'more' },
    setting: 'Report cards: length of comments',
    ...{ was: '400 characters', becomes: '650 characters' },
    why: 'Our teachers write in two languages, and the second half is cut off.',
    ...{ scope: 'all', ends: 'done' },
    told_why: 'Comments in two languages did not fit.',
  },
  {
    ...{ by: 'Sam Okoro', hours_ago: 100, area: 'printing', reach: 'more' },
    setting: 'Printing: one queue for all report cards',
    ...{ was: 'A queue for each school', becomes: 'One queue' },
    why: 'Our queue is stuck when two classes print.',
    ...{ scope: 'all', ends: 'rolled_back' },
    told_why: 'Queues of single schools were often stuck.',
  },
  {
    ...{ by: 'Grant Bell', hours_ago: 60, area: 'attendance', reach: 'more' },
    setting: 'Attendance: when a student counts as late',
    ...{ was: 'After 5 minutes', becomes: 'After 10 minutes' },
    why: 'Our two buses come seven minutes after the bell since the bridge is closed.',
    reach_words: 'Birch has the same buses.',
    ...{ scope: { wave: 'First wave' }, in_days: 4, ends: 'planned' },
    told_why: 'Buses are slower while the bridge is closed.',
  },
  {
    ...{ by: 'Hannah de Vries', hours_ago: 50, area: 'roles', reach: 'own' },
    setting: 'Teachers may change last term’s marks',
    ...{ was: 'Not after the term is closed', becomes: 'For two more weeks' },
    why: 'Late assignments come in after the term.',
    ...{ scope: 'own', ends: 'refused' },
  },
  {
    ...{ by: 'Ruth Ɂelhdaqox', hours_ago: 9, area: 'demographics', reach: 'more' },
    setting: 'Names of students: letters of our languages',
    ...{ was: 'ʔ and ƛ are refused', becomes: 'They are kept as they are written' },
    why: 'Names of our students are written wrong on every report.',
    risks: 'The export to the ministry may not take these letters. Ask them first.',
    ...{ scope: 'all', in_days: 11 },
    told_why: 'Names in Indigenous languages can be written as they are.',
  },
  {
    ...{ by: 'Grant Bell', hours_ago: 4, area: 'scheduling', reach: 'more' },
    setting: 'Timetable: number of days in a cycle',
    ...{ was: '8 days', becomes: '10 days' },
    why: 'We go to ten days in February, and cannot enter it.',
    reach_words: 'I do not know who else it touches.',
    risks: 'Whoever has already entered next term would have to do it again.',
  },
];

const refusal = 'The province closes the term on that day. Late marks can be sent as a correction.';
const undone = { reason: 'Three schools called: their cards came out elsewhere.' };

/** Asks, settles, decides and does it, as it happened in the town. */
export async function configureTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const as = <T>(name: CastName, hours_ago: number, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: deskTime(now, -hours_ago), lang: 'en', code_wall: true }),
    );
  const day = (in_days: number) => dateOfDay(localDay(now, 'America/Vancouver') + in_days);
  const dayOf = (hours_ago: number) => localDate(deskTime(now, -hours_ago), 'America/Vancouver');
  const { items: schools } = await as('Nadia Petrov', 0, ctx =>
    listSchools(ctx, { sort: 'code', offset: 0 }),
  );
  const { items: waves } = await as('Nadia Petrov', 0, listWaves);
  const saidOf = (scope: NonNullable<Wish['scope']>): ScopeSaid =>
    typeof scope === 'string'
      ? { kind: scope }
      : 'wave' in scope
        ? { kind: 'waves', waves: waves.flatMap(({ id, name }) => (name === scope.wave ? [id] : [])) }
        : {
            kind: 'some',
            schools: schools.flatMap(({ id, code }) => (scope.schools.includes(code) ? [id] : [])),
          };
  for (const { by, hours_ago, scope, told_why, in_days, ends, ...wish } of wishes) {
    const asking: Asking = { wished_for: null, risks: null, reach_words: null, ...wish };
    const { number } = await as(by, hours_ago, ctx => askForChange(ctx, asking));
    const { setting, was, becomes } = wish;
    if (scope && told_why) {
      const told: Told = { setting, was, becomes, why: told_why };
      await as('Maya Chen', hours_ago - 1, ctx =>
        // What was planned long ago was planned for a day that was still to come then.
        settleRequest(ctx, number, {
          scope: saidOf(scope),
          told,
          planned_for: day(in_days ?? 0),
        }),
      );
    }
    if (ends === 'refused')
      await as('Nadia Petrov', hours_ago - 2, ctx =>
        decideRequest(ctx, number, { approve: false, reason: refusal }),
      );
    else if (ends)
      await as('Nadia Petrov', hours_ago - 2, ctx => decideRequest(ctx, number, { approve: true }));
    if (ends === 'done' || ends === 'rolled_back')
      await as('Maya Chen', hours_ago - 4, ctx =>
        completeRequest(ctx, number, { was, becomes, day: dayOf(hours_ago - 4) }),
      );
    if (ends === 'rolled_back')
      await as('Maya Chen', hours_ago - 12, ctx =>
        rollBack(ctx, number, {
          ...undone,
          told: 'Cards came out at other schools.',
          day: dayOf(hours_ago - 12),
        }),
      );
  }
}
