import { laterWords } from '#ui/ui.ts';
import type { StepFieldWords } from './words/en.ts';

export const useStepFieldWords = laterWords<StepFieldWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
