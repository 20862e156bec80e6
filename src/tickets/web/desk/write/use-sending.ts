import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useSubmit } from '#ui/ui.ts';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';

/** A form's way to a ticket. What was refused keeps its text; "not now" also shows the ticket as it is by now. */
export function useSending(number: number) {
  const client = useQueryClient();
  const changed = useTicketChanged();
  const { submit, busy, problem, clear } = useSubmit<TicketWithMessages>();
  useEffect(() => {
    if (problem?.status === 409 || problem?.status === 404)
      void client.invalidateQueries({ queryKey: ['ticket', number] });
  }, [problem, client, number]);
  const send = async (
    deed: 'replies' | 'notes' | 'moves',
    body: object,
  ): Promise<TicketWithMessages | undefined> => {
    const ticket = await submit(`/api/tickets/${number}/${deed}`, body);
    if (ticket) changed(ticket);
    return ticket;
  };
  return { send, busy, problem, clear };
}
