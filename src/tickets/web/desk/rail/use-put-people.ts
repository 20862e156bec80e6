import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { api, refused, toast } from '#ui/ui.ts';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';
import { usePeopleWords } from './PeopleOnTicket.tsx';

interface Person {
  id: number;
  name: string;
}

/** Puts people of the school on a ticket and takes them off: at once, and each can be undone. */
export function usePutPeople(number: number) {
  const words = usePeopleWords();
  const client = useQueryClient();
  const changed = useTicketChanged();
  const path = ({ id }: Person) => `/api/tickets/${number}/people/${id}`;
  const put = (person: Person) => api.put<TicketWithMessages>(path(person), {});
  const take = (person: Person) => api.delete<TicketWithMessages>(path(person));
  const failed = (error: Error) => {
    refused(error);
    void client.invalidateQueries({ queryKey: ['ticket', number] });
  };
  const undo = (deed: Promise<TicketWithMessages>) => void deed.then(changed, failed);
  const add = useMutation({
    mutationFn: put,
    onSuccess: (ticket, person) => {
      changed(ticket);
      const action = { label: words.undo, run: () => undo(take(person)) };
      toast({ text: words.added(person.name), action });
    },
    onError: failed,
  });
  const remove = useMutation({
    mutationFn: take,
    onSuccess: (ticket, person) => {
      changed(ticket);
      const action = { label: words.undo, run: () => undo(put(person)) };
      toast({ text: words.removed(person.name), action });
    },
    onError: failed,
  });
  return { add, remove };
}
