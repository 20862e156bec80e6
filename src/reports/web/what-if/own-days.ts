import type { Trying } from '#reports/rules/statements/statement.ts';
import { statutoryHolidays, type Holiday } from '#sla/rules/holidays.ts';
import { toldOf, type WrittenDay } from '#ui/calendar/DayFields.tsx';

/** The days of the desk's own that are tried, as the form has them. */

type Tried = NonNullable<Trying['days']>;
export type TriedDay = Tried['days'][number];
export const needed = ['name', 'first_day'] as const;

export interface OwnDays extends Tried {
  /** What is being written, and what of it was found to be missing. */
  adding: WrittenDay | null;
  missing: readonly (typeof needed)[number][];
}

export const noOwnDays: OwnDays = { how: 'added', days: [], adding: null, missing: [] };

/** With what is being written taken in. Where something of it is missing, that is marked, and it stays. */
export function takenIn(own: OwnDays): OwnDays {
  const { adding } = own;
  if (!adding) return own;
  const missing = needed.filter(field => adding[field].trim() === '');
  if (missing.length > 0) return { ...own, missing };
  return { ...own, days: [...own.days, toldOf(adding)], adding: null, missing: [] };
}

const most_years = 3;

/** The statutory holidays between two days, both meant; none where these are no days, or far apart. */
export function holidaysIn({ from, until }: { from: string; until: string }): Holiday[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  if (!(last - first < most_years)) return [];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return years.flatMap(statutoryHolidays).filter(({ date }) => from <= date && date <= until);
}
