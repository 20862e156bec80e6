import { queryOptions } from '@tanstack/react-query';
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

export const askSchool = (id: number) =>
  queryOptions({
    queryKey: ['school', id],
    queryFn: ({ signal }) => api.get<SchoolWithPeople>(`/api/schools/${id}`, { signal }),
    staleTime: 60_000,
  });
