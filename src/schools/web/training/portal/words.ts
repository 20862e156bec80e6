import { laterWords } from '#ui/ui.ts';
import type { SchoolTrainingWords } from './words/en.ts';

export const useSchoolTrainingWords = laterWords<SchoolTrainingWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
