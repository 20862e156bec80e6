import { queryOptions } from '@tanstack/react-query';
import type { SchoolLine } from '#schools/rules/school.ts';
import { api, laterWords, withQuery } from '#ui/ui.ts';
import type { SchoolPageWords } from './words/en.ts';

export const useSchoolPageWords = laterWords<SchoolPageWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askSchoolStory = (id: number) =>
  queryOptions({
    queryKey: ['school', id, 'history'],
    queryFn: ({ signal }) => api.get<{ items: SchoolLine[] }>(`/api/schools/${id}/history`, { signal }),
    select: ({ items }) => items,
  });

/** How many tickets of the school there are of a state; as the list counts them. */
export const askTicketCounts = (id: number, state: 'open' | 'ended') =>
  queryOptions({
    queryKey: ['counts', 'school', id, state],
    queryFn: ({ signal }) =>
      api.get<{ total: number; court: Record<'desk' | 'school' | 'level2', number> }>(
        withQuery('/api/tickets/counts', { school: id, state }),
        { signal },
      ),
  });
