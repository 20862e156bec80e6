import { laterWords } from '#ui/ui.ts';
import type { StatusWords } from './words/en.ts';

export const useStatusWords = laterWords<StatusWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
