import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Agent } from '#accounts/rules/session.ts';
import { api, Notice } from '#ui/ui.ts';
import { usePeopleWords } from './accounts.ts';

/** Whoever has left keeps no tickets silently: what is still hers is said, with the way to hand it over. */
export function LeftTickets({ agent }: { agent: Agent }) {
  const words = usePeopleWords().people;
  const open = useOpenTickets(agent.id);
  if (open === 0) return null;
  return (
    <Notice title={words.left_with(agent.name, open)}>
      <p>
        <Link to="/desk/settings/absences" search={{ hand_over: String(agent.id) }}>
          {words.hand_over}
        </Link>{' '}
        ·{' '}
        <Link to="/desk" search={{ assignee: String(agent.id) }}>
          {words.see_them}
        </Link>
      </p>
    </Notice>
  );
}

/** Everybody's counts come in one answer, which all lines share. */
function useOpenTickets(id: number): number {
  const { data } = useQuery({
    queryKey: ['counts', 'of agents'],
    queryFn: ({ signal }) =>
      api.get<{ items: { key: string; count: number }[] }>('/api/tickets/groups?by=assignee', { signal }),
    select: ({ items }) => items,
  });
  return data?.find(({ key }) => key === String(id))?.count ?? 0;
}
