import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';
import { useDone } from '../undo/use-done.ts';

/** What follows when two tickets were joined: both are shown as they are now, and it can be undone. */
export function useJoined(): (after: TicketWithMessages, other: number, said: string) => void {
  const client = useQueryClient();
  const changed = useTicketChanged();
  const done = useDone();
  return (after, other, said) => {
    changed(after);
    void client.invalidateQueries({ queryKey: ['ticket', other] });
    void client.invalidateQueries({ queryKey: ['history', other] });
    done(after, said);
  };
}

/** Goes to a ticket, in the list that is open. */
export function useToTicket(): (number: number) => void {
  const navigate = useNavigate();
  return number =>
    void navigate({ to: '/desk/tickets/$number', params: { number: String(number) }, search: true });
}
