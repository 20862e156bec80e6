import { laterWords } from '#ui/ui.ts';
import type { ForumWords } from './words/en.ts';

export const useForumWords = laterWords<ForumWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});
