import type { Words } from '#platform/schemas.ts';
import { dayNumber } from '#sla/rules/dates.ts';
import { kinds, longestOf, type RightKind } from './kinds.ts';
import type { Action } from './life.ts';

/** From when until when. All days are dates of the school's own zone (YYYY-MM-DD), both included. */

/** So many calendar days before its end a right comes back as a ticket: two weeks, and a school is asked in time. */
export const asked_before_days = 14;

interface Asked {
  action: Action;
  kind: RightKind;
  at_schools: string | null;
  from: string;
  until: string | null;
}

/** What is wrong with the days that are asked for, beside each field; nothing where they can be. */
interface Wrong {
  from?: Words;
  until?: Words;
}

export function wrongDays({ action, from, until, ...right }: Asked, today: string): Wrong {
  if (from < today) return { from: over };
  // What is taken away has a day, and no end.
  if (action === 'remove') return until === null ? {} : { until: no_end };
  const longest = longestOf(right);
  if (until === null) return longest === null ? {} : { until: needed(right.kind, longest) };
  if (until <= from) return { until: before };
  if (longest !== null && dayNumber(until) - dayNumber(from) > longest)
    return { until: tooLong(right.kind, longest) };
  return {};
}

/** How a right stands on a day: it ends soon from the day on which its school is asked, and is over after its last. */
export function standsOn(
  { until, ended_on }: { until: string | null; ended_on: string | null },
  today: string,
): 'held' | 'ending' | 'over' | 'ended' {
  if (ended_on !== null) return 'ended';
  if (until === null) return 'held';
  if (until < today) return 'over';
  return dayNumber(until) - dayNumber(today) <= asked_before_days ? 'ending' : 'held';
}

const over = {
  en: 'That day is over. Choose today or later.',
  fr: 'Ce jour est passé. Choisissez aujourd’hui ou plus tard.',
};
const before = {
  en: 'The last day must be after the first.',
  fr: 'Le dernier jour doit venir après le premier.',
};
const no_end = {
  en: 'What is taken away has no last day.',
  fr: 'Ce qui est retiré n’a pas de dernier jour.',
};

const span = (days: number): Words =>
  days > 366 ? { en: 'two years', fr: 'deux ans' } : { en: 'one year', fr: 'un an' };

const needed = (kind: RightKind, days: number): Words => ({
  en: `Say until when: ${quoted(kind).en} is given for ${span(days).en} at most.`,
  fr: `Dites jusqu’à quand : ${quoted(kind).fr} est accordé pour ${span(days).fr} au plus.`,
});
const tooLong = (kind: RightKind, days: number): Words => ({
  en: `That is too long: ${quoted(kind).en} is given for ${span(days).en} at most.`,
  fr: `C’est trop long : ${quoted(kind).fr} est accordé pour ${span(days).fr} au plus.`,
});
const quoted = (kind: RightKind): Words => ({
  en: `“${kinds[kind].name.en}”`,
  fr: `« ${kinds[kind].name.fr} »`,
});
