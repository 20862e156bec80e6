import { laterWords } from '#ui/ui.ts';
import type { JoiningWords } from './words/en.ts';

export const useJoiningWords = laterWords<JoiningWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
