import type { TicketWords } from '#tickets/rules/words/en.ts';
import { laterWords, wordsOf } from '#ui/ui.ts';
import type { SearchWords } from './words/en.ts';

export const useSearchWords = laterWords<SearchWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

/** The names of areas, which every page has. */
export const useTicketWords = wordsOf<TicketWords>('tickets');
