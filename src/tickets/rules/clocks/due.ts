import type { DeskTimes } from '#sla/rules/desk-hours.ts';
import { openSeconds, promisedAt, roundedUp } from '#sla/rules/open-time.ts';
import type { Promised } from '#sla/rules/targets.ts';
import { promiseOf, type Clock } from './clocks.ts';

/** A clock held against what was promised. */
export interface Timed extends Clock {
  /** Seconds of the desk's hours that it has run until now; of `total`, of the calendar. */
  spent: number;
  /** Seconds that are promised; null where nothing is. */
  target: number | null;
  /** Whether it runs now. */
  running: boolean;
  /**
   * The promised deadline, a full minute (calendar.json deadline_rounding); of what is met, the one that it had. Null
   * while it is paused, and where the desk's hours never come to so much.
   */
  due: Date | null;
  /** Over its time: met too late, or due and not met. */
  late: boolean;
}

/** What a clock says at an instant. One pure function of the ledger, the calendar and the agreement's version. */
export function timed(clock: Clock, { times, promised, now }: Circumstances): Timed {
  const promise = promiseOf(clock);
  const target = promise ? promised.targets[clock.priority][promise] * 60 : null;
  const due = target === null ? null : dueAt(clock.met ? unmet(clock) : clock, target, times);
  return {
    ...clock,
    spent: clock.clock === 'total' ? elapsed(clock, now) : spentOf(clock, times, now),
    target,
    running: clock.stretches.at(-1)?.to === null,
    due,
    late: due !== null && (clock.met ?? now) > due,
  };
}

export interface Circumstances {
  times: DeskTimes;
  promised: Promised;
  now: Date;
}

/** As it would have gone on: until when what was met was promised. */
const unmet = ({ stretches }: Clock): Pick<Clock, 'stretches'> => ({
  stretches: stretches.map((each, place) => (place === stretches.length - 1 ? { ...each, to: null } : each)),
});

/** Seconds of the desk's hours in which a clock has run until an instant. */
export const spentOf = ({ stretches }: Pick<Clock, 'stretches'>, times: DeskTimes, now: Date): number =>
  stretches.reduce((sum, { from, to }) => sum + openSeconds(from, to ?? now, times), 0);

const elapsed = ({ stretches }: Clock, now: Date): number =>
  stretches.reduce((sum, { from, to }) => sum + ((to ?? now).getTime() - from.getTime()) / 1000, 0);

/** The full minute at which a clock that goes on as it goes now has run so many seconds; null while it is paused before. */
export function dueAt(
  { stretches }: Pick<Clock, 'stretches'>,
  seconds: number,
  times: DeskTimes,
): Date | null {
  let left = seconds;
  for (const { from, to } of stretches) {
    const spent = to === null ? Infinity : openSeconds(from, to, times);
    if (spent >= left) {
      const due = promisedAt(from, left, times);
      return due && roundedUp(due);
    }
    left -= spent;
  }
  return null;
}

/** What a list knows of a ticket's time: the next deadline, of which clock, and when time alone has something to do. */
export interface NextDue {
  due_at: Date | null;
  due_clock: 'response' | 'next_response' | 'resolution' | null;
}

/** The promise that is due next, of those that run. What is over stays the next until it is kept. */
export function nextDue(clocks: readonly Timed[]): NextDue {
  const due = clocks
    .filter(clock => clock.running && clock.due !== null)
    .sort((a, b) => a.due!.getTime() - b.due!.getTime())[0];
  return {
    due_at: due?.due ?? null,
    due_clock: due ? (due.clock as NonNullable<NextDue['due_clock']>) : null,
  };
}
