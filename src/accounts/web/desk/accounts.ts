import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Invitation } from '#accounts/rules/links.ts';
import type { Agent, Token } from '#accounts/rules/session.ts';
import type { OwnSignOn, SignOnSettings } from '#accounts/rules/sign-on.ts';
import { api, laterWords, useLive } from '#ui/ui.ts';
import type { z } from 'zod';
import type { PeopleWords } from './words/en.ts';

/** The door of the accounts' pages at the desk: who works here, how they sign in, and their scripts. */

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

export const askInvitations = () =>
  queryOptions({
    queryKey: ['invitations'],
    queryFn: ({ signal }) => api.get<{ items: Invitation[] }>('/api/invitations', { signal }),
    select: ({ items }) => items,
  });

export type TokenRow = z.infer<typeof Token>;

export const askTokens = () =>
  queryOptions({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => api.get<{ items: TokenRow[] }>('/api/tokens', { signal }),
    select: ({ items }) => items,
  });

export const askSignOn = () =>
  queryOptions({
    queryKey: ['sign-on'],
    queryFn: ({ signal }) => api.get<SignOnSettings>('/api/sign-on/settings', { signal }),
  });

export const askOwnSignOn = () =>
  queryOptions({
    queryKey: ['sign-on', 'own'],
    queryFn: ({ signal }) => api.get<OwnSignOn>('/api/sign-on/own', { signal }),
  });

const about_people = new Set([
  ...['invited', 'invitation_withdrawn', 'invitation_used', 'reset_made', 'password_reset'],
  ...['person_changed', 'sign_on_bound', 'sign_on_unbound', 'also_at_school', 'no_more_at_school'],
]);
const about_tokens = new Set(['token_made', 'token_revoked']);

/** Asks again when somebody else changes what these pages show. */
export function usePeopleLive(): void {
  const client = useQueryClient();
  useLive(({ kind }) => {
    const keys = about_people.has(kind)
      ? ['agents', 'invitations', 'sign-on']
      : about_tokens.has(kind)
        ? ['tokens']
        : kind === 'sign_on_set'
          ? ['sign-on']
          : [];
    for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
  });
}
