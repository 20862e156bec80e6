import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Change, TicketWithMessages } from '#tickets/rules/ticket.ts';
import { api, Problem, toast } from '#ui/ui.ts';
import { useDone } from '../undo/use-done.ts';
import { useDeskWords } from '../words/use-words.ts';
import { useTicketChanged } from './use-ticket-changed.ts';

/** A deed without a form: what was refused is said in passing, and the ticket is asked for again. */
export function useQuickDeed<Input>(
  number: number,
  act: (input: Input) => Promise<TicketWithMessages>,
  say: (input: Input) => string,
) {
  const client = useQueryClient();
  const changed = useTicketChanged();
  const done = useDone();
  return useMutation({
    mutationFn: act,
    onSuccess: (ticket, input) => {
      changed(ticket);
      done(ticket, say(input));
    },
    onError: error => {
      if (error instanceof Problem) toast({ text: error.detail });
      void client.invalidateQueries({ queryKey: ['ticket', number] });
    },
  });
}

/** Gives the ticket to an agent, or to nobody. */
export function useAssign(number: number) {
  const words = useDeskWords().ticket;
  return useQuickDeed(
    number,
    ({ agent }: { agent: { id: number; name: string } | null }) =>
      api.put<TicketWithMessages>(`/api/tickets/${number}/assignment`, { agent: agent?.id ?? null }),
    ({ agent }) => (agent ? words.assigned(agent.name) : words.unassigned),
  );
}

/** Corrects category, impact or urgency; the priority follows at the server. */
export function useChange(number: number) {
  const words = useDeskWords().ticket;
  return useQuickDeed(
    number,
    (change: Change) => api.patch<TicketWithMessages>(`/api/tickets/${number}`, change),
    () => words.changed,
  );
}
