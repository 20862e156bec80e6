import { addSchoolDays } from '#sla/rules/school-days.ts';
import { deskCalendar, opensAt, type DeskTime } from '#sla/rules/desk-hours.ts';
import { instantOf } from '#sla/rules/zones.ts';

/**
 * When a topic that nobody answers comes to the desk: as the desk opens on the given working day after the one on which
 * it was asked. Asked on Friday, after two days: Tuesday as it opens.
 */
export function raisedAt(asked: Date, days: number, desk: DeskTime): Date {
  const date = addSchoolDays(asked, days, deskCalendar(desk));
  const minute = opensAt(date, desk);
  return instantOf(date, Math.floor(minute / 60), minute % 60, desk.zone);
}
