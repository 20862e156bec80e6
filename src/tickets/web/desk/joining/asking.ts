import { queryOptions } from '@tanstack/react-query';
import type { Choice, MergePreview } from '#tickets/rules/joining/joining.ts';
import { api, withQuery } from '#ui/ui.ts';

/** What the desk asks of joined tickets. What floats may be out of date at once, so nothing of it is kept. */

export const askChoices = (number: number, q: string, what: 'link' | 'merge') =>
  queryOptions({
    queryKey: ['choices', number, what, q],
    queryFn: ({ signal }) =>
      api.get<{ items: Choice[] }>(withQuery(`/api/tickets/${number}/links/choices`, { q, for: what }), {
        signal,
      }),
    select: ({ items }) => items,
    gcTime: 0,
  });

export const askMerge = (number: number, into: number) =>
  queryOptions({
    queryKey: ['merge', number, into],
    queryFn: ({ signal }) => api.get<MergePreview>(`/api/tickets/${number}/merge?into=${into}`, { signal }),
    gcTime: 0,
    staleTime: 0,
  });
