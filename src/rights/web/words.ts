import { laterWords } from '#ui/ui.ts';
import type { RightsWords } from './words/en.ts';

export const useRightsWords = laterWords<RightsWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
