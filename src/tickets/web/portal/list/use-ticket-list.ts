import { useState } from 'react';
import { api, Problem, useGet, useLang, useLive, withQuery } from '#ui/ui.ts';
import { ended_states, open_states } from '../../../rules/lifecycle.ts';
import type { Ticket } from '../../../rules/ticket.ts';
import type { Counts } from '../../../rules/lists/asking.ts';
import type { Choice, Which } from './choice.ts';

interface Page {
  items: Ticket[];
  next: string | null;
}

/** The list by pages, kept up to date; `more` is there when there is more. */
export function useTicketList({ whose, which, q }: Choice) {
  const path = withQuery('/api/tickets', { whose, state: which, q });
  const [lang] = useLang();
  const first = useGet<Page>(path);
  const counted = useGet<Counts>(withQuery('/api/tickets/counts', { whose, state: 'all', q }));
  const [further, setFurther] = useState<{
    of: string;
    items: Ticket[];
    next: string | null;
    problem?: Problem;
  }>();
  const of = `${lang} ${path}`;
  const rest = further?.of === of ? further : undefined;
  const reload = () => {
    first.reload();
    counted.reload();
  };
  useLive(reload, reload);

  const next = rest ? rest.next : (first.data?.next ?? null);
  const more = async () => {
    const before = rest?.items ?? [];
    try {
      const page = await api.get<Page>(`${path}&cursor=${encodeURIComponent(next!)}`);
      setFurther({ of, items: [...before, ...page.items], next: page.next });
    } catch (problem) {
      if (problem instanceof Problem) setFurther({ of, items: before, next, problem });
    }
  };
  return {
    tickets: first.data && once([...first.data.items, ...(rest?.items ?? [])]),
    counts: counted.data && countsOf(counted.data),
    problem: first.data ? rest?.problem : first.problem,
    loading: first.loading,
    more: next ? () => void more() : undefined,
    reload: () => (setFurther(undefined), reload()),
  };
}

/** A ticket that moved up to the first page is still on a later one: shown once. */
export const once = (tickets: Ticket[]) => [
  ...new Map(tickets.map(ticket => [ticket.number, ticket])).values(),
];

function countsOf({ state, total }: Counts): Record<Which, number> {
  const sum = (states: readonly (keyof Counts['state'])[]) =>
    states.reduce((all, one) => all + (state[one] ?? 0), 0);
  return { open: sum(open_states), ended: sum(ended_states), all: total };
}
