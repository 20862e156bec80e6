import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, withQuery } from '#ui/ui.ts';
import type { Counts, HistoryLine, Ticket, TicketWithMessages } from '#tickets/rules/ticket.ts';
import { filtersKey, type Filters } from './filters.ts';

/** What the desk asks the server for. Keys begin with what a live event touches: all lists, all counts, one ticket. */

interface Page {
  items: Ticket[];
  next: string | null;
}

export const list_size = 50;

export const askList = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['list', filtersKey(filters)],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>(withQuery('/api/tickets', { ...filters, cursor: pageParam, limit: list_size }), {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
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
