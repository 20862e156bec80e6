/**
 * Calendar dates without a clock: a date is 'YYYY-MM-DD' (years 0000 to 9999), and counting is
 * done on its day number, the days since 1970-01-01. No zone is involved: see zones.ts for that.
 */

export const day_ms = 86_400_000;

/** Days since 1970-01-01. Throws a RangeError on anything but an existing 'YYYY-MM-DD'. */
export function dayNumber(date: string): number {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN;
  // Date.parse forgives 30 February by moving on to March; a date that reads back otherwise is none.
  if (Number.isNaN(midnight) || dateOfDay(midnight / day_ms) !== date) {
    throw new RangeError(`not a date (YYYY-MM-DD): ${date}`);
  }
  return midnight / day_ms;
}

/** The date 'YYYY-MM-DD' of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * day_ms).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOfDay(day: number): number {
  // 1970-01-01, day 0, was a Thursday; the second remainder keeps days before it positive.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
