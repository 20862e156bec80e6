import { queryOptions } from '@tanstack/react-query';
import type { SchoolGate } from '#schools/rules/gate-page.ts';
import type { School, SchoolWithPeople } from '#schools/rules/school.ts';
import { api, laterWords } from '#ui/ui.ts';
import type { SchoolWords } from './words/en.ts';

/** The door of the schools' pages: what other houses' screens show of a school. */

export const useSchoolWords = laterWords<SchoolWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askSchools = () =>
  queryOptions({
    queryKey: ['schools'],
    queryFn: ({ signal }) => api.get<{ items: School[] }>('/api/schools', { signal }),
    select: ({ items }) => items,
    staleTime: 60_000,
  });

/** How a school stands, and what one may open for it. */
export const askSchoolGate = (id: number) =>
  queryOptions({
    queryKey: ['school', id, 'gate'],
    queryFn: ({ signal }) => api.get<SchoolGate>(`/api/schools/${id}/gate`, { signal }),
    staleTime: 60_000,
  });

export const askSchool = (id: number) =>
  queryOptions({
    queryKey: ['school', id],
    queryFn: ({ signal }) => api.get<SchoolWithPeople>(`/api/schools/${id}`, { signal }),
    staleTime: 60_000,
  });
