import { queryOptions } from '@tanstack/react-query';
import type { TagCounts } from '#tickets/rules/tags/tag.ts';
import { api, laterWords } from '#ui/ui.ts';
import type { TagWords } from './words/en.ts';

export const useTagWords = laterWords<TagWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askTags = () =>
  queryOptions({
    queryKey: ['tags'],
    queryFn: ({ signal }) => api.get<{ items: { id: number; name: string }[] }>('/api/tags', { signal }),
    select: ({ items }) => items,
    staleTime: 60_000,
  });

export const askTagCounts = () =>
  queryOptions({
    queryKey: ['tags', 'counts'],
    queryFn: ({ signal }) => api.get<TagCounts>('/api/tags/counts', { signal }),
    select: ({ items }) => items,
  });

export type CountedTag = TagCounts['items'][number];
