import type { Lang } from '#platform/schemas.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from '#sla/rules/dates.ts';
import { dayAndMonth, wholeDate } from '#sla/rules/moments.ts';
import { month_names } from '#sla/rules/words.ts';

/** What the dashboard looks back on. */
export const periods = ['30d', '13w', 'year'] as const;
export type Period = (typeof periods)[number];

/** Days of the desk's calendar by their number; both ends count. */
export interface Stretch {
  first: number;
  last: number;
}

const first_month_of_school = 9;

/**
 * The stretches that a period is parted into, oldest first, without gap or overlap: 30 days until today, 13 weeks
 * (Monday to Sunday) until this one, or the months of the school year (from September) until this one.
 */
export function stretchesOf(period: Period, today: number): Stretch[] {
  if (period === '30d') return Array.from({ length: 30 }, (_, index) => oneDay(today - 29 + index));
  if (period === '13w') {
    const monday = today - weekdayOfDay(today) + 1;
    return Array.from({ length: 13 }, (_, index) => week(monday - 7 * (12 - index)));
  }
  return schoolYear(today);
}

const oneDay = (day: number): Stretch => ({ first: day, last: day });
const week = (monday: number): Stretch => ({ first: monday, last: monday + 6 });

function schoolYear(today: number): Stretch[] {
  const [year, month] = dateOfDay(today).split('-').map(Number) as [number, number];
  const since = month >= first_month_of_school ? year : year - 1;
  const months = (year - since) * 12 + month - first_month_of_school + 1;
  return Array.from({ length: months }, (_, index) => {
    const first = firstOf(since, first_month_of_school + index);
    return { first, last: firstOf(since, first_month_of_school + index + 1) - 1 };
  });
}

/** The first day of a month; month 13 is January of the year after. */
const firstOf = (year: number, month: number): number =>
  dayNumber(`${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`);

/** A stretch with its year, as a page that is kept for the board needs it: "23 November 2026", "September 2026". */
export function stretchWords({ first, last }: Stretch, lang: Lang): string {
  const [from, to] = [partsOf(first), partsOf(last)];
  if (first === last) return wholeDate(from, lang);
  if (from.day === 1 && to.month === from.month && partsOf(last + 1).day === 1)
    return `${month_names[lang][from.month - 1]} ${from.year}`;
  const begin = from.year === to.year ? dayAndMonth(from, lang) : wholeDate(from, lang);
  const end = wholeDate(to, lang);
  return { en: `${begin} to ${end}`, fr: `du ${begin} au ${end}` }[lang];
}

/** For the axis of a picture: `11-23`, or `2026-09` for a month. */
export const shortOf = ({ first, last }: Stretch): string =>
  last - first > 7 ? dateOfDay(first).slice(0, 7) : dateOfDay(first).slice(5);

type Parts = { year: number; month: number; day: number };

function partsOf(number: number): Parts {
  const [year, month, day] = dateOfDay(number).split('-').map(Number) as [number, number, number];
  return { year, month, day };
}
