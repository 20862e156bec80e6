import { laterWords } from '#ui/ui.ts';
import type { BulkWords } from './words/en.ts';

export const useBulkWords = laterWords<BulkWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
