import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Whereabouts } from '#tickets/rules/absences/absence.ts';
import type { Teams } from '#accounts/rules/team.ts';
import { usePageRests } from '#ui/floating/soon.tsx';
import { api } from '#ui/ui.ts';

/** What the desk asks of its own people: teams, and who is not there. The server words every time of theirs. */

export const askTeams = () =>
  queryOptions({
    queryKey: ['handing', 'teams'],
    queryFn: ({ signal }) => api.get<Teams>('/api/teams', { signal }),
    staleTime: 60_000,
  });

const minutes = 60_000;

const askWhereabouts = () =>
  queryOptions({
    queryKey: ['handing', 'whereabouts'],
    queryFn: ({ signal }) => api.get<Whereabouts>('/api/whereabouts', { signal }),
    select: ({ items }) => new Map(items.map(item => [item.person, item])),
    staleTime: minutes,
    refetchInterval: 5 * minutes,
  });

export type Away = Whereabouts['items'][number];

/** Tells of a person of the desk whether she is away, or has left. Asked for when the page has come to rest. */
export function useAway(): (person: { id: number } | null) => Away | undefined {
  const { data } = useQuery({ ...askWhereabouts(), enabled: usePageRests() });
  return person => (person ? data?.get(person.id) : undefined);
}

/** What the page of hours and absences is opened for: to hand over this person's tickets. */
export const readRotaSearch = ({ hand_over }: Record<string, unknown>): { hand_over?: string } =>
  typeof hand_over === 'string' && /^\d{1,9}$/.test(hand_over) ? { hand_over } : {};
