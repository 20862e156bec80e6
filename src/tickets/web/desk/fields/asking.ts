import { queryOptions } from '@tanstack/react-query';
import { api } from '#ui/net/api.ts';
import type { Fields, NamedInFields } from '#tickets/rules/fields/schemas.ts';
import type { Templates } from '#tickets/rules/templates/schemas.ts';

/** What forms ask, and what a new ticket may begin with. A signal of the server has both asked for again. */

export const askFields = () =>
  queryOptions({
    queryKey: ['forms', 'fields'],
    queryFn: ({ signal }) => api.get<Fields>('/api/fields', { signal }),
    staleTime: 300_000,
  });

/** Whom tickets name in fields: what the list's filter offers. */
export const askNamedInFields = () =>
  queryOptions({
    queryKey: ['forms', 'people'],
    queryFn: ({ signal }) => api.get<NamedInFields>('/api/fields/people', { signal }),
    select: ({ items }) => items,
    staleTime: 60_000,
  });

export const askTemplates = () =>
  queryOptions({
    queryKey: ['forms', 'templates'],
    queryFn: ({ signal }) => api.get<Templates>('/api/templates', { signal }),
    staleTime: 300_000,
  });
