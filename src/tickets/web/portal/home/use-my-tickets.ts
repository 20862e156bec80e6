import type { Session } from '#accounts/rules/session.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { type Problem, useGet } from '#ui/ui.ts';
import type { Ticket } from '../../../rules/ticket.ts';
import { once } from '../list/use-ticket-list.ts';

const shown = 5;
interface Page {
  items: Ticket[];
}

interface MyTickets {
  tickets: Ticket[] | undefined;
  problem: Problem | undefined;
  reload: () => void;
}

/** Where they are asked for: what waits for the school, and the newest. A technician has what is passed to her as well. */
export function listsOfMine(roles: Session['roles']): [string, string] {
  const mine = `whose=own,shared${roles.includes('technical_contact') ? ',passed' : ''}`;
  return [`/api/tickets?${mine}&state=waiting_school&limit=${shown}`, `/api/tickets?${mine}&limit=${shown}`];
}

/** What one asked and what one was put on, as far as it is open: first what waits for the school, then the newest. */
export function useMyTickets(): MyTickets {
  const [first, second] = listsOfMine(useSession().roles);
  const waiting = useGet<Page>(first);
  const newest = useGet<Page>(second);
  const both = waiting.data && newest.data && [...waiting.data.items, ...newest.data.items];
  return {
    tickets: both && once(both).slice(0, shown),
    problem: newest.problem ?? waiting.problem,
    reload: () => {
      waiting.reload();
      newest.reload();
    },
  };
}
