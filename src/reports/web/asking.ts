import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Dashboard } from '#reports/rules/dashboard.ts';
import type { Export } from '#reports/rules/exports/export.ts';
import type { Passings } from '#tickets/rules/passing/passing.ts';
import { api, laterWords, withQuery } from '#ui/ui.ts';
import type { DashboardSearch } from './search.ts';
import type { DashboardWords } from './dashboard/words/en.ts';
import type { ExportWords } from './exports/words/en.ts';

export const useDashboardWords = laterWords<DashboardWords>({
  en: async () => (await import('./dashboard/words/en.ts')).en,
  fr: async () => (await import('./dashboard/words/fr.ts')).fr,
});

export const useExportWords = laterWords<ExportWords>({
  en: async () => (await import('./exports/words/en.ts')).en,
  fr: async () => (await import('./exports/words/fr.ts')).fr,
});

export const askDashboard = (search: DashboardSearch) =>
  queryOptions({
    queryKey: ['dashboard', search],
    queryFn: ({ signal }) => api.get<Dashboard>(withQuery('/api/dashboard', search), { signal }),
    // What is there stays until the other numbers are.
    placeholderData: keepPreviousData,
  });

export const askPassings = ({ from, until }: Dashboard['period'], school: string | undefined) =>
  queryOptions({
    queryKey: ['dashboard', 'passings', from, until, school],
    queryFn: ({ signal }) =>
      api.get<Passings>(withQuery('/api/passings', { from, until, school: oneOf(school) }), { signal }),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  });

/** The numbers are of one school or of all. */
const oneOf = (schools: string | undefined) => (schools?.includes(',') ? undefined : schools);

export const askExports = () =>
  queryOptions({
    queryKey: ['exports'],
    queryFn: ({ signal }) => api.get<{ items: Export[] }>('/api/exports', { signal }),
    select: ({ items }) => items,
    // Signals tell of the progress; where one was not heard, it is looked at.
    refetchInterval: ({ state }) => (state.data?.items.some(underWay) ? 2000 : false),
  });

export const underWay = ({ state }: Pick<Export, 'state'>): boolean =>
  state === 'waiting' || state === 'running';
