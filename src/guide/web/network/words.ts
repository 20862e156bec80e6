import { laterWords } from '#ui/ui.ts';
import type { NetworkWords } from './words/en.ts';

export const useNetworkWords = laterWords<NetworkWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
