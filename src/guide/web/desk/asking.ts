import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Checks, ReadCode } from '#guide/rules/check.ts';
import type { WhoseAnswer } from '#guide/rules/whose/answer.ts';
import type { GuideVersion, KeptGuide } from '#guide/rules/editing.ts';
import { api, laterWords, useLive } from '#ui/ui.ts';
import type { GuideDeskWords } from './words/en.ts';

export const useGuideWords = laterWords<GuideDeskWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

const checks = ['checks'] as const;
export const kept_guide = ['guide'] as const;

export const askChecks = () =>
  queryOptions({
    queryKey: [...checks, 'newest'],
    queryFn: ({ signal }) => api.get<Checks>('/api/checks', { signal }),
  });

export const askCode = (code: string) =>
  queryOptions({
    queryKey: [...checks, 'code', code],
    queryFn: ({ signal }) => api.get<ReadCode>(`/api/checks/codes/${encodeURIComponent(code)}`, { signal }),
    retry: false,
  });

export const askChecksOf = (ticket: number) =>
  queryOptions({
    queryKey: [...checks, 'of ticket', ticket],
    queryFn: ({ signal }) => api.get<Checks>(`/api/tickets/${ticket}/checks`, { signal }),
  });

/** Under the ticket’s key, so that what refreshes the ticket refreshes it. */
export const askWhose = (ticket: number) =>
  queryOptions({
    queryKey: ['ticket', ticket, 'whose'],
    queryFn: ({ signal }) => api.get<WhoseAnswer>(`/api/tickets/${ticket}/responsibility`, { signal }),
  });

export const askGuide = () =>
  queryOptions({
    queryKey: kept_guide,
    queryFn: ({ signal }) => api.get<KeptGuide>('/api/guide', { signal }),
  });

/** Against the one before it where none is named. */
export const askGuideVersion = (version: number, against: number | undefined) =>
  queryOptions({
    queryKey: [...kept_guide, 'version', version, against ?? 0],
    queryFn: ({ signal }) =>
      api.get<GuideVersion>(`/api/guide/versions/${version}${against ? `?against=${against}` : ''}`, {
        signal,
      }),
    staleTime: Infinity,
    retry: false,
  });

/** Runs arrive while one looks: with what was measured, or under a code that was read out before. */
export function useChecksLive(): void {
  const client = useQueryClient();
  const changed = () => void client.invalidateQueries({ queryKey: checks });
  useLive(
    ({ kind }) => kind.startsWith('check_') && changed(),
    first => !first && changed(),
  );
}

/** What a colleague keeps or publishes is seen at once. */
export function useGuideLive(): void {
  const client = useQueryClient();
  const changed = () => void client.invalidateQueries({ queryKey: kept_guide });
  useLive(
    ({ kind }) => kind.startsWith('guide_') && changed(),
    first => !first && changed(),
    ({ kind }) => kind === 'guide' && changed(),
  );
}
