import { wordsOf } from '#ui/words/words.tsx';
import type { UndoWords } from './words/en.ts';

export const useUndoWords = wordsOf<UndoWords>('undo');
