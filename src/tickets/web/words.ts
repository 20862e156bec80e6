import { wordsOf } from '#ui/ui.ts';
import type { TicketWords } from '../rules/words/en.ts';

/** What the ids of the ticket's rules are called, in the language shown. */
export const useTicketWords = wordsOf<TicketWords>('tickets');
