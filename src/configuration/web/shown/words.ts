import { laterWords } from '#ui/ui.ts';
import type { ConfigurationWords } from '../words/en.ts';

export const useConfigurationWords = laterWords<ConfigurationWords>({
  en: async () => (await import('../words/en.ts')).en,
  fr: async () => (await import('../words/fr.ts')).fr,
});
