import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Notice, Notices, NoticeVersions, Systems } from '#status/rules/notice.ts';
import type { Affected, ProblemOfTicket } from '#status/rules/problem.ts';
import { api, laterWords, useLive, withQuery } from '#ui/ui.ts';
import type { DeskStatusWords } from './words/en.ts';

export const useDeskStatusWords = laterWords<DeskStatusWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

const all = ['status'] as const;
export const base = '/api/status/notices';

export const askCurrent = () =>
  queryOptions({
    queryKey: [...all, 'current'],
    queryFn: ({ signal }) => api.get<Notices>(`${base}?limit=100`, { signal }),
  });

export const askPast = () =>
  infiniteQueryOptions({
    queryKey: [...all, 'past'],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get<Notices>(withQuery(base, { when: 'past', limit: 20, cursor }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  });

export const askNotice = (id: string) =>
  queryOptions({
    queryKey: [...all, id],
    queryFn: ({ signal }) => api.get<Notice>(`${base}/${id}`, { signal }),
  });

export const askAffected = (id: string) =>
  queryOptions({
    queryKey: [...all, id, 'affected'],
    queryFn: ({ signal }) => api.get<Affected>(`${base}/${id}/affected`, { signal }),
  });

export const askVersions = (id: string) =>
  queryOptions({
    queryKey: [...all, id, 'versions'],
    queryFn: ({ signal }) => api.get<NoticeVersions>(`${base}/${id}/versions`, { signal }),
  });

export const askSystems = () =>
  queryOptions({
    queryKey: [...all, 'systems'],
    queryFn: ({ signal }) => api.get<Systems>('/api/status/systems', { signal }),
  });

export const askProblem = (number: number) =>
  queryOptions({
    queryKey: [...all, 'of ticket', number],
    queryFn: ({ signal }) => api.get<ProblemOfTicket>(`/api/tickets/${number}/problem`, { signal }),
  });

/** Asks again for all of it, after a deed. */
export function useChanged(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: all });
}

/** Pages of notices follow what colleagues and schools do, and what time tells. */
export function useStatusLive(): void {
  const changed = useChanged();
  useLive(
    ({ kind }) => (kind === 'gathered' || kind === 'parted') && changed(),
    first => !first && changed(),
    ({ kind }) => kind === 'status' && changed(),
  );
}
