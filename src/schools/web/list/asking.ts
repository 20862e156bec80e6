import {
  keepPreviousData,
  queryOptions,
  useQueries,
  useQuery,
  type QueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import type { ListedSchool, Schools } from '#schools/rules/school.ts';
import { api, laterWords, withQuery } from '#ui/ui.ts';
import type { SchoolsSearch } from './search.ts';
import type { SchoolListWords } from './words/en.ts';

export const useSchoolListWords = laterWords<SchoolListWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

/** How many schools are asked for at once. */
export const window_rows = 50;

const keyOf = ({ words = '', kind = '', wave = '', sort = '' }: SchoolsSearch) =>
  [words, kind, wave, sort].join('|');

const askRows = (search: SchoolsSearch, at: number) =>
  queryOptions({
    queryKey: ['schools', 'rows', keyOf(search), at],
    queryFn: ({ signal }) =>
      api.get<Schools>(
        withQuery('/api/schools', { ...search, limit: window_rows, offset: at * window_rows }),
        { signal },
      ),
    staleTime: 60_000,
  });

/**
 * The list by windows, as many as are in sight. While another list is on its way the one before stays, and `late`
 * says so.
 */
export function useSchoolRows(search: SchoolsSearch, in_sight: readonly number[]) {
  const first = useQuery({ ...askRows(search, 0), placeholderData: keepPreviousData });
  const [ready, setReady] = useState(search);
  if (first.data && !first.isPlaceholderData && keyOf(ready) !== keyOf(search)) setReady(search);
  const later = in_sight.filter(at => at > 0);
  const others = useQueries({ queries: later.map(at => askRows(ready, at)) });
  return {
    asked: first,
    total: first.data?.total,
    late: first.isPlaceholderData,
    /** Changes when the list is another one. */
    key: keyOf(ready),
    rowAt: (row: number): ListedSchool | undefined => {
      const at = Math.floor(row / window_rows);
      const window = at === 0 ? first.data : others[later.indexOf(at)]?.data;
      return window?.items[row % window_rows];
    },
  };
}

/** The schools from one place of the list to another, also those that nobody has scrolled to. */
export async function schoolsBetween(
  client: QueryClient,
  search: SchoolsSearch,
  [one, other]: readonly [number, number],
): Promise<number[]> {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const found: number[] = [];
  for (let at = Math.floor(from / window_rows); at <= Math.floor(to / window_rows); at++) {
    const { items } = await client.ensureQueryData(askRows(search, at));
    const begin = at * window_rows;
    found.push(...items.slice(Math.max(0, from - begin), to - begin + 1).map(({ id }) => id));
  }
  return found;
}
