import { addSchoolDays, type SchoolCalendar } from '#sla/rules/school-days.ts';
import { opensAt, type DeskTime, type DeskTimes } from '#sla/rules/desk-hours.ts';
import { promisedAt } from '#sla/rules/open-time.ts';
import { instantOf, localTime } from '#sla/rules/zones.ts';
import { transitionsFrom, type Move, type State } from '../lifecycle.ts';
import type { Priority } from '../priority.ts';
import type { Mark } from './mark.ts';

/** What time does with a ticket (process.json): reminders, and the moves of the software that its table has. */

/** After how many school days the school is reminded while it is its turn. */
export const school_reminders: Partial<Record<State, readonly number[]>> = {
  waiting_school: [3, 7],
  resolved: [2],
};

/** After how many hours of the desk without an update the Level 2 contact is reminded. */
export const level2_reminders: Record<Priority, number> = { P1: 1, P2: 4, P3: 16, P4: 40 };

export type ByTime = { at: Date; round: number } & (
  | { does: 'remind_school'; state: State; days: number }
  | { does: 'remind_level2'; hours: number }
  | { does: 'move'; move: Move }
);

/** How a ticket stands, as far as time has something to do with it. */
export interface Waiting {
  state: State;
  /** Time does nothing while it is with the school's own technician. */
  passed: boolean;
  /** Since when it is as it is: it came to this state, or the desk has written since. */
  since: Date;
  priority: Priority;
  /** A day of the desk's zone. */
  planned_for: string | null;
  last_activity_at: Date;
}

/** What is told once of a wait is told of this one. */
export const roundOf = (since: Date): number => Math.floor(since.getTime() / 1000);

/** Since when a ticket waits as it does: from its ledger. */
export function waitsSince(marks: readonly Mark[]): Date {
  const { state } = marks.at(-1)!;
  let since = marks[0]!.at;
  marks.forEach((mark, place) => {
    const came = marks[place - 1]?.state !== mark.state;
    if (mark.state === state && (came || mark.kind === 'answered')) since = mark.at;
  });
  return since;
}

/**
 * All that time will do as long as nobody does anything, in order; what lies behind is to be done now. `reminded`: when
 * the school had its last reminder of this wait. A move of silence never comes sooner after it than promised, however
 * late the reminder was.
 */
export function byTime(ticket: Waiting, { calendar, times, reminded }: Times): ByTime[] {
  const { state, passed, since } = ticket;
  if (passed) return [];
  const round = roundOf(since);
  const reminders = school_reminders[state] ?? [];
  const found: ByTime[] = reminders.flatMap(days => {
    const at = afterSchoolDays(since, days, calendar);
    return at ? [{ does: 'remind_school', at, round, state, days }] : [];
  });
  for (const { move, after } of transitionsFrom(state)) {
    if (after === undefined) continue;
    const at =
      after === 'planned_date'
        ? planned(ticket, times.at(-1)!)
        : inSilence(after.school_days, { since, reminded, last: reminders.at(-1) ?? 0, calendar });
    if (at) found.push({ does: 'move', at, round, move });
  }
  if (state === 'waiting_l2') found.push(...level2Quiet(ticket, times));
  return found.sort((a, b) => a.at.getTime() - b.at.getTime());
}

interface Times {
  calendar: SchoolCalendar;
  times: DeskTimes;
  reminded?: Date | undefined;
}

interface Silence extends Pick<Times, 'calendar' | 'reminded'> {
  since: Date;
  /** After how many school days the last reminder comes. */
  last: number;
}

function inSilence(days: number, { since, reminded, last, calendar }: Silence): Date | null {
  const at = afterSchoolDays(since, days, calendar);
  const heard = reminded && afterSchoolDays(reminded, days - last, calendar);
  return at && heard && heard > at ? heard : at;
}

/**
 * So many whole school days: the same time of the day, on the day on which that many have begun. Null where the school
 * is closed for a year on end, so that nothing is done by its silence.
 */
export function afterSchoolDays(from: Date, days: number, calendar: SchoolCalendar): Date | null {
  const { hour, minute } = localTime(from, calendar.zone);
  try {
    return instantOf(addSchoolDays(from, days, calendar), hour, minute + 1, calendar.zone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** When the desk opens on the planned day. */
function planned({ planned_for }: Waiting, desk: DeskTime): Date | null {
  if (planned_for === null) return null;
  const opens = opensAt(planned_for, desk);
  return instantOf(planned_for, Math.floor(opens / 60), opens % 60, desk.zone);
}

function level2Quiet({ priority, last_activity_at }: Waiting, times: DeskTimes): ByTime[] {
  const hours = level2_reminders[priority];
  const at = promisedAt(last_activity_at, hours * 3600, times);
  if (!at) return [];
  return [{ does: 'remind_level2', at, round: roundOf(last_activity_at), hours }];
}
