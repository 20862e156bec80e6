import { wordsOf } from '#ui/ui.ts';
import type { DeskWords } from './en.ts';

/** What the desk's screens say; what states, moves and categories are called is in `useTicketWords`. */
export const useDeskWords = wordsOf<DeskWords>('desk');
