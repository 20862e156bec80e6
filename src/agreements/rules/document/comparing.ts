import type { Lang, Words } from '#platform/schemas.ts';
import type { DeskTime } from '#sla/rules/desk-hours.ts';
import { priorities, promised_clocks } from '#sla/rules/targets.ts';
import { hoursWords } from '#sla/rules/week.ts';
import { clock_words, lengthWords, percent, type Terms } from '../terms.ts';
import { fullDay } from './places.ts';

/** What is different in the data of two versions, in words. */

/** A version's data; the first one has no complaints, no review, and no hours of its own. */
export interface Compared extends Pick<Terms, 'targets' | 'goals' | 'warn_at'> {
  complaint_days: number | null;
  review_on: string | null;
  hours: DeskTime | null;
}

export interface DifferentValue {
  what: string;
  from: string;
  to: string;
}

/** `inside`: with what is the desk's own. What is equal is left out. */
export function changesBetween(
  one: Compared,
  other: Compared,
  { lang, inside }: { lang: Lang; inside: boolean },
): DifferentValue[] {
  const of = (what: string, say: (version: Compared) => string): DifferentValue => ({
    what,
    from: say(one),
    to: say(other),
  });
  const said = <T>(value: T | null, words: (value: T) => string) => (value === null ? nothing : words(value));
  return [
    ...priorities.flatMap(priority =>
      promised_clocks.map(clock =>
        of(`${priority}, ${clock_words[clock][lang].toLowerCase()}`, ({ targets }) =>
          lengthWords(targets[priority][clock], lang),
        ),
      ),
    ),
    ...promised_clocks.map(clock =>
      of(`${names.goal[lang]}, ${clock_words[clock][lang].toLowerCase()}`, ({ goals }) =>
        percent(goals[clock], lang),
      ),
    ),
    ...(inside
      ? [
          of(
            names.warn_at[lang],
            ({ warn_at }) => warn_at.map(part => percent(part / 100, lang)).join(', ') || nothing,
          ),
        ]
      : []),
    of(names.hours[lang], ({ hours }) => said(hours, ({ week }) => hoursWords(week, lang))),
    of(names.complaint_days[lang], version => said(version.complaint_days, String)),
    of(names.review_on[lang], version => said(version.review_on, day => fullDay(day, lang))),
  ].filter(({ from, to }) => from !== to);
}

const nothing = '–';
const names = {
  goal: { en: 'Goal', fr: 'Objectif' },
  warn_at: { en: 'Warnings before', fr: 'Avertissements' },
  hours: { en: 'Support hours', fr: 'Heures de soutien' },
  complaint_days: { en: 'School days for a complaint', fr: 'Jours d’école pour une plainte' },
  review_on: { en: 'Review by', fr: 'Révision d’ici le' },
} satisfies Record<string, Words>;
