import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { toast, useSubmit } from '#ui/ui.ts';
import { seenOf } from '../ticket/here/use-seen.ts';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';
import { audienceOf } from '../write/use-guard.ts';
import { useDone } from './use-done.ts';
import { useUndoWords } from './words.ts';

/** Sends one's own stopped message once more, to whom the page shows now. What stops it again is said in passing. */
export function useSendAgain(ticket: TicketWithMessages) {
  const words = useUndoWords();
  const client = useQueryClient();
  const changed = useTicketChanged();
  const done = useDone();
  const { submit, busy, problem } = useSubmit<TicketWithMessages>();
  useEffect(() => {
    if (!problem) return;
    toast({ text: problem.detail });
    void client.invalidateQueries({ queryKey: ['ticket', ticket.number] });
  }, [problem, client, ticket.number]);
  const send = async (id: number) => {
    const after = await submit(`/api/tickets/${ticket.number}/outgoing/${id}/again`, {
      seen: seenOf(ticket),
      to: audienceOf(ticket),
    });
    if (!after) return;
    changed(after);
    done(after, words.on_its_way);
  };
  return { send, busy };
}
