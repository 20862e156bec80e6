import { laterWords } from '#ui/ui.ts';
import type { FieldsWords } from './words/en.ts';

export const useFieldsWords = laterWords<FieldsWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
