import { laterWords } from '#ui/ui.ts';
import type { WorkWords } from './en.ts';

export const useWorkWords = laterWords<WorkWords>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
