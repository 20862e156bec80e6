import { laterWords } from '#ui/ui.ts';
import type { MacroWords } from './words/en.ts';

export const useMacroWords = laterWords<MacroWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
