import { useQueryClient } from '@tanstack/react-query';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { askTicket } from '../asking.ts';

/** What follows from the answer to a deed: the ticket is shown as it is now, what counts it is asked for again. */
export function useTicketChanged(): (ticket: TicketWithMessages) => void {
  const client = useQueryClient();
  return ticket => {
    client.setQueryData(askTicket(ticket.number).queryKey, ticket);
    void client.invalidateQueries({ queryKey: ['history', ticket.number] });
    void client.invalidateQueries({ queryKey: ['list'] });
    void client.invalidateQueries({ queryKey: ['counts'] });
  };
}
