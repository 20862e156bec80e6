import { laterWords } from '#ui/ui.ts';
import type { HowFastWords } from './words/en.ts';

export const useHowFastWords = laterWords<HowFastWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
