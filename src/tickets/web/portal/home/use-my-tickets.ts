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

/** What one asked and what one was put on, as far as it is open: first what waits for the school, then the newest. */
export function useMyTickets(): MyTickets {
  // A technician of the school has what is passed to her as well.
  const technician = useSession().roles.includes('technical_contact');
  const mine = `whose=own,shared${technician ? ',passed' : ''}`;
  const waiting = useGet<Page>(`/api/tickets?${mine}&state=waiting_school&limit=${shown}`);
  const newest = useGet<Page>(`/api/tickets?${mine}&limit=${shown}`);
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
