import { addSchoolDays, provinceCalendar } from '#sla/rules/school-days.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from '#sla/rules/dates.ts';
import { instantOf, localDay, localTime } from '#sla/rules/zones.ts';
import type { TaskTime } from './task-times.ts';

/** When what was put away comes back: the desk's mornings, on days when the desk is open (calendar.json, sla_default). */

export const desk_hours = { from: 8, to: 16 } as const;

export const snooze_choices = ['tomorrow', 'in_two_days', 'next_monday'] as const;

/** No ticket sleeps longer. */
export const most_snoozed_days = 366;

/**
 * `choice` is one of them or a date. The instant at which a ticket comes back: 8:00 of the desk's next open day, of the one after it, of next Monday, or
 * of a date ('YYYY-MM-DD'); where the desk is closed then, of the next day it is open. Undefined for a date that is not
 * after today, or more than a year away. `zone` is the desk's.
 */
export function wakesAt(choice: string, now: Date, zone: string): Date | undefined {
  const calendar = provinceCalendar(zone);
  const today = localDay(now, zone);
  const morning = (date: string) => instantOf(date, desk_hours.from, 0, zone);
  if (choice === 'tomorrow') return morning(addSchoolDays(now, 1, calendar));
  if (choice === 'in_two_days') return morning(addSchoolDays(now, 2, calendar));
  const wanted = choice === 'next_monday' ? today + 8 - weekdayOfDay(today) : dayNumber(choice);
  if (wanted <= today || wanted > today + most_snoozed_days) return undefined;
  const before = instantOf(dateOfDay(wanted - 1), 12, 0, zone);
  return morning(addSchoolDays(before, 1, calendar));
}

/** The last day whose tasks are due by now: today from the desk's opening on, before it yesterday. */
export const dueUpTo = (now: Date, zone: string): string =>
  dateOfDay(localDay(now, zone) - (localTime(now, zone).hour < desk_hours.from ? 1 : 0));

/** Where a task stands on its person's list; both dates are days of the desk. */
export function timeOf(due: string | null, today: string): TaskTime {
  if (due === null) return 'some_day';
  return due < today ? 'overdue' : due === today ? 'today' : 'later';
}
