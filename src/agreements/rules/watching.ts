import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';
import type { DeskTime, DeskTimes } from '#sla/rules/desk-hours.ts';
import { merged } from '#sla/rules/week.ts';

/** What becomes of a published version without anybody writing on it: the desk's hours change, and its review comes. */

/** So long before its day a review is said to be due. */
export const review_before_days = 30;

export const review_states = ['later', 'soon', 'due', 'overdue'] as const;
export type ReviewState = (typeof review_states)[number];

/** Where a review stands on a day; both are days of the desk. */
export function reviewState(review_on: string, today: string): ReviewState {
  if (review_on < today) return 'overdue';
  if (review_on === today) return 'due';
  return review_on <= dateOfDay(dayNumber(today) + review_before_days) ? 'soon' : 'later';
}

type Hours = Pick<DeskTime, 'zone' | 'week'>;

/** Whether two desks are open at the same minutes of a week, in the same zone; how a day is cut does not matter. */
export const sameHours = (one: Hours, other: Hours): boolean =>
  one.zone === other.zone &&
  [1, 2, 3, 4, 5, 6, 7].every(weekday => minutesOn(one, weekday) === minutesOn(other, weekday));

const minutesOn = ({ week }: Hours, weekday: number): string =>
  JSON.stringify(merged(week.filter(period => period.weekday === weekday)));

/**
 * Since when the desk keeps other hours than a version says that was published then; null as long as it keeps those. Days
 * of the desk's own are no other hours.
 */
export function otherHoursSince(said: Hours, published_at: Date, times: DeskTimes): Date | null {
  const last = times.findLastIndex(time => sameHours(time, said));
  const since = times[last + 1]?.since;
  if (!since) return null;
  return since > published_at ? since : published_at;
}

/** Whether a published version counts: the newest that is effective, one that is to come, or what holds for some school. */
export const inForce = (
  { version, effective_at }: { version: number; effective_at: Date | null },
  { newest, held, now }: { newest: number; held: ReadonlySet<number>; now: Date },
): boolean => effective_at !== null && (effective_at > now || version === newest || held.has(version));

/** What the coordinators are told of a version; of one `of` once. */
export const watched = ['agreement_hours', 'agreement_review_soon', 'agreement_review_due'] as const;
export type Watched = (typeof watched)[number];

/** What is to be told of a published version now. What was soon while nobody looked is not told after its day. */
export function toTell(
  { hours, published_at, review_on }: { hours: Hours; published_at: Date; review_on: string },
  { times, today }: { times: DeskTimes; today: string },
): { what: Watched; of: string }[] {
  const since = otherHoursSince(hours, published_at, times);
  const state = reviewState(review_on, today);
  return [
    ...(since ? [{ what: 'agreement_hours', of: since.toISOString() } as const] : []),
    ...(state === 'soon' ? [{ what: 'agreement_review_soon', of: review_on } as const] : []),
    ...(state === 'due' || state === 'overdue'
      ? [{ what: 'agreement_review_due', of: review_on } as const]
      : []),
  ];
}
