import { laterWords } from '#ui/ui.ts';
import type { MessageWords } from './en.ts';

export const useMessageWords = laterWords<MessageWords>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
