import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Changes } from '#configuration/rules/change.ts';
import type { ConfigurationRequest, UnderWay } from '#configuration/rules/request.ts';
import { api, laterWords, useLive, withQuery } from '#ui/ui.ts';
import type { ConfigurationSearch } from '../search.ts';
import type { DeskWords } from './words/en.ts';

export const useDeskWords = laterWords<DeskWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

const all = ['configuration'] as const;
const under_way = [...all, 'under way'] as const;

/** Under its ticket's key, so that what refreshes the ticket refreshes it. */
export const askRequest = (number: number) =>
  queryOptions({
    queryKey: ['ticket', number, 'configuration'],
    queryFn: ({ signal }) =>
      api.get<ConfigurationRequest>(`/api/configuration/requests/${number}`, { signal }),
  });

export const askUnderWay = () =>
  queryOptions({
    queryKey: under_way,
    queryFn: ({ signal }) => api.get<UnderWay>('/api/configuration/requests', { signal }),
  });

export const askChanges = (search: ConfigurationSearch, limit = 50) =>
  infiniteQueryOptions({
    queryKey: [...all, 'changes', search, limit],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get<Changes>(withQuery('/api/configuration/changes', { ...search, limit, cursor }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  });

/** Asks again for all of it, after a deed. */
export function useChanged(): (number: number) => void {
  const client = useQueryClient();
  return number => {
    void client.invalidateQueries({ queryKey: ['ticket', number] });
    void client.invalidateQueries({ queryKey: ['history', number] });
    void client.invalidateQueries({ queryKey: all });
  };
}

/**
 * Pages of the log follow what colleagues and schools do with requests; a burst of it is asked for once. A ticket that is
 * opened may be a request: then what waits is asked for again, and no log.
 */
export function useConfigurationLive(): void {
  const client = useQueryClient();
  const waits = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => () => waits.current.forEach(clearTimeout), []);
  const again = (queryKey: readonly string[]) => {
    const key = queryKey.join(' ');
    clearTimeout(waits.current.get(key));
    waits.current.set(
      key,
      setTimeout(() => void client.invalidateQueries({ queryKey }), 300),
    );
  };
  useLive(({ kind }) => {
    if (kind.startsWith('configuration_')) again(all);
    else if (kind.startsWith('opened')) again(under_way);
  });
}
