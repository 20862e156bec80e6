import { laterWords } from '#ui/ui.ts';
import type { LineWords } from './en.ts';

export const useLineWords = laterWords<LineWords>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
