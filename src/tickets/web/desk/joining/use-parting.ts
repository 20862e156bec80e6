import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Joining, Parting } from '#tickets/rules/joining/joining.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { api, Problem, toast } from '#ui/ui.ts';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';
import { useJoiningWords } from './use-words.ts';

/** Undoes a link, a merge or a split. Where something was written since, `asking` says what, and `part` goes on. */
export function useParting(number: number) {
  const words = useJoiningWords();
  const client = useQueryClient();
  const changed = useTicketChanged();
  const [asking, setAsking] = useState<Parting>();
  const path = (id: number) => `/api/tickets/${number}/joinings/${id}`;
  const attempt = (deed: () => Promise<void>) =>
    void deed().catch((problem: unknown) => {
      if (!(problem instanceof Problem)) throw problem;
      toast({ text: problem.detail });
      void client.invalidateQueries({ queryKey: ['ticket', number] });
    });
  const undo = async ({ id, as, ticket }: Joining, take: readonly number[]) => {
    const more = take.length > 0 ? `?take=${take.join(',')}` : '';
    changed(await api.delete<TicketWithMessages>(path(id) + more));
    for (const key of ['ticket', 'history'])
      void client.invalidateQueries({ queryKey: [key, ticket.number] });
    setAsking(undefined);
    toast({ text: words.undone(words.parts[as](ticket.number)) });
  };
  return {
    asking,
    leave: () => setAsking(undefined),
    part: (joining: Joining, take: readonly number[]) => attempt(() => undo(joining, take)),
    begin: (joining: Joining) =>
      attempt(async () => {
        const merge = joining.as === 'merged_from' || joining.as === 'merged_into';
        const parting = merge ? await api.get<Parting>(path(joining.id)) : undefined;
        if (parting && parting.since.length > 0) setAsking(parting);
        else await undo(joining, []);
      }),
  };
}
