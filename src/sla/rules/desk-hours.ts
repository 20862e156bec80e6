import { dateOfDay, dayNumber, weekdayOfDay } from './dates.ts';
import { isStatutoryHoliday, type SchoolCalendar } from './school-days.ts';
import { inOrder, type WorkPeriod } from './week.ts';
import { instantOf, localDay } from './zones.ts';

/** When a desk works: its zone, and the hours of its week. On the statutory holidays it is closed. */
export interface DeskTime {
  zone: string;
  week: readonly WorkPeriod[];
}

/** What holds until a desk says otherwise: Monday to Friday 8:00 to 16:00, Pacific time (calendar.json, sla_default). */
export const first_desk_time: DeskTime = {
  zone: 'America/Vancouver',
  week: [1, 2, 3, 4, 5].map(weekday => ({ weekday, from_minute: 480, to_minute: 960 })),
};

/** The stretches of a day ('YYYY-MM-DD' of its zone) on which the desk is open, in order; none on a holiday. */
export function openOn(date: string, { week }: DeskTime): WorkPeriod[] {
  if (isStatutoryHoliday(date)) return [];
  const weekday = weekdayOfDay(dayNumber(date));
  return inOrder(week.filter(period => period.weekday === weekday));
}

/** Days on which the desk is open at all; `addSchoolDays` counts by it. */
export const deskCalendar = (desk: DeskTime): SchoolCalendar => ({
  zone: desk.zone,
  closed: date => openOn(date, desk).length === 0,
});

/** At which minute of a day the desk opens; on a day on which it is closed, the earliest of its week. */
export function opensAt(date: string, desk: DeskTime): number {
  const open = openOn(date, desk);
  return Math.min(...(open.length > 0 ? open : desk.week).map(({ from_minute }) => from_minute));
}

/** The desk's times as they followed each other: each holds from its instant to the next one's, the first from ever. */
export type DeskTimes = readonly (DeskTime & { since: Date })[];

export const first_desk_times: DeskTimes = [{ ...first_desk_time, since: new Date(0) }];

/**
 * Whole minutes that the desk was open between two instants; 0 when `to` is not later. Time outside of its hours
 * counts nothing: a question of Friday night that is answered on Monday at 8:10 has waited 10 minutes. Each stretch is
 * counted by the time that held then, so that a change of hours alters nothing of what is past.
 */
export function businessMinutes(from: Date, to: Date, times: DeskTimes): number {
  const open_ms = times.map((time, at) => {
    const begin = at === 0 ? from.getTime() : Math.max(from.getTime(), time.since.getTime());
    const end = Math.min(to.getTime(), times[at + 1]?.since.getTime() ?? Infinity);
    return openBetween(begin, end, time);
  });
  return Math.floor(open_ms.reduce((sum, each) => sum + each, 0) / 60_000);
}

function openBetween(from: number, to: number, desk: DeskTime): number {
  if (from >= to) return 0;
  const last = localDay(new Date(to), desk.zone);
  let open_ms = 0;
  for (let day = localDay(new Date(from), desk.zone); day <= last; day++) {
    const date = dateOfDay(day);
    const at = (minute: number) => instantOf(date, Math.floor(minute / 60), minute % 60, desk.zone).getTime();
    for (const { from_minute, to_minute } of openOn(date, desk))
      open_ms += Math.max(0, Math.min(to, at(to_minute)) - Math.max(from, at(from_minute)));
  }
  return open_ms;
}
