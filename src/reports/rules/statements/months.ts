import type { Lang } from '#platform/schemas.ts';
import { dayNumber } from '#sla/rules/dates.ts';
import type { DeskTimes } from '#sla/rules/desk-hours.ts';
import { instantOf, localDate } from '#sla/rules/zones.ts';
import { stretchWords } from '../stretches.ts';

/** Months of the desk's zone, as 'YYYY-MM', and the instants between which each lies. */

/** From the first instant on, and until before the second. */
export interface Span {
  from: Date;
  to: Date;
}

export const month_pattern = /^2\d{3}-(0[1-9]|1[0-2])$/;

/** The month that is so many months later, or earlier where `by` is below 0. */
export function monthAfter(month: string, by = 1): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const months = year * 12 + number - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/**
 * Where a month begins: midnight of its first day in the zone that the desk has there. The month before ends at the same
 * instant, also where the desk moves to another zone, so that nothing falls between two months or into both.
 */
function beginningOf(month: string, times: DeskTimes): Date {
  const midnight = (zone: string) => instantOf(`${month}-01`, 0, 0, zone);
  const { zone } = times.findLast(({ since, zone }, at) => at === 0 || since <= midnight(zone))!;
  return midnight(zone);
}

export const spanOf = (month: string, times: DeskTimes): Span => ({
  from: beginningOf(month, times),
  to: beginningOf(monthAfter(month), times),
});

/** The month in which an instant lies. */
export function monthOf(at: Date, times: DeskTimes): string {
  const near = localDate(at, times.at(-1)!.zone).slice(0, 7);
  return [monthAfter(near), near, monthAfter(near, -1)].find(month => beginningOf(month, times) <= at)!;
}

/** Its days as a list's filter takes them: `2026-10-01..2026-10-31`. */
export const daysOfMonth = (month: string): { first: number; last: number } => ({
  first: dayNumber(`${month}-01`),
  last: dayNumber(`${monthAfter(month)}-01`) - 1,
});

/** "October 2026". */
export const monthWords = (month: string, lang: Lang): string => stretchWords(daysOfMonth(month), lang);
