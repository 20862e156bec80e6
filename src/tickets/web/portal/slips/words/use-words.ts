import { laterWords } from '#ui/ui.ts';
import type { SlipWords } from './en.ts';

export const useSlipWords = laterWords<SlipWords>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
