import { dateOfDay, dayNumber, weekdayOfDay } from './dates.ts';
import type { Words } from './words.ts';

/** A public holiday: the date itself, 'YYYY-MM-DD', even where it falls on a week-end. */
export type Holiday = { date: string; name: Words };

type Rule = { name: Words; day: (year: number) => number; since?: number };

/** Holidays of the Employment Standards Act of British Columbia (calendar.json statutory_holidays_esa). */
const statutory: readonly Rule[] = [
  { name: { en: 'New Year’s Day', fr: 'Jour de l’An' }, day: on(1, 1) },
  { name: { en: 'Family Day', fr: 'Jour de la Famille' }, day: familyDay, since: 2013 },
  { name: { en: 'Good Friday', fr: 'Vendredi saint' }, day: year => easterSunday(year) - 2 },
  // The Monday before 25 May.
  { name: { en: 'Victoria Day', fr: 'Fête de la Reine' }, day: year => mondayFrom(year, 5, 18) },
  { name: { en: 'Canada Day', fr: 'Fête du Canada' }, day: on(7, 1) },
  { name: { en: 'BC Day', fr: 'Jour de la Colombie-Britannique' }, day: year => mondayFrom(year, 8, 1) },
  { name: { en: 'Labour Day', fr: 'Fête du Travail' }, day: year => mondayFrom(year, 9, 1) },
  {
    name: {
      en: 'National Day for Truth and Reconciliation',
      fr: 'Journée nationale de la vérité et de la réconciliation',
    },
    day: on(9, 30),
    since: 2023,
  },
  { name: { en: 'Thanksgiving Day', fr: 'Action de grâces' }, day: year => mondayFrom(year, 10, 8) },
  { name: { en: 'Remembrance Day', fr: 'Jour du Souvenir' }, day: on(11, 11) },
  { name: { en: 'Christmas Day', fr: 'Noël' }, day: on(12, 25) },
];

/** What the Interpretation Act, s. 29, has besides (calendar.json extra_holidays_interpretation_act). */
const further: readonly Rule[] = [
  { name: { en: 'Easter Monday', fr: 'Lundi de Pâques' }, day: year => easterSunday(year) + 1 },
  { name: { en: 'December 26 (Boxing Day)', fr: '26 décembre (lendemain de Noël)' }, day: on(12, 26) },
];

/** The days off of the Employment Standards Act in a year, in order: when staff are not at work. */
export function statutoryHolidays(year: number): Holiday[] {
  return holidaysBy(statutory, year);
}

/**
 * The holidays of the Interpretation Act, s. 29, in a year, in order: those that the word "day" in PIPA
 * leaves out. Sundays, which the section counts as holidays too, are not listed.
 */
export function interpretationActHolidays(year: number): Holiday[] {
  return holidaysBy([...statutory, ...further], year);
}

const names_of_years = new Map<number, Map<string, Words>>();

/** The name of the statutory holiday on a local date, on whatever weekday; undefined where it is none. */
export function holidayOn(date: string): Words | undefined {
  const year = Number(date.slice(0, 4));
  let names = names_of_years.get(year);
  if (!names) {
    names = new Map(statutoryHolidays(year).map(holiday => [holiday.date, holiday.name]));
    names_of_years.set(year, names);
  }
  return names.get(date);
}

function holidaysBy(rules: readonly Rule[], year: number): Holiday[] {
  return rules
    .filter(rule => year >= (rule.since ?? 0))
    .map(rule => ({ day: rule.day(year), name: rule.name }))
    .sort((a, b) => a.day - b.day)
    .map(({ day, name }) => ({ date: dateOfDay(day), name }));
}

/** British Columbia moved Family Day in 2019 from the second to the third Monday, to agree with its neighbours. */
function familyDay(year: number): number {
  return mondayFrom(year, 2, year < 2019 ? 8 : 15);
}

function on(month: number, date: number): (year: number) => number {
  return year => dayIn(year, month, date);
}

/** The first Monday on or after a date. */
function mondayFrom(year: number, month: number, date: number): number {
  const day = dayIn(year, month, date);
  return day + ((8 - weekdayOfDay(day)) % 7);
}

/** Easter of the western churches, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skippedLeapDays = century - Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + skippedLeapDays - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * correction + 114;
  return dayIn(year, Math.floor(count / 31), (count % 31) + 1);
}

function dayIn(year: number, month: number, date: number): number {
  const padded = (number: number, width: number) => String(number).padStart(width, '0');
  return dayNumber(`${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`);
}
