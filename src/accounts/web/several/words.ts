import { laterWords } from '#ui/ui.ts';
import type { SeveralWords } from './words/en.ts';

export const useSeveralWords = laterWords<SeveralWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
