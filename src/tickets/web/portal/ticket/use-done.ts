import { api, Problem, toast } from '#ui/ui.ts';
import type { TakenBack, TicketWithMessages } from '../../../rules/ticket.ts';
import { usePortalWords } from '../words.ts';
import type { OfTicket } from './TicketPage.tsx';

/** Shows what the server answered to a deed and says that it is done, with the way to take it back. */
export function useDone({ put, reload }: Pick<OfTicket, 'put' | 'reload'>) {
  const { moves: words } = usePortalWords();
  const undo = async (number: number, change: number) => {
    try {
      put((await api.post<TakenBack>(`/api/tickets/${number}/undo`, { change })).ticket);
      toast({ text: words.undone });
    } catch (refused) {
      if (!(refused instanceof Problem)) throw refused;
      toast({ text: refused.detail });
      reload();
    }
  };
  return (answer: TicketWithMessages, text: string) => {
    put(answer);
    const change = answer.undo?.change;
    toast({
      text,
      ...(change !== undefined && {
        action: { label: words.undo, run: () => void undo(answer.number, change) },
      }),
    });
  };
}
