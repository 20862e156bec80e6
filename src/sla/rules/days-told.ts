import { z } from 'zod';
import { line, Moment } from '#platform/schemas.ts';
import { dateOfDay, dayNumber } from './dates.ts';
import { merged, type Stretch } from './week.ts';

/** Days that a desk or a school tells of itself: the part of their contracts that is the same. */

export const day_limits = {
  name_characters: 80,
  /** So long at most is one break, and so far ahead it is told. */
  days: 200,
  years_ahead: 3,
  stretches: 6,
  /** Of a calendar file. */
  file_characters: 1_000_000,
} as const;

/** Some days on end, both of them meant; a day alone has the same twice. */
export const TellingDays = z.object({
  first_day: z.iso.date(),
  last_day: z.iso.date(),
  name: line(day_limits.name_characters),
});
export type TellingDays = z.output<typeof TellingDays>;

export const Hours = z
  .array(
    z.object({
      from_minute: z.number().int().min(0).max(1439),
      to_minute: z.number().int().min(1).max(1440),
    }),
  )
  .max(day_limits.stretches);

/** Whether each stretch of a day ends after it begins, and none lies over another. */
export const areHours = (hours: readonly Stretch[]): boolean =>
  hours.every(({ from_minute, to_minute }) => from_minute < to_minute) &&
  [...hours]
    .sort((a, b) => a.from_minute - b.from_minute)
    .every(({ from_minute }, at, all) => at === 0 || all[at - 1]!.to_minute <= from_minute) &&
  merged(hours).length > 0;

interface Ahead {
  first_day: string;
  last_day: string;
}

/** What is wrong with days on end, whenever they are: the field, and why; undefined where nothing is. */
export function objectionToLength({ first_day, last_day }: Ahead) {
  if (last_day < first_day) return { field: 'last_day', sentence: sentences.order };
  if (dayNumber(last_day) - dayNumber(first_day) >= day_limits.days)
    return { field: 'last_day', sentence: sentences.long };
  return undefined;
}

/** The same of days that somebody tells on a day. */
export function objectionToDays(days: Ahead, today: string) {
  const { first_day, last_day } = days;
  const wrong = objectionToLength(days);
  if (wrong) return wrong;
  if (first_day < today) return { field: 'first_day', sentence: sentences.past };
  if (last_day > dateOfDay(dayNumber(today) + day_limits.years_ahead * 366))
    return { field: 'last_day', sentence: sentences.far };
  return undefined;
}

export const overlap = (one: Ahead, other: Ahead): boolean =>
  one.first_day <= other.last_day && other.first_day <= one.last_day;

export const already = (name: string) => ({
  en: `“${name}” is already there on these days. Take that back first.`,
  fr: `« ${name} » s’y trouve déjà ces jours-là. Retirez-le d’abord.`,
});

const sentences = {
  order: { en: 'The last day comes before the first.', fr: 'Le dernier jour vient avant le premier.' },
  past: {
    en: 'What is past stays as it was measured. Choose today or a later day.',
    fr: 'Le passé reste tel que mesuré. Choisissez aujourd’hui ou un jour à venir.',
  },
  long: {
    en: `At most ${day_limits.days} days on end.`,
    fr: `Au plus ${day_limits.days} jours de suite.`,
  },
  far: {
    en: `At most ${day_limits.years_ahead} years ahead.`,
    fr: `Au plus ${day_limits.years_ahead} ans à l’avance.`,
  },
};

/** One of the days that were told, for a person. */
export const ToldDay = z.object({
  id: z.number().int(),
  first_day: z.string(),
  last_day: z.string(),
  name: z.string(),
  /** "21 December – 1 January 2027". */
  words: z.string(),
  /** The hours of these days; null: closed. */
  hours: z.string().nullable(),
  /** Null where nobody knows any more. */
  said: z.object({ by: z.string(), at: Moment }).nullable(),
  over: z.boolean(),
  can: z.object({ take_back: z.boolean() }),
});
export type ToldDay = z.infer<typeof ToldDay>;

/** A year as it is drawn: which weekdays are open, and each day that is otherwise. */
export const CalendarYear = z.object({
  year: z.number().int(),
  today: z.string(),
  /** 1 Monday to 7 Sunday. */
  open_weekdays: z.array(z.number().int()),
  days: z.array(
    z.object({
      date: z.string(),
      /** "Thursday 24 December". */
      words: z.string(),
      name: z.string(),
      kind: z.enum(['holiday', 'closed', 'hours']),
      hours: z.string().nullable(),
    }),
  ),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

export const YearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
