import type { StatementWords } from '#reports/rules/statements/words/en.ts';
import { laterWords } from '#ui/ui.ts';
import type { PageWords } from './words/en.ts';

export const usePageWords = laterWords<PageWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const useStatementWords = laterWords<StatementWords>({
  en: async () => (await import('#reports/rules/statements/words/en.ts')).en,
  fr: async () => (await import('#reports/rules/statements/words/fr.ts')).fr,
});
