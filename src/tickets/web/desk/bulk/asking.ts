import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Bulk, BulkLines, BulkPreview } from '#tickets/rules/bulks/bulk.ts';
import type { Step } from '#tickets/rules/steps/step.ts';
import { api, withQuery } from '#ui/ui.ts';
import type { Filters } from '../filters.ts';
import type { Selection } from './selection.ts';

/** Which tickets are meant, as the server is asked. */
export type Chosen = { tickets: number[] } | { query: Filters; except?: number[] };

export const chosenOf = ({ numbers, all }: Selection): Chosen =>
  all
    ? { query: all.filters, ...(numbers.size > 0 && { except: [...numbers] }) }
    : { tickets: [...numbers].sort((one, other) => one - other) };

/** What would come of steps, or without any what is chosen. Asked anew when the list changes. */
export const askPreview = (chosen: Chosen, steps: readonly Step[], within: Filters) =>
  queryOptions({
    queryKey: ['list', 'preview', JSON.stringify({ chosen, steps, within })],
    queryFn: ({ signal }) =>
      api.post<BulkPreview>('/api/bulks/preview', { ...chosen, steps, within }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  });

export const askBulks = () =>
  queryOptions({
    queryKey: ['bulks'],
    queryFn: ({ signal }) => api.get<{ items: Bulk[] }>('/api/bulks', { signal }),
    select: ({ items }) => items,
    retry: false,
  });

/** The tickets that a bulk came to nothing with, and why. */
export const askFailed = (bulk: Bulk) =>
  queryOptions({
    queryKey: ['bulks', bulk.id, 'failed', bulk.outcomes.refused + bulk.outcomes.kept],
    queryFn: ({ signal }) =>
      api.get<BulkLines>(
        withQuery(`/api/bulks/${bulk.id}/tickets`, { outcome: 'refused,kept', limit: 1000 }),
        { signal },
      ),
    select: ({ items }) => items,
  });
