import { laterWords } from '#ui/ui.ts';
import type { ExceptionWords } from './words/en.ts';

export const useExceptionWords = laterWords<ExceptionWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
