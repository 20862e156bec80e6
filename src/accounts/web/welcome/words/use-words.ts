import { laterWords } from '#ui/ui.ts';
import type { WelcomeWords } from './en.ts';

export const useWelcomeWords = laterWords<WelcomeWords>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
