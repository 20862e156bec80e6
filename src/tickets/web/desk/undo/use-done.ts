import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { undo as undo_windows } from '#tickets/rules/lifecycle.ts';
import type { Undoable } from '#tickets/rules/sending.ts';
import type { TakenBack, TicketWithMessages } from '#tickets/rules/ticket.ts';
import { api, Problem, toast } from '#ui/ui.ts';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';
import { giveBack } from './given-back.ts';
import { addUndo, runUndo, type Undo } from './undos.ts';
import { useUndoWords } from './words.ts';

/**
 * Says that a deed was done, with the way to take it back: what waits does not leave, what was changed is as it was,
 * and what was written is in its box again. `quiet` where the deed shows by itself: then only `z` takes it back.
 */
export function useDone(): (ticket: TicketWithMessages, text: string, quiet?: boolean) => void {
  const words = useUndoWords();
  const takeBack = useTakeBack();
  return (ticket, text, quiet = false) => {
    const path = pathBack(ticket);
    if (!path) {
      if (!quiet) toast({ text });
      return;
    }
    let forget = () => {};
    const run = () => {
      forget();
      return takeBack(ticket.number, path);
    };
    const undo: Undo = { words: text, run };
    addUndo(undo);
    if (quiet) return;
    forget = toast({ text, action: { label: words.undo, run: () => void runUndo(undo) } });
  };
}

type PathBack = { method: 'delete' | 'post'; path: string; body?: object };

/** The newest thing on the ticket that its reader can take back. */
function pathBack({ number, outgoing, undo }: TicketWithMessages): PathBack | undefined {
  const waiting = outgoing.findLast(message => message.mine && message.stopped === null);
  if (waiting && (!undo || Date.parse(waiting.held.at) >= doneAt(undo)))
    return { method: 'delete', path: `/api/tickets/${number}/outgoing/${waiting.id}` };
  if (undo) return { method: 'post', path: `/api/tickets/${number}/undo`, body: { change: undo.change } };
  return undefined;
}

const doneAt = ({ until }: Undoable): number =>
  Date.parse(until.at) - undo_windows.unless_something_happened_minutes * 60_000;

/** Takes back, and shows the ticket with what was written in its box. */
function useTakeBack() {
  const words = useUndoWords();
  const changed = useTicketChanged();
  const navigate = useNavigate();
  const client = useQueryClient();
  return async (number: number, { method, path, body }: PathBack): Promise<void> => {
    try {
      const { ticket, writing, fields, files } =
        method === 'delete' ? await api.delete<TakenBack>(path) : await api.post<TakenBack>(path, body);
      changed(ticket);
      toast({ text: words.undone });
      if (writing === null) return;
      giveBack({ ticket: number, writing, fields, files });
      await navigate({ to: '/desk/tickets/$number', params: { number: String(number) }, search: true });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      toast({ text: problem.detail });
      void client.invalidateQueries({ queryKey: ['ticket', number] });
    }
  };
}

/** Gets a message that waits, or was stopped, back into its box. */
export function useTakeBackMessage(number: number): (id: number) => void {
  const takeBack = useTakeBack();
  return id => void takeBack(number, { method: 'delete', path: `/api/tickets/${number}/outgoing/${id}` });
}
