import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Exceptions, OnTicket } from '#exceptions/rules/exception.ts';
import { api, useLive, withQuery } from '#ui/ui.ts';
import type { ExceptionsSearch } from '../search.ts';

const all = ['exceptions'] as const;
const at_once = 50;

/** The register of a choice, a page at a time. */
export const askExceptions = (search: ExceptionsSearch) =>
  infiniteQueryOptions({
    queryKey: [...all, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      api.get<Exceptions>(withQuery('/api/exceptions', { ...search, limit: at_once, offset: pageParam }), {
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) =>
      pages.length * at_once < total ? pages.length * at_once : undefined,
    placeholderData: keepPreviousData,
  });

export const askExceptionsOn = (number: number) =>
  queryOptions({
    queryKey: [...all, 'of ticket', number],
    queryFn: ({ signal }) => api.get<OnTicket>(`/api/tickets/${number}/exceptions`, { signal }),
  });

/** Asks again for all of it, after a deed, and for the story of the ticket. */
export function useChanged(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: all });
    void client.invalidateQueries({ queryKey: ['history'] });
  };
}

/** What colleagues, schools and time do with exceptions is seen at once. */
export function useLiveExceptions(): void {
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: all });
  useLive(
    ({ kind }) => (kind.startsWith('exception_') || kind === 'resolve') && again(),
    first => !first && again(),
  );
}
