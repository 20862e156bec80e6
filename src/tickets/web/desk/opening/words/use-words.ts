import { laterWords } from '#ui/ui.ts';
import type { OpeningWords } from './en.ts';

export const useOpeningWords = laterWords<OpeningWords>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
