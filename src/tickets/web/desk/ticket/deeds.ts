import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChosenWay } from '#accounts/rules/giving.ts';
import type { Change, TicketWithMessages } from '#tickets/rules/ticket.ts';
import { api, refused } from '#ui/ui.ts';
import { useAway } from '../handing/asking.ts';
import { useDone } from '../undo/use-done.ts';
import { useDeskWords } from '../words/use-words.ts';
import { useTicketChanged } from './use-ticket-changed.ts';

/** A deed without a form: what was refused is said in passing, and the ticket is asked for again. */
export function useQuickDeed<Input>(
  number: number,
  act: (input: Input) => Promise<TicketWithMessages>,
  say: (input: Input, after: TicketWithMessages) => string,
  quiet = false,
) {
  const client = useQueryClient();
  const changed = useTicketChanged();
  const done = useDone();
  return useMutation({
    mutationFn: act,
    onSuccess: (ticket, input) => {
      changed(ticket);
      done(ticket, say(input, ticket), quiet);
    },
    onError: error => {
      refused(error);
      void client.invalidateQueries({ queryKey: ['ticket', number] });
    },
  });
}

/** Gives the ticket to an agent, or to nobody. To somebody who is away too: it is only said. */
export function useAssign(number: number) {
  const words = useDeskWords().ticket;
  const away = useAway();
  const said = (agent: { id: number; name: string }) => {
    const now = away(agent);
    return now ? words.assigned_away(agent.name, now.words) : words.assigned(agent.name);
  };
  return useQuickDeed(
    number,
    ({ agent }: { agent: { id: number; name: string } | null }) =>
      api.put<TicketWithMessages>(`/api/tickets/${number}/assignment`, { agent: agent?.id ?? null }),
    ({ agent }) => (agent ? said(agent) : words.unassigned),
  );
}

/** Gives it to a team, or to whoever is next there. */
export function useGiveToTeam(number: number) {
  const words = useDeskWords().ticket;
  return useQuickDeed(
    number,
    ({ team, next }: { team: { id: number; name: string }; next?: ChosenWay }) =>
      api.put<TicketWithMessages>(`/api/tickets/${number}/assignment`, { team: team.id, next }),
    ({ team, next }, { assignee }) =>
      !next
        ? words.team_has_it(team.name)
        : assignee
          ? words.assigned(assignee.name)
          : words.nobody_there(team.name),
  );
}

/** Corrects a facet of it; the priority follows at the server. */
export function useChange(number: number) {
  const words = useDeskWords().ticket;
  return useQuickDeed(
    number,
    (change: Change) => api.patch<TicketWithMessages>(`/api/tickets/${number}`, change),
    () => words.changed,
  );
}
