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
import { selectLedgersTimed, writeClocks, type Kept, type Ledger, type Told } from './store.ts';

/** Keeps the ledger of a ticket, and beside the ticket what follows from it, in the transaction of each deed. */

/** By what the clocks of some tickets are read. */
export interface Circumstances {
  times: DeskTimes;
  promises: ReadonlyMap<number, Promised>;
  calendars: ReadonlyMap<number, SchoolCalendar>;
}

/** Asked once for many. A school's own days are asked for only where it is the school's turn. */
export async function readLedgers(
  db: Db,
  numbers: readonly number[],
): Promise<{ ledgers: Ledger[]; circumstances: Circumstances }> {
  const { ledgers, ...read } = await selectLedgersTimed(db, numbers);
  const theirs = ledgers.filter(({ state }) => state in school_reminders).map(each => each.school_id);
  const calendars = theirs.length > 0 ? await schoolCalendars(db, [...new Set(theirs)]) : new Map();
  return { ledgers, circumstances: { ...read, calendars } };
}

/**
 * Follows a deed on a ticket: marks what it means for the clocks and writes what follows. `said`: what was written to
 * the other side with it. A deed that means nothing to a clock adds nothing; a ticket inside has no ledger, since
 * nothing is promised.
 */
export async function keepClocks(
  { db, now }: { db: Db; now: Date },
  number: number,
  said?: Extract<MarkKind, 'answered' | 'asked'>,
): Promise<void> {
  const { ledgers, circumstances } = await readLedgers(db, [number]);
  const [ledger] = ledgers;
  if (!ledger) return;
  const added = ledger.inside ? [] : marksOf(ledger, wholeSecond(now), said);
  if (added.length === 0 && !ledger.inside) return;
  const kept = { ...ledger, marks: [...ledger.marks, ...added] };
  await writeClocks(db, ledger, added, keptOf(kept, circumstances, now));
}

/** A ledger is exact to the second. */
const wholeSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000);

/** The marks that a ledger lacks: what was said, and how the ticket stands now. */
function marksOf(ledger: Ledger, now: Date, said: MarkKind | undefined): Mark[] {
  const { state, priority, passed } = ledger;
  const first: Mark[] =
    ledger.marks.length > 0
      ? []
      : [{ at: wholeSecond(ledger.opened_at), kind: 'opened', state: 'new', priority, passed: false }];
  const last = ledger.marks.at(-1) ?? first[0]!;
  const stands = { at: now, state, priority, passed };
  return [
    ...first,
    ...(said ? [{ ...last, at: now, kind: said }] : []),
    ...(last.state !== state || last.passed !== passed ? [{ ...stands, kind: 'moved' as const }] : []),
    ...(last.priority !== priority ? [{ ...stands, kind: 'priority' as const }] : []),
  ];
}

/** The clocks of a ledger at an instant. */
export const readClocks = (ledger: Ledger, { times, promises: all }: Circumstances, now: Date): Timed[] =>
  clocksOf(ledger.marks).map(clock => timed(clock, { times, promised: all.get(ledger.agreement)!, now }));

/** What time will do with a ticket, with what it has told. */
export function timeOf(
  ledger: Ledger,
  { times, calendars }: Circumstances,
  told: readonly Told[] = [],
): ByTime[] {
  const { state, priority, planned_for, last_activity_at, school_id, passed } = ledger;
  const since = ledger.marks.length > 0 ? waitsSince(ledger.marks) : last_activity_at;
  const calendar = calendars.get(school_id) ?? provinceCalendar(times.at(-1)!.zone);
  const reminders = told.filter(({ what, round }) => what === state && round === roundOf(since));
  const reminded = reminders.map(({ told_at }) => told_at.getTime());
  return byTime(
    { state, passed, since, priority, planned_for, last_activity_at },
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
