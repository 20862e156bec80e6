import { z } from 'zod';
import { dateOfDay, dayNumber } from './dates.ts';
import { overlap, objectionToDays } from './days-told.ts';

/** What a calendar file would change of the days that are kept: shown before anything is done. */

interface Days {
  first_day: string;
  last_day: string;
  name: string;
}

/** An event of a file; see platform/text/ical.ts. */
interface FileDays extends Days {
  not_read: 'timed' | 'repeats' | null;
}

/** `fixed`: what a file does not change, such as days that have begun or that have hours of their own. */
export type Kept = Days & { fixed: boolean };

/** Why something of a file is no day off. */
export const left_out_reasons = [
  'timed',
  'repeats',
  'past',
  'closed_anyway',
  'in_the_way',
  'too_far',
] as const;
type LeftOut = Days & { why: (typeof left_out_reasons)[number] };

export interface Difference<K extends Kept> {
  added: Days[];
  /** Another name for the same days, or other days for the same name. */
  changed: { from: K; to: Days }[];
  /** Kept, within the span of the file, and not in it. */
  gone: K[];
  same: number;
  left_out: LeftOut[];
}

interface Beside<K extends Kept> {
  kept: readonly K[];
  /** 'YYYY-MM-DD'; what is past stays. */
  today: string;
  /** Whether a day is off by itself: a week-end, a holiday. */
  off: (date: string) => boolean;
}

/**
 * A file's days beside those that are kept. Gone are only kept days that lie whole between the file's first day and its
 * last. What is in the way of something fixed, or comes twice, is left out.
 */
export function differenceOf<K extends Kept>(
  file: readonly FileDays[],
  { kept, today, off }: Beside<K>,
): Difference<K> {
  const difference: Difference<K> = { added: [], changed: [], gone: [], same: 0, left_out: [] };
  const fixed = kept.filter(each => each.fixed);
  const wanted: Days[] = [];
  for (const { not_read, ...each } of file) {
    const standing = [...fixed, ...wanted];
    const why = not_read ?? whyNot(each, { standing, today, off });
    if (!why) wanted.push(each);
    else if (why !== 'known') difference.left_out.push({ ...each, why });
  }
  const [first, last] = spanOf(wanted);
  const left = new Set(kept.filter(each => !each.fixed));
  const match = (of: (one: Days, other: Days) => boolean, days: readonly Days[]) =>
    days.filter(to => {
      const from = [...left].find(each => of(each, to));
      if (!from) return true;
      left.delete(from);
      if (sameDays(from, to) && from.name === to.name) difference.same++;
      else difference.changed.push({ from, to });
      return false;
    });
  const unmatched = match((one, other) => sameDays(one, other) && one.name === other.name, wanted);
  const others = match(sameDays, unmatched);
  difference.added = match((one, other) => one.name === other.name && near(one, other), others);
  difference.gone = [...left].filter(each => first <= each.first_day && each.last_day <= last);
  return withoutOverlaps(difference, kept);
}

function whyNot(
  days: Days,
  { standing, today, off }: { standing: readonly Days[] } & Pick<Beside<Kept>, 'today' | 'off'>,
): LeftOut['why'] | 'known' | undefined {
  if (standing.some(each => sameDays(each, days) && each.name === days.name)) return 'known';
  if (days.first_day < today) return 'past';
  if (objectionToDays(days, today)) return 'too_far';
  if (datesOf(days).every(off)) return 'closed_anyway';
  return standing.some(each => overlap(each, days)) ? 'in_the_way' : undefined;
}

/** What stays although the file does not speak of it goes before what the file adds over it. */
function withoutOverlaps<K extends Kept>(difference: Difference<K>, kept: readonly K[]): Difference<K> {
  const moved = new Set([...difference.changed.map(({ from }) => from), ...difference.gone]);
  const staying = kept.filter(each => !moved.has(each));
  const free = (days: Days) => !staying.some(each => overlap(each, days));
  const left_out = difference.added
    .filter(each => !free(each))
    .map(each => ({ ...each, why: 'in_the_way' as const }));
  return {
    ...difference,
    added: difference.added.filter(free),
    changed: difference.changed.filter(({ to }) => free(to)),
    left_out: [...difference.left_out, ...left_out],
  };
}

function datesOf({ first_day, last_day }: Days): string[] {
  const [first, last] = [dayNumber(first_day), dayNumber(last_day)];
  return Array.from({ length: last - first + 1 }, (_, at) => dateOfDay(first + at));
}

/** The first day and the last of all; none lies between them where there are none. */
export const spanOf = (days: readonly Days[]): [first: string, last: string] => [
  days.reduce((first, { first_day }) => (first_day < first ? first_day : first), '9999-12-31'),
  days.reduce((last, { last_day }) => (last_day > last ? last_day : last), '0000-01-01'),
];

const sameDays = (one: Days, other: Days) =>
  one.first_day === other.first_day && one.last_day === other.last_day;

/** The same break of the same year: it lies over the other, or begins in the same month. */
const near = (one: Days, other: Days) =>
  overlap(one, other) || one.first_day.slice(0, 7) === other.first_day.slice(0, 7);

const Line = z.object({ name: z.string(), words: z.string() });

export const CalendarFile = z.object({ text: z.string() });

/** `seen` names what was shown: what is done is that, or nothing. */
export const CalendarImporting = z.object({ text: z.string(), seen: z.string().max(100) });

export const CalendarDifference = z.object({
  seen: z.string(),
  added: z.array(Line),
  changed: z.array(z.object({ from: Line, to: Line })),
  gone: z.array(Line),
  same: z.number().int(),
  left_out: z.array(Line.extend({ why: z.enum(left_out_reasons) })),
});
export type CalendarDifference = z.infer<typeof CalendarDifference>;
