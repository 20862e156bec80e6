import type { Db } from '#platform/db/database.ts';
import { schoolCalendars } from '#schools/server/schools.ts';
import type { DeskTimes } from '#sla/rules/desk-hours.ts';
import { provinceCalendar, type SchoolCalendar } from '#sla/rules/school-days.ts';
import type { Promised } from '#sla/rules/targets.ts';
import { byTime, roundOf, school_reminders, waitsSince, type ByTime } from '../../rules/clocks/by-time.ts';
import { clocksOf } from '../../rules/clocks/clocks.ts';
import { nextDue, timed, type Timed } from '../../rules/clocks/due.ts';
import type { Mark, MarkKind } from '../../rules/clocks/mark.ts';
import { warningsOf, type Warning } from '../../rules/clocks/warnings.ts';
import { selectLedgersTimed, type Kept, type Ledger, type Told } from './store.ts';

/** Keeps the ledger of a ticket, and beside the ticket what follows from it, in the transaction of each deed. */

/** By what the clocks of some tickets are read. */
export interface Circumstances {
  times: DeskTimes;
  promises: ReadonlyMap<number, Promised>;
  calendars: ReadonlyMap<number, SchoolCalendar>;
}

/**
 * Asked once for many. A school's own days are asked for only where it is the school's turn, or will be after `change`.
 */
export async function readLedgers(
  db: Db,
  numbers: readonly number[],
  change: Change = {},
): Promise<{ ledgers: Ledger[]; circumstances: Circumstances }> {
  const { ledgers, ...read } = await selectLedgersTimed(db, numbers);
  const theirs = ledgers
    .filter(({ state }) => (change.state ?? state) in school_reminders)
    .map(each => each.school_id);
  const calendars = theirs.length > 0 ? await schoolCalendars(db, [...new Set(theirs)]) : new Map();
  return { ledgers, circumstances: { ...read, calendars } };
}

/** How a ticket stands after a deed, as far as its clocks follow it. */
export type Change = Partial<Pick<Ledger, 'state' | 'priority' | 'promised' | 'planned_for' | 'passed_to'>>;

/**
 * What a deed on a ticket means for its clocks: the marks that its ledger lacks then, and what is kept beside the ticket.
 * `said`: what is written to the other side with it. Undefined when it means nothing to a clock; a ticket inside has no
 * ledger, since nothing is promised. The deed's own statement writes both (store.ts).
 */
export async function clocksAfter(
  { db, now }: { db: Db; now: Date },
  number: number,
  change: Change,
  said?: Extract<MarkKind, 'answered' | 'asked'>,
): Promise<{ ledger: Ledger; marks: Mark[]; kept: Omit<Kept, 'number'> } | undefined> {
  const { ledgers, circumstances } = await readLedgers(db, [number], change);
  const [found] = ledgers;
  if (!found) return undefined;
  const ledger = { ...found, ...change, last_activity_at: now };
  const marks = ledger.inside ? [] : marksOf(ledger, wholeSecond(now), said);
  if (marks.length === 0 && !ledger.inside) return undefined;
  const { number: _, ...kept } = keptOf(
    { ...ledger, marks: [...ledger.marks, ...marks] },
    circumstances,
    now,
  );
  return { ledger, marks, kept };
}

/** A ledger is exact to the second. */
const wholeSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000);

/** The marks that a ledger lacks: what was said, and how the ticket stands now. */
function marksOf(ledger: Ledger, now: Date, said: MarkKind | undefined): Mark[] {
  const { state, priority, promised } = ledger;
  const passed = isPassed(ledger);
  const stands = { at: now, state, priority, passed, promised };
  const opened = { kind: 'opened', state: 'new', passed: false } as const;
  const first: Mark[] =
    ledger.marks.length > 0 ? [] : [{ ...stands, ...opened, at: wholeSecond(ledger.opened_at) }];
  const last = ledger.marks.at(-1) ?? first[0]!;
  return [
    ...first,
    ...(said ? [{ ...last, at: now, kind: said }] : []),
    ...(last.state !== state || last.passed !== passed ? [{ ...stands, kind: 'moved' as const }] : []),
    ...(last.priority !== priority ? [{ ...stands, kind: 'priority' as const }] : []),
    ...(last.promised !== promised ? [{ ...stands, kind: 'promise' as const }] : []),
  ];
}

/** Someone of the school has it, and the desk waits for her. */
const isPassed = ({ state, passed_to }: Ledger): boolean => state === 'waiting_school' && passed_to !== null;

/** The clocks of a ledger at an instant. */
export const readClocks = (ledger: Ledger, { times, promises: all }: Circumstances, now: Date): Timed[] =>
  clocksOf(ledger.marks).map(clock => timed(clock, { times, promised: all.get(ledger.agreement)!, now }));

/** What time will do with a ticket, with what it has told. */
export function timeOf(
  ledger: Ledger,
  { times, calendars }: Circumstances,
  told: readonly Told[] = [],
): ByTime[] {
  const { state, priority, planned_for, last_activity_at, school_id } = ledger;
  const since = ledger.marks.length > 0 ? waitsSince(ledger.marks) : last_activity_at;
  const calendar = calendars.get(school_id) ?? provinceCalendar(times.at(-1)!.zone);
  const reminders = told.filter(({ what, round }) => what === state && round === roundOf(since));
  const reminded = reminders.map(({ told_at }) => told_at.getTime());
  return byTime(
    { state, passed: isPassed(ledger), since, priority, planned_for, last_activity_at },
    { calendar, times, reminded: reminded.length > 0 ? new Date(Math.max(...reminded)) : undefined },
  );
}

/** When the parts of its running promises are over. */
export const warningsFor = (
  ledger: Ledger,
  clocks: readonly Timed[],
  { times, promises: all }: Circumstances,
): Warning[] => warningsOf(clocks, all.get(ledger.agreement)!, times);

/** What is kept beside a ticket. What lies behind and may not have been told has the timekeeper look at once. */
export function keptOf(ledger: Ledger, circumstances: Circumstances, now: Date): Kept {
  const clocks = readClocks(ledger, circumstances, now);
  const wakes = [...warningsFor(ledger, clocks, circumstances), ...timeOf(ledger, circumstances)].map(
    ({ at }) => Math.max(at.getTime(), now.getTime()),
  );
  return {
    number: ledger.number,
    ...nextDue(clocks),
    wakes_at: wakes.length > 0 ? new Date(Math.min(...wakes)) : null,
  };
}
