import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';
import type { Value } from './field.ts';

/** How the list is asked for tickets by a field. Knows no library. */

const end = String.raw`(?:-?\d{1,4}d|[12]\d{3}-\d\d-\d\d)?`;

/** `<id>:<value>`, or of a date `<id>:<first>..<last>`. */
export const asked_field = new RegExp(String.raw`^[1-9]\d{0,8}:(?:[\w-]{1,60}|${end}\.\.${end})$`);

/** From a day to a day, both count ('YYYY-MM-DD'); without one it has no end there. */
export interface Stretch {
  first: string | undefined;
  last: string | undefined;
}

export const isStretch = (asked: Value | Stretch): asked is Stretch => typeof asked === 'object';

/** Days that go on with the calendar, as the filters offer them: a stored view of them is always of these days. */
export const date_stretches = {
  over: '..-1d',
  today: '0d..0d',
  next_7_days: '0d..7d',
  next_30_days: '0d..30d',
  last_7_days: '-7d..0d',
} as const;

/** `2026-11-01..2026-11-30`, `..2026-11-30`, or counted in days from today: `-7d..0d`, `..-1d`. */
export function stretchOf(text: string, today: string): Stretch | undefined {
  const [first, last, ...more] = text.split('..');
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  const day = (given: string) =>
    given.endsWith('d') ? dateOfDay(dayNumber(today) + Number(given.slice(0, -1))) : given || undefined;
  return { first: day(first), last: day(last) };
}

/** The fields that are asked for. */
export const askedIds = (asked: readonly string[]): number[] => [
  ...new Set(asked.map(one => Number(one.split(':')[0]))),
];

/**
 * What is asked for, by field: a whole number is a person, `yes` a tick, two dots a stretch of days counted from
 * `today`, everything else a choice or a date.
 */
export function askedFields(asked: readonly string[], today: string): Map<string, (Value | Stretch)[]> {
  const by_field = new Map<string, (Value | Stretch)[]>();
  for (const one of asked) {
    const [id, text] = one.split(':') as [string, string];
    const plain = text === 'yes' ? true : /^\d+$/.test(text) ? Number(text) : text;
    by_field.set(id, [...(by_field.get(id) ?? []), stretchOf(text, today) ?? plain]);
  }
  return by_field;
}
