import { laterWords } from '#ui/ui.ts';
import type { OwnSchoolWords } from './words/en.ts';

export const useOwnSchoolWords = laterWords<OwnSchoolWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
