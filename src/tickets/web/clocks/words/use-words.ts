import { laterWords } from '#ui/ui.ts';
import type { ClockWords } from './en.ts';

export const useClockWords = laterWords<ClockWords>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
