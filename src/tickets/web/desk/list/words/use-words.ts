import { wordsOf } from '#ui/ui.ts';
import type { ListWords } from './en.ts';

/** What the list and its views say. */
export const useListWords = wordsOf<ListWords>('list');
