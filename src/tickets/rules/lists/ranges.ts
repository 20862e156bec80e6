import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';

/** Ranges as the list's filters take them. Knows no library, so that the screens have it too. */

/** Age in days of the desk's calendar: opened today is 0. Both ends count, and `31-` has none. */
export const age_ranges = ['0-1', '2-3', '4-7', '8-14', '15-30', '31-'] as const;

/** The desk's first answer, in whole minutes of its hours (480 are a day of the desk). Both ends count. */
export const answer_ranges = [
  '0-14',
  '15-29',
  '30-59',
  '60-119',
  '120-239',
  '240-479',
  '480-959',
  '960-2399',
  '2400-',
] as const;

export interface Range {
  from: number;
  /** Undefined when it has no end. */
  to: number | undefined;
}

/** `4-7`, `31-`; undefined where it is none. */
export function rangeOf(text: string): Range | undefined {
  const [, from, to] = /^(\d{1,5})-(\d{1,5})?$/.exec(text) ?? [];
  if (from === undefined) return undefined;
  const range = { from: Number(from), to: to === undefined ? undefined : Number(to) };
  return range.to !== undefined && range.to < range.from ? undefined : range;
}

/** Days that go on with the calendar: a stored view of them is always of the days just past. */
export const recent_days = { today: 1, last_7_days: 7, last_30_days: 30 } as const;
export type RecentDays = keyof typeof recent_days;

const date = /^2[01]\d\d-\d\d-\d\d$/;

/**
 * The first and the last day (both count) of `today`, `last_7_days`, `2026-11-23` or `2026-11-01..2026-11-30`, as day
 * numbers of the desk's calendar; undefined where it is none.
 */
export function daysOf(text: string, today: number): { first: number; last: number } | undefined {
  if (Object.hasOwn(recent_days, text))
    return { first: today - recent_days[text as RecentDays] + 1, last: today };
  const [from = '', to = from, ...more] = text.split('..');
  if (more.length > 0 || !date.test(from) || !date.test(to)) return undefined;
  try {
    const days = { first: dayNumber(from), last: dayNumber(to) };
    return days.first <= days.last ? days : undefined;
  } catch {
    return undefined; // such as 30 February
  }
}

/** A stretch of days as the filters take it. */
export const daysText = (first: number, last: number): string =>
  first === last ? dateOfDay(first) : `${dateOfDay(first)}..${dateOfDay(last)}`;
