import { api, Problem, toast } from '#ui/ui.ts';
import type { TicketWithMessages } from '../../../../rules/ticket.ts';
import { usePortalWords } from '../../words.ts';
import type { OfTicket } from '../TicketPage.tsx';

interface Person {
  id: number;
  name: string;
}

/** Puts a colleague on the ticket and takes her off: at once, and each can be undone. */
export function usePutPeople({ ticket, put, reload }: OfTicket) {
  const { people: words } = usePortalWords();
  const path = ({ id }: Person) => `/api/tickets/${ticket.number}/people/${id}`;
  const act = async (deed: Promise<TicketWithMessages>, done: () => void) => {
    try {
      put(await deed);
      done();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      toast({ text: problem.detail });
      reload();
    }
  };
  const added = (person: Person) => api.put<TicketWithMessages>(path(person), {});
  const removed = (person: Person) => api.delete<TicketWithMessages>(path(person));
  const nothing = () => {};
  return {
    add: (person: Person) =>
      act(added(person), () =>
        toast({
          text: words.added(person.name),
          action: { label: words.undo, run: () => void act(removed(person), nothing) },
        }),
      ),
    remove: (person: Person) =>
      act(removed(person), () =>
        toast({
          text: words.removed(person.name),
          action: { label: words.undo, run: () => void act(added(person), nothing) },
        }),
      ),
  };
}
