import { wordsOf } from '#ui/ui.ts';
import type { AccountWords } from './words/en.ts';

export const useAccountWords = wordsOf<AccountWords>('accounts');
