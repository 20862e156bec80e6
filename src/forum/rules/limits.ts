import type { Words } from '#platform/schemas.ts';

/** How much the forum takes. Knows no library, so that forms have it too. */
export const forum_limits = {
  title: 200,
  text: 20_000,
  why: 1000,
  /** Working days of the desk before what nobody answers comes to it. */
  wait_days: { first: 2, most: 30 },
} as const;

export const written_kinds = ['topic', 'answer', 'report'] as const;
export type WrittenKind = (typeof written_kinds)[number];

/** How many a person of a school writes in an hour and in a day; the iGroup answers as many as there are. */
export const rates: Record<WrittenKind, { hour: number; day: number; says: Words }> = {
  topic: {
    ...{ hour: 5, day: 12 },
    says: {
      en: 'You have asked many questions in a short time. Your text is kept: send it later, or ask the desk.',
      fr: 'Vous avez posé beaucoup de questions en peu de temps. Votre texte est gardé : envoyez-le plus tard, ou demandez au bureau.',
    },
  },
  answer: {
    ...{ hour: 20, day: 60 },
    says: {
      en: 'You have answered many times in a short time. Your text is kept: send it later.',
      fr: 'Vous avez répondu souvent en peu de temps. Votre texte est gardé : envoyez-le plus tard.',
    },
  },
  report: {
    ...{ hour: 10, day: 30 },
    says: {
      en: 'You have reported many texts in a short time. Call the desk if it cannot wait.',
      fr: 'Vous avez signalé beaucoup de textes en peu de temps. Appelez le bureau si cela ne peut attendre.',
    },
  },
};

/** What was written in the hour and the day before. */
export interface WrittenLately {
  hour: number;
  day: number;
}

/** Seconds to wait before one more may be written; none where it may be now. */
export function waitFor(kind: WrittenKind, { hour, day }: WrittenLately): number | undefined {
  if (day >= rates[kind].day) return 24 * 3600;
  return hour >= rates[kind].hour ? 3600 : undefined;
}
