import { deskCalendar, opensAt, type DeskTime } from '#sla/rules/desk-hours.ts';
import { addSchoolDays } from '#sla/rules/school-days.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from '#sla/rules/dates.ts';
import { instantOf, localDay, localTime } from '#sla/rules/zones.ts';
import type { TaskTime } from './task-times.ts';

/** When what was put away comes back: as the desk opens, on days when it is open. */

export const snooze_choices = ['tomorrow', 'in_two_days', 'next_monday'] as const;

/** No ticket sleeps longer. */
export const most_snoozed_days = 366;

/**
 * `choice` is one of them or a date. The instant at which a ticket comes back: as the desk opens on its next open day, on the one after it, on next
 * Monday, or on a date ('YYYY-MM-DD'); where the desk is closed then, on the next day it is open. Undefined for a
 * date that is not after today, or more than a year away.
 */
export function wakesAt(choice: string, now: Date, desk: DeskTime): Date | undefined {
  const { zone } = desk;
  const calendar = deskCalendar(desk);
  const today = localDay(now, zone);
  const morning = (date: string) => {
    const minute = opensAt(date, desk);
    return instantOf(date, Math.floor(minute / 60), minute % 60, zone);
  };
  if (choice === 'tomorrow') return morning(addSchoolDays(now, 1, calendar));
  if (choice === 'in_two_days') return morning(addSchoolDays(now, 2, calendar));
  const wanted = choice === 'next_monday' ? today + 8 - weekdayOfDay(today) : dayNumber(choice);
  if (wanted <= today || wanted > today + most_snoozed_days) return undefined;
  const before = instantOf(dateOfDay(wanted - 1), 12, 0, zone);
  return morning(addSchoolDays(before, 1, calendar));
}

/** The last day whose tasks are due by now: today from the desk's opening on, before it yesterday. */
export function dueUpTo(now: Date, desk: DeskTime): string {
  const { hour, minute } = localTime(now, desk.zone);
  const today = localDay(now, desk.zone);
  return dateOfDay(hour * 60 + minute < opensAt(dateOfDay(today), desk) ? today - 1 : today);
}

/** Where a task stands on its person's list; both dates are days of the desk. */
export function timeOf(due: string | null, today: string): TaskTime {
  if (due === null) return 'some_day';
  return due < today ? 'overdue' : due === today ? 'today' : 'later';
}
