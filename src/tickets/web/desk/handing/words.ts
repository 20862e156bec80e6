import { laterWords } from '#ui/ui.ts';
import type { HandingWords } from './words/en.ts';

export const useHandingWords = laterWords<HandingWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
