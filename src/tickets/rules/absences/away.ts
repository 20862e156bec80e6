import { dateOfDay, weekdayOfDay } from '#sla/rules/dates.ts';
import type { WorkPeriod } from '#sla/rules/week.ts';
import { instantOf, localDay } from '#sla/rules/zones.ts';

/** When somebody of the desk is there: by her hours of the week, less her absences. Knows no library. */

/** From a date to a date, both with it ('YYYY-MM-DD'): the first may begin at noon, the last may end at noon. */
export interface AbsentDays {
  from_date: string;
  from_noon: boolean;
  to_date: string;
  to_noon: boolean;
}

/** What somebody has told of her time. Without hours she counts as there at any time. */
export interface Told {
  hours: readonly WorkPeriod[];
  absences: readonly AbsentDays[];
}

export interface Away {
  /** When she is there again; null when not within a year. */
  until: Date | null;
  /** Whether an absence says so, rather than her hours. */
  absent: boolean;
}

const looked_ahead_days = 366;
const noon = 12;
const midnight = 24;

/** Whether and until when somebody is away at an instant, by the clock of `zone`; null when she is there. */
export function awayAt(told: Told, now: Date, zone: string): Away | null {
  const off = told.absences.map(absence => stretchOf(absence, zone));
  const absent = off.some(each => holds(each, now.getTime()));
  const today = localDay(now, zone);
  for (let day = today; day <= today + looked_ahead_days; day++)
    for (const period of periodsOn(told.hours, day)) {
      const work = onDay(period, day, zone);
      const at = firstFree(Math.max(work.start, now.getTime()), off);
      if (at < work.end) return at === now.getTime() ? null : { until: new Date(at), absent };
    }
  return { until: null, absent };
}

/** How somebody's half of a day (until or from noon) is: there, absent, or not hers to work. */
export type Half = 'there' | 'absent' | 'off';

export function halfOf(told: Told, day: number, half: 'morning' | 'afternoon', zone: string): Half {
  const date = dateOfDay(day);
  const start = instantOf(date, half === 'morning' ? 0 : noon, 0, zone).getTime();
  const end = instantOf(date, half === 'morning' ? noon : midnight, 0, zone).getTime();
  const off = told.absences.map(absence => stretchOf(absence, zone));
  const works = periodsOn(told.hours, day)
    .map(period => onDay(period, day, zone))
    .map(work => ({ start: Math.max(work.start, start), end: Math.min(work.end, end) }))
    .filter(work => work.start < work.end);
  if (works.length === 0) return 'off';
  return works.some(work => firstFree(work.start, off) < work.end) ? 'there' : 'absent';
}

/** Its beginning is in it, its end is not. */
interface Stretch {
  start: number;
  end: number;
}

const holds = ({ start, end }: Stretch, at: number) => start <= at && at < end;

const stretchOf = ({ from_date, from_noon, to_date, to_noon }: AbsentDays, zone: string): Stretch => ({
  start: instantOf(from_date, from_noon ? noon : 0, 0, zone).getTime(),
  end: instantOf(to_date, to_noon ? noon : midnight, 0, zone).getTime(),
});

const whole_day = { from_minute: 0, to_minute: 1440 };

function periodsOn(hours: readonly WorkPeriod[], day: number) {
  if (hours.length === 0) return [whole_day];
  const weekday = weekdayOfDay(day);
  return hours
    .filter(period => period.weekday === weekday)
    .sort((one, other) => one.from_minute - other.from_minute);
}

const onDay = (
  { from_minute, to_minute }: Pick<WorkPeriod, 'from_minute' | 'to_minute'>,
  day: number,
  zone: string,
): Stretch => ({ start: at(day, from_minute, zone), end: at(day, to_minute, zone) });

const at = (day: number, minute: number, zone: string) =>
  instantOf(dateOfDay(day), Math.floor(minute / 60), minute % 60, zone).getTime();

/** The first instant from this one on that no absence holds. */
function firstFree(from: number, off: readonly Stretch[]): number {
  const over = off.find(each => holds(each, from));
  return over ? firstFree(over.end, off) : from;
}
