import { dateOfDay, dayNumber, weekdayOfDay } from './dates.ts';
import { holidayOn } from './holidays.ts';
import { weekend_words, type Words } from './words.ts';
import { localDay } from './zones.ts';

/** When a school is open: its zone, and the local dates ('YYYY-MM-DD') on which it is closed, week-ends included. */
export type SchoolCalendar = {
  zone: string;
  closed: (date: string) => boolean;
  /** Why it is closed on a date; null where it is open. */
  because: (date: string) => Words | null;
};

/** Days on which a school is closed besides, the last of them included. */
export type DaysOff = { first_day: string; last_day: string; name: string };

/** Monday to Friday without the statutory holidays: what holds where a school has told nothing else. */
export function provinceCalendar(zone: string): SchoolCalendar {
  return calendarOf(zone, date => holidayOn(date) ?? (isWeekend(date) ? weekend_words : null));
}

/** The province's days with a school's own breaks and professional days, which go before a holiday's name. */
export function schoolCalendar(zone: string, days_off: readonly DaysOff[]): SchoolCalendar {
  if (days_off.length === 0) return provinceCalendar(zone);
  const { because } = provinceCalendar(zone);
  return calendarOf(zone, date => {
    if (isWeekend(date)) return weekend_words;
    const own = days_off.find(({ first_day, last_day }) => first_day <= date && date <= last_day)?.name;
    return own === undefined ? because(date) : { en: own, fr: own };
  });
}

const isWeekend = (date: string) => weekdayOfDay(dayNumber(date)) > 5;

const calendarOf = (zone: string, because: SchoolCalendar['because']): SchoolCalendar => ({
  zone,
  closed: date => because(date) !== null,
  because,
});

/** Whether the school is open on a local date. */
export function isSchoolDay(date: string, calendar: SchoolCalendar): boolean {
  return !calendar.closed(date);
}

/**
 * How many school days have begun since `from`: its own local day does not count, each later school day
 * up to and including the local day of `to` counts 1. 0 if `to` is not later.
 */
export function schoolDaysBetween(from: Date, to: Date, calendar: SchoolCalendar): number {
  const last = localDay(to, calendar.zone);
  let count = 0;
  for (let day = localDay(from, calendar.zone) + 1; day <= last; day++) {
    if (isSchoolDay(dateOfDay(day), calendar)) count++;
  }
  return count;
}

/**
 * The local date on which the given number of school days has begun since `from` (0: its own day, open or not).
 * Throws a RangeError unless `days` is a whole number from 0, and if the school is closed for ten years on end.
 */
export function addSchoolDays(from: Date, days: number, calendar: SchoolCalendar): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of school days: ${days}`);
  let day = localDay(from, calendar.zone);
  for (let left = days; left > 0; left--) day = nextSchoolDay(day, calendar);
  return dateOfDay(day);
}

function nextSchoolDay(day: number, calendar: SchoolCalendar): number {
  for (let next = day + 1; next <= day + 3660; next++) {
    if (isSchoolDay(dateOfDay(next), calendar)) return next;
  }
  throw new RangeError(`no school day in the ten years after ${dateOfDay(day)}`);
}
