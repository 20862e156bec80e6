import { laterWords } from '#ui/ui.ts';
import type { PortalWords } from './words/en.ts';

export const useAgreementWords = laterWords<PortalWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
