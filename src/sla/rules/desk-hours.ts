import { dateOfDay } from './dates.ts';
import { isSchoolDay, provinceCalendar, type SchoolCalendar } from './school-days.ts';
import { instantOf, localDay } from './zones.ts';

/** When a desk works: its open days, and from which to which hour of its clock. */
export interface DeskHours {
  calendar: SchoolCalendar;
  opens: number;
  closes: number;
}

/** The iGroup's desk: Monday to Friday 8:00 to 16:00 in its zone, without the statutory holidays (calendar.json). */
export const deskHours = (zone: string): DeskHours => ({
  calendar: provinceCalendar(zone),
  opens: 8,
  closes: 16,
});

/** Minutes of a whole day of the desk. */
export const dayMinutes = ({ opens, closes }: DeskHours): number => (closes - opens) * 60;

/**
 * Whole minutes that the desk was open between two instants; 0 when `to` is not later. Time outside of its hours
 * counts nothing: a question of Friday night that is answered on Monday at 8:10 has waited 10 minutes.
 */
export function businessMinutes(from: Date, to: Date, hours: DeskHours): number {
  const { calendar, opens, closes } = hours;
  let open_ms = 0;
  for (let day = localDay(from, calendar.zone); day <= localDay(to, calendar.zone); day++) {
    const date = dateOfDay(day);
    if (!isSchoolDay(date, calendar)) continue;
    const begin = Math.max(from.getTime(), instantOf(date, opens, 0, calendar.zone).getTime());
    const end = Math.min(to.getTime(), instantOf(date, closes, 0, calendar.zone).getTime());
    open_ms += Math.max(0, end - begin);
  }
  return Math.floor(open_ms / 60_000);
}
