import { queryOptions } from '@tanstack/react-query';
import type { Agent, Token } from '#accounts/rules/session.ts';
import { api, laterWords } from '#ui/ui.ts';
import type { z } from 'zod';
import type { PeopleWords } from './words/en.ts';

/** The door of the accounts' pages at the desk: who works here, and their scripts. */

export const usePeopleWords = laterWords<PeopleWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askAgents = () =>
  queryOptions({
    queryKey: ['agents'],
    queryFn: ({ signal }) => api.get<{ items: Agent[] }>('/api/agents', { signal }),
    select: ({ items }) => items,
    staleTime: 60_000,
  });

export type TokenRow = z.infer<typeof Token>;

export const askTokens = () =>
  queryOptions({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => api.get<{ items: TokenRow[] }>('/api/tokens', { signal }),
    select: ({ items }) => items,
  });
