import type { TicketWords } from '#tickets/rules/words/en.ts';
import { laterWords, wordsOf } from '#ui/ui.ts';
import type { AnswerWords } from './words/en.ts';

export const useAnswerWords = laterWords<AnswerWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

/** The names of categories, which every page has. */
export const useTicketWords = wordsOf<TicketWords>('tickets');
