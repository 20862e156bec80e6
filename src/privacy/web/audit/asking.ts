import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { AuditPage } from '#privacy/rules/audit.ts';
import { api, laterWords, withQuery } from '#ui/ui.ts';
import type { AuditSearch } from '../search.ts';
import type { AuditWords } from './words/en.ts';

export const useAuditWords = laterWords<AuditWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askAudit = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get<AuditPage>(withQuery('/api/audit', { ...search, cursor }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  });
