import type { Moment } from '#platform/schemas.ts';
import { dayNumber, weekdayOfDay } from './dates.ts';
import { month_names, weekday_names, type Lang, type Words } from './words.ts';
import { localDay, localTime, zoneLabel, type LocalTime } from './zones.ts';

/** Who is looking: when, in which zone, in which language. */
export type Seen = { now: Date; zone: string; lang: Lang };

export type { Moment };

const near_days: Record<number, Words> = {
  [-1]: { en: 'yesterday', fr: 'hier' },
  0: { en: 'today', fr: 'aujourd’hui' },
  1: { en: 'tomorrow', fr: 'demain' },
};

/**
 * How a time is shown, everywhere: "today 10:52", "Friday 14:02", "3 March, 14:02", "3 March 2025, 14:02",
 * in the zone of who looks. Seconds are dropped: a deadline is rounded up to the full minute before it
 * comes here (calendar.json deadline_rounding). Throws a RangeError on an unknown zone or an invalid Date.
 */
export function moment(at: Date, seen: Seen): Moment {
  const local = localTime(at, seen.zone);
  const today = localTime(seen.now, seen.zone);
  const clock = clockWords(local);
  const ahead = localDay(at, seen.zone) - localDay(seen.now, seen.zone);
  const near = nearDay(ahead, local.weekday, seen.lang);
  return {
    at: at.toISOString(),
    words: near ? `${near} ${clock}` : `${farDay(local, today.year, seen.lang)}, ${clock}`,
    exact: exactWords(local, clock, seen),
  };
}

/**
 * How a date ('YYYY-MM-DD', of the zone of who looks) is shown: "today", "Friday", "3 March", "3 March 2025".
 * Throws a RangeError on a bad date.
 */
export function dateWords(date: string, seen: Seen): string {
  const day = dayNumber(date);
  const ahead = day - localDay(seen.now, seen.zone);
  const near = nearDay(ahead, weekdayOfDay(day), seen.lang);
  if (near) return near;
  return farDay(partsOf(date), localTime(seen.now, seen.zone).year, seen.lang);
}

/** How some days on end are shown, both of them meant: "Friday", "21 December – 3 January 2027". */
export function daysWords(first: string, last: string, seen: Seen): string {
  return first === last ? dateWords(first, seen) : `${dateWords(first, seen)} – ${dateWords(last, seen)}`;
}

const units = { hour: { en: 'h', fr: 'h' }, minute: { en: 'min', fr: 'min' } } satisfies Record<
  string,
  Words
>;

/**
 * A length of time: "2 h 10 min", "45 min", "0 min", "−5 min". Minutes are rounded to whole ones; hours
 * are not made into days, since a working day is not 24 hours.
 */
export function spanWords(minutes: number, lang: Lang): string {
  const rounded = Math.round(minutes);
  const hours = Math.floor(Math.abs(rounded) / 60);
  const rest = Math.abs(rounded) % 60;
  const parts: string[] = [];
  if (hours > 0) parts.push(`${hours} ${units.hour[lang]}`);
  if (rest > 0 || hours === 0) parts.push(`${rest} ${units.minute[lang]}`);
  return (rounded < 0 ? '−' : '') + parts.join(' ');
}

/** The same to the second, for a sum that has to add up: "1 h 20 min 5 s". */
export function exactSpanWords(seconds: number, lang: Lang): string {
  const rest = Math.round(seconds) % 60;
  const minutes = (Math.round(seconds) - rest) / 60;
  if (rest === 0) return spanWords(minutes, lang);
  return minutes === 0 ? `${rest} s` : `${spanWords(minutes, lang)} ${rest} s`;
}

/** The name of a day less than a week away, and nothing for the others. */
function nearDay(ahead: number, weekday: number, lang: Lang): string | undefined {
  return near_days[ahead]?.[lang] ?? (Math.abs(ahead) <= 6 ? weekday_names[lang][weekday - 1] : undefined);
}

function farDay(on: Pick<LocalTime, 'year' | 'month' | 'day'>, thisYear: number, lang: Lang): string {
  return on.year === thisYear ? dayAndMonth(on, lang) : wholeDate(on, lang);
}

/** A date with its year, whoever reads it and when: "3 December 2026". */
export const wholeDate = (on: Pick<LocalTime, 'year' | 'month' | 'day'>, lang: Lang): string =>
  `${dayAndMonth(on, lang)} ${on.year}`;

/** The same of a date as it is kept ('YYYY-MM-DD'). Throws a RangeError on a bad one. */
export const wholeDay = (date: string, lang: Lang): string => wholeDate(partsOf(date), lang);

function partsOf(date: string): Pick<LocalTime, 'year' | 'month' | 'day'> {
  dayNumber(date);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return { year, month, day };
}

/** French counts only the first of a month as an ordinal. */
export function dayAndMonth({ month, day }: Pick<LocalTime, 'month' | 'day'>, lang: Lang): string {
  return `${lang === 'fr' && day === 1 ? '1er' : day} ${month_names[lang][month - 1]}`;
}

function exactWords(local: LocalTime, clock: string, { zone, lang }: Seen): string {
  const day = `${weekday_names[lang][local.weekday - 1]} ${wholeDate(local, lang)}`;
  return `${day}, ${clock}${lang === 'fr' ? ',' : ''} ${zoneLabel(zone)[lang]}`;
}

export function clockWords({ hour, minute }: LocalTime): string {
  return `${hour}:${String(minute).padStart(2, '0')}`;
}
