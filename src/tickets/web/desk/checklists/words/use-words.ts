import { laterWords } from '#ui/ui.ts';
import type { ChecklistsWords } from './en.ts';

export const useChecklistsWords = laterWords<ChecklistsWords>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
