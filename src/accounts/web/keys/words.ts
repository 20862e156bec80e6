import { laterWords } from '#ui/ui.ts';
import type { KeyWords } from './words/en.ts';

export const useKeyWords = laterWords<KeyWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
