import { queryOptions } from '@tanstack/react-query';
import { api, withQuery } from '#ui/ui.ts';
import type { Group } from '#tickets/rules/lists/order.ts';
import type { HistoryLine, Ticket, TicketWithMessages } from '#tickets/rules/ticket.ts';
import type { Counts, GroupCounts } from '#tickets/rules/lists/asking.ts';
import { filtersKey, filtersOf, orderKey, type Filters, type Query } from './filters.ts';

/** What the desk asks the server for. Keys begin with what a live event touches: all lists, all counts, one ticket. */

/** How many rows of the list are asked for at once. */
export const window_rows = 100;

/** One window of the list: rows `window * window_rows` and on, in the query's order. */
export const askRows = (query: Query, window: number) =>
  queryOptions({
    queryKey: ['list', orderKey(query), window],
    queryFn: ({ signal }) =>
      api.get<{ items: Ticket[] }>(
        withQuery('/api/tickets', {
          ...filtersOf(query),
          sort: query.sort,
          group: query.group,
          offset: window * window_rows,
          limit: window_rows,
        }),
        { signal },
      ),
    select: ({ items }) => items,
    gcTime: 120_000,
  });

export const askGroups = (filters: Filters, by: Group) =>
  queryOptions({
    queryKey: ['counts', 'groups', by, filtersKey(filters)],
    queryFn: ({ signal }) =>
      api.get<GroupCounts>(withQuery('/api/tickets/groups', { ...filters, by }), { signal }),
    select: ({ items }) => items,
  });

export const askCounts = (filters: Filters) =>
  queryOptions({
    queryKey: ['counts', filtersKey(filters)],
    queryFn: ({ signal }) => api.get<Counts>(withQuery('/api/tickets/counts', filters), { signal }),
  });

export const askTicket = (number: number) =>
  queryOptions({
    queryKey: ['ticket', number],
    queryFn: ({ signal }) => api.get<TicketWithMessages>(`/api/tickets/${number}`, { signal }),
  });

export const askColleagues = (number: number) =>
  queryOptions({
    queryKey: ['colleagues', number],
    queryFn: ({ signal }) =>
      api.get<{ items: { id: number; name: string }[] }>(`/api/tickets/${number}/colleagues`, { signal }),
    select: ({ items }) => items,
    staleTime: 60_000,
  });

export const askHistory = (number: number) =>
  queryOptions({
    queryKey: ['history', number],
    queryFn: ({ signal }) => api.get<{ items: HistoryLine[] }>(`/api/tickets/${number}/history`, { signal }),
    select: ({ items }) => items,
  });
