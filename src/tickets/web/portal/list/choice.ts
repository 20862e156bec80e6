import type { Session } from '#accounts/rules/session.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { withQuery } from '#ui/ui.ts';

/** What the list shows: whose tickets, open or ended ones, with which words. */
export interface Choice {
  whose: Whose;
  which: Which;
  q: string;
}
export const which_ones = ['open', 'ended', 'all'] as const;
export type Which = (typeof which_ones)[number];
const whose_ones = ['own', 'shared', 'passed', 'school'] as const;
export type Whose = (typeof whose_ones)[number];

export const addressOf = ({ whose, which, q }: Choice): string =>
  withQuery('/tickets', { whose, state: which === 'open' ? undefined : which, q });

const offeredTo = (roles: Session['roles']): Whose[] =>
  whose_ones.filter(
    whose =>
      (whose !== 'school' || roles.includes('lead')) &&
      (whose !== 'passed' || roles.includes('technical_contact')),
  );

/** Where the lists that are offered, and how long they are, are asked for. */
export const listsOffered = (roles: Session['roles']): string[] =>
  offeredTo(roles).flatMap(whose => [
    ...which_ones.map(state => withQuery('/api/tickets', { whose, state })),
    withQuery('/api/tickets/counts', { whose, state: 'all' }),
  ]);

/** Reads the choice off the address. A lead begins with all of the school (process.json role_map), others with their own. */
export function useChoice(query: URLSearchParams): { choice: Choice; whose_ones: readonly Whose[] } {
  const { roles } = useSession();
  const lead = roles.includes('lead');
  const offered = offeredTo(roles);
  return {
    choice: {
      whose: offered.find(known => known === query.get('whose')) ?? (lead ? 'school' : 'own'),
      which: which_ones.find(known => known === query.get('state')) ?? 'open',
      q: query.get('q') ?? '',
    },
    whose_ones: offered,
  };
}
