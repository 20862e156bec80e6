import type { Lang, Words } from '#platform/schemas.ts';
import type { DeskTime } from '#sla/rules/desk-hours.ts';
import {
  priorities,
  promised_clocks,
  type Promised,
  type Priority,
  type PromisedClock,
} from '#sla/rules/targets.ts';

/** The data of a version: what its document is filled from, and what the clocks measure by. */

export interface Terms extends Omit<Promised, 'version'> {
  /** In how many school days a complaint is answered. */
  complaint_days: number;
  /** YYYY-MM-DD: when both sides look at it again. */
  review_on: string;
}

export interface Fault {
  field: string;
  sentence: Words;
}

/**
 * What of the targets cannot be promised: a higher priority that is slower than a lower one, an answer after the
 * solution, warnings out of order. In the order of the table, by the names of the fields.
 */
export function faultsOf({ targets, goals, warn_at }: Pick<Terms, 'targets' | 'goals' | 'warn_at'>): Fault[] {
  const cells = priorities.flatMap((priority, at) =>
    promised_clocks.flatMap(clock => {
      const field = `targets.${priority}.${clock}`;
      const minutes = targets[priority][clock];
      const above = priorities[at - 1];
      if (!(minutes > 0)) return [{ field, sentence: not_positive }];
      if (clock === 'response' && minutes > targets[priority].resolution)
        return [{ field, sentence: after_solution }];
      return above && minutes < targets[above][clock]
        ? [{ field, sentence: fasterThan(priority, above) }]
        : [];
    }),
  );
  const shares = promised_clocks.flatMap(clock =>
    goals[clock] > 0 && goals[clock] <= 1 ? [] : [{ field: `goals.${clock}`, sentence: not_a_share }],
  );
  const rising = warn_at.every((part, at) => part > (warn_at[at - 1] ?? 0) && part < 100);
  return [...cells, ...shares, ...(rising ? [] : [{ field: 'warn_at', sentence: not_rising }])];
}

const not_positive = { en: 'Say how many minutes.', fr: 'Indiquez le nombre de minutes.' };
const after_solution = {
  en: 'The first answer cannot come after the solution.',
  fr: 'La première réponse ne peut venir après la solution.',
};
const fasterThan = (lower: Priority, higher: Priority): Words => ({
  en: `${lower} would be faster than ${higher}.`,
  fr: `${lower} serait plus rapide que ${higher}.`,
});
const not_a_share = { en: 'Between 1 and 100 %.', fr: 'Entre 1 et 100 %.' };
const not_rising = {
  en: 'Warnings rise, each below 100 %.',
  fr: 'Les avertissements vont en montant, tous sous 100 %.',
};

/** What each priority is for, as a school understands it. */
export const priority_words: Record<Priority, Words> = {
  P1: { en: 'nobody can work', fr: 'personne ne peut travailler' },
  P2: { en: 'needed today', fr: 'nécessaire aujourd’hui' },
  P3: { en: 'needed this week', fr: 'nécessaire cette semaine' },
  P4: { en: 'can wait', fr: 'peut attendre' },
};
export const clock_words: Record<PromisedClock, Words> = {
  response: { en: 'First answer', fr: 'Première réponse' },
  resolution: { en: 'Solved', fr: 'Réglé' },
};

const units = {
  en: { hour: ['hour', 'hours'], minute: ['minute', 'minutes'], and: 'and' },
  fr: { hour: ['heure', 'heures'], minute: ['minute', 'minutes'], and: 'et' },
} as const;

/** A length of the desk's time in full: "4 hours", "1 hour and 30 minutes". */
export function lengthWords(minutes: number, lang: Lang): string {
  const of = (count: number, [one, many]: readonly [string, string]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  const { hour, minute, and } = units[lang];
  return [...of(Math.floor(minutes / 60), hour), ...of(minutes % 60, minute)].join(` ${and} `);
}

export const percent = (share: number, lang: Lang): string =>
  `${Math.round(share * 100)}${lang === 'fr' ? '\u00a0' : ''}%`;

/** What is signed beside the text, in one order whatever the database made of it; the warnings are the desk's own. */
export const signedData = (
  { targets, goals, complaint_days, review_on }: Terms,
  { zone, week }: DeskTime,
): string =>
  JSON.stringify({
    targets: Object.fromEntries(
      priorities.map(priority => [
        priority,
        Object.fromEntries(promised_clocks.map(clock => [clock, targets[priority][clock]])),
      ]),
    ),
    goals: Object.fromEntries(promised_clocks.map(clock => [clock, goals[clock]])),
    hours: {
      zone,
      week: week.map(({ weekday, from_minute, to_minute }) => ({ weekday, from_minute, to_minute })),
    },
    complaint_days,
    review_on,
  });
