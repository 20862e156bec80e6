import type { DeskTimes } from '#sla/rules/desk-hours.ts';
import { promised_clocks, type Promised, type PromisedClock } from '#sla/rules/targets.ts';
import type { Category } from '#tickets/rules/categories.ts';
import { clocksOf } from '#tickets/rules/clocks/clocks.ts';
import { timed, type Timed } from '#tickets/rules/clocks/due.ts';
import type { Mark } from '#tickets/rules/clocks/mark.ts';
import { waitedOf, type Waited } from '#tickets/rules/clocks/waited.ts';
import type { State } from '#tickets/rules/lifecycle.ts';
import type { Priority } from '#tickets/rules/priority.ts';
import type { Span } from './months.ts';
import { reasonOf, type Reason } from './reasons.ts';

/** What one ticket gives to a statement: read from its ledger as it stood when the span ended, and from nothing later. */

export interface Told {
  number: number;
  school_id: number;
  category: Category;
  /** The version of the agreement that it began with. */
  agreement: number;
  marks: readonly Mark[];
}

/** By what it is measured. */
export interface Measure {
  times: DeskTimes;
  promises: ReadonlyMap<number, Promised>;
}

export const volumes = ['carried', 'opened', 'reopened', 'solved', 'ended', 'open'] as const;
export type Volume = (typeof volumes)[number];

/** A promise that was not kept in the span. */
export interface Breach {
  number: number;
  school_id: number;
  category: Category;
  clock: PromisedClock;
  priority: Priority;
  due: Date;
  /** Null where it was still not met when the span ended. */
  met: Date | null;
  /** Seconds of the desk's hours that it had run by then, and that were promised. */
  spent: number;
  target: number;
  reason: Reason;
}

/** A clock of the span: what was found of its promise, if it was found in this span, and its time, if it was met in it. */
export interface Judged {
  clock: PromisedClock;
  priority: Priority;
  in_time: boolean | null;
  /** Seconds of the desk's hours. */
  seconds: number | null;
}

export interface Part {
  number: number;
  school_id: number;
  category: Category;
  agreement: number;
  priority: Priority;
  volumes: Record<Volume, number>;
  waited: Waited;
  clocks: Judged[];
  breaches: Breach[];
}

/**
 * A ticket's part in a span; null where it has none. A promise is judged in one month: where it was kept, in the month
 * in which the clock was met; where it was not, in the month in which it became late, also when it is met later. Its
 * time is that of the month in which it was met. What is opened again is met again, and counts in the later month.
 */
export function partOf(told: Told, { from, to }: Span, measure: Measure): Part | null {
  const marks = told.marks.filter(({ at }) => at < to);
  const last = marks.at(-1);
  const clipped = clip(marks, from);
  if (!last || !(clipped.length > 1 || works(last.state) || last.state === 'resolved' || last.at >= from))
    return null;
  const promised = measure.promises.get(told.agreement)!;
  const read = (some: readonly Mark[], now: Date) =>
    clocksOf(some).map(clock => timed(clock, { times: measure.times, promised, now }));
  const before = read(
    marks.filter(({ at }) => at < from),
    from,
  );
  const clocks: Judged[] = [];
  const breaches: Breach[] = [];
  for (const clock of read(marks, to)) {
    const met = clock.met !== null && clock.met >= from;
    if (!isPromised(clock)) continue;
    const known = before.some(each => each.clock === clock.clock && each.late);
    const fresh = clock.target !== null && !known && (clock.late || met);
    if (!fresh && !met) continue;
    const { priority, spent } = clock;
    clocks.push({
      clock: clock.clock,
      priority,
      in_time: fresh ? !clock.late : null,
      seconds: met ? spent : null,
    });
    if (fresh && clock.late) breaches.push(breachOf(told, clock, { marks, to, measure }));
  }
  return {
    number: told.number,
    school_id: told.school_id,
    category: told.category,
    agreement: told.agreement,
    priority: last.priority,
    volumes: volumesOf(marks, from),
    waited: waitedOf(clipped, measure.times, wholeSecond(to)),
    clocks,
    breaches,
  };
}

type PromisedTimed = Timed & { clock: PromisedClock };
const isPromised = (clock: Timed): clock is PromisedTimed =>
  (promised_clocks as readonly string[]).includes(clock.clock);

/** Asked and neither solved nor ended. */
const works = (state: State): boolean => state !== 'resolved' && state !== 'closed' && state !== 'cancelled';

/** As much comes in as goes out: carried + opened + reopened = solved + ended + open. */
function volumesOf(marks: readonly Mark[], from: Date): Record<Volume, number> {
  const counted = { carried: 0, opened: 0, reopened: 0, solved: 0, ended: 0, open: 0 };
  let working = false;
  for (const [place, { at, state }] of marks.entries()) {
    const what =
      place === 0 ? 'opened' : works(state) ? 'reopened' : state === 'resolved' ? 'solved' : 'ended';
    const changes = place === 0 || working !== works(state);
    working = works(state);
    if (at < from) counted.carried = Number(working);
    else if (changes) counted[what]++;
  }
  counted.open = Number(working);
  return counted;
}

/** The ledger of a span alone, to whole seconds, so that spans in a row add up: it begins as the ticket stood. */
function clip(marks: readonly Mark[], from: Date): Mark[] {
  const standing = marks.findLast(({ at }) => at < from);
  const within = marks.filter(({ at }) => at >= from).map(mark => ({ ...mark, at: wholeSecond(mark.at) }));
  return standing ? [{ ...standing, at: from }, ...within] : within;
}

const wholeSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000);

function breachOf(
  { number, school_id, category }: Told,
  clock: PromisedTimed,
  { marks, to, measure }: { marks: readonly Mark[]; to: Date; measure: Measure },
): Breach {
  const { clock: name, priority, due, met, spent, target } = clock;
  return {
    ...{ number, school_id, category, clock: name, priority, met, spent },
    due: due!,
    target: target!,
    reason: reasonOf(clock, marks, { times: measure.times, until: met ?? to }),
  };
}
