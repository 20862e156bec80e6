import { dateOfDay, dayNumber, weekdayOfDay } from './dates.ts';
import { statutoryHolidays } from './holidays.ts';
import { localDay } from './zones.ts';

/**
 * When a school is open: its zone, and the local dates ('YYYY-MM-DD') on which it is closed, week-ends
 * included. A school's own breaks are added by wrapping `closed` of another calendar.
 */
export type SchoolCalendar = { zone: string; closed: (date: string) => boolean };

/** Monday to Friday without the statutory holidays: what holds where a school has told nothing else. */
export function provinceCalendar(zone: string): SchoolCalendar {
  return {
    zone,
    closed: date => weekdayOfDay(dayNumber(date)) > 5 || isStatutoryHoliday(date),
  };
}

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
 * Throws a RangeError unless `days` is a whole number from 0, and if the school is closed for a year on end.
 */
export function addSchoolDays(from: Date, days: number, calendar: SchoolCalendar): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of school days: ${days}`);
  let day = localDay(from, calendar.zone);
  for (let left = days; left > 0; left--) day = nextSchoolDay(day, calendar);
  return dateOfDay(day);
}

function nextSchoolDay(day: number, calendar: SchoolCalendar): number {
  for (let next = day + 1; next <= day + 366; next++) {
    if (isSchoolDay(dateOfDay(next), calendar)) return next;
  }
  throw new RangeError(`no school day in the year after ${dateOfDay(day)}`);
}

const holidaysOfYears = new Map<number, Set<string>>();

/** Whether a local date is a statutory holiday (calendar.json): staff are off, on whatever weekday. */
export function isStatutoryHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  let dates = holidaysOfYears.get(year);
  if (!dates) {
    dates = new Set(statutoryHolidays(year).map(holiday => holiday.date));
    holidaysOfYears.set(year, dates);
  }
  return dates.has(date);
}
