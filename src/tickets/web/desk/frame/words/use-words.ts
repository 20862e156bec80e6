import { wordsOf } from '#ui/ui.ts';
import type { FrameWords } from './en.ts';

export const useFrameWords = wordsOf<FrameWords>('frame');
