import type { Words } from '#platform/schemas.ts';
import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';

/** Until when an exception stands. All days are dates of the school's own zone (YYYY-MM-DD), both included. */

/** So long it stands where nobody said until when (responsibility.json), and so long at most at once. */
export const unsaid_days = 30;
export const longest_days = 366;
/** So many days before its end the school and the desk hear of it: time to prolong it or to do without. */
export const told_before_days = 7;

/** The kept states, and what follows from the day: it ends soon, or is over and nobody has written it yet. */
export const states = ['asked', 'allowed', 'refused', 'withdrawn', 'ended'] as const;
export type State = (typeof states)[number];
export const stands = ['asked', 'standing', 'in_force', 'ending', 'ended', 'refused', 'withdrawn'] as const;
export type Stands = (typeof stands)[number];

interface Kept {
  state: State;
  until: string | null;
}

export function standsOn({ state, until }: Kept, today: string): Stands {
  if (state !== 'allowed') return state;
  if (until === null) return 'standing';
  if (until < today) return 'ended';
  return dayNumber(until) - dayNumber(today) <= told_before_days ? 'ending' : 'in_force';
}

/** Whether help may be given under it on that day. */
export const isInForce = (stands: Stands): boolean =>
  stands === 'standing' || stands === 'in_force' || stands === 'ending';

/** Its last day, where nobody said one. */
export const lastDay = (today: string): string => dateOfDay(dayNumber(today) + unsaid_days);

/** What is wrong with a last day; undefined where it can be. `after`: the last day that it has now. */
export function wrongUntil(until: string, today: string, after?: string): Words | undefined {
  if (until < today) return over;
  if (after !== undefined && until <= after) return not_later;
  return dayNumber(until) - dayNumber(today) > longest_days ? too_long : undefined;
}

const over = {
  en: 'That day is over. Choose today or later.',
  fr: 'Ce jour est passé. Choisissez aujourd’hui ou plus tard.',
};
const not_later = {
  en: 'It stands until then already. Choose a later day, or end it.',
  fr: 'Elle tient déjà jusque-là. Choisissez un jour plus éloigné, ou mettez-y fin.',
};
const too_long = {
  en: 'An exception is for one year at most. It can be prolonged later.',
  fr: 'Une exception vaut un an au plus. Elle pourra être prolongée plus tard.',
};
