import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { viewsOf } from '#tickets/rules/lists/order.ts';
import type { View } from '#tickets/rules/lists/view.ts';
import { usePageRests } from '#ui/floating/soon.tsx';
import { useLive } from '#ui/ui.ts';
import { builtInOf, queryOf, readSearch, sameQuery, type ListSearch, type Query } from '../filters.ts';
import { useDeskWords } from '../words/use-words.ts';
import { askViewCounts, askViews } from './asking.ts';

/** A view as the screens offer it: of every desk, one's own, or a colleague's. */
export interface DeskView {
  /** As the address has it: the name of a built-in one, the number of a stored one. */
  id: string;
  kind: 'built_in' | 'own' | 'shared';
  name: string;
  query: Query;
  count: number | undefined;
  stored: View | undefined;
}

/**
 * All views that this person has, in the order of the navigation, each with its count. Stored ones are asked for once
 * the rows are there, or at once where the address names one.
 */
export function useViews(named?: string): DeskView[] {
  const words = useDeskWords().views;
  const { person, can } = useSession();
  const rests = usePageRests();
  const stored = useQuery({ ...askViews(), enabled: rests || /^\d/.test(named ?? '') }).data ?? [];
  const counts = useQuery({ ...askViewCounts(), enabled: rests }).data;
  const kept = stored.map(view => ({
    id: String(view.id),
    kind: view.owner.id === person.id ? ('own' as const) : ('shared' as const),
    name: view.name,
    query: queryOf(readSearch(view.query)),
    count: counts?.stored[String(view.id)],
    stored: view,
  }));
  return [
    ...viewsOf(can.see_rights).map(({ id, query }) => ({
      id,
      kind: 'built_in' as const,
      name: words[id],
      query: query as Query,
      count: counts?.built_in[id],
      stored: undefined,
    })),
    ...kept.filter(({ kind }) => kind === 'own'),
    ...kept.filter(({ kind }) => kind === 'shared'),
  ];
}

/** The address of a view's list; how lists are shown stays as it is. */
export const searchOf = (
  { id, query }: Pick<DeskView, 'id' | 'query'>,
  now: ListSearch | undefined,
): ListSearch => ({
  ...query,
  view: id,
  ...(now?.show && { show: now.show }),
});

export interface InForce {
  /** Undefined when the list is of nobody's view, or of one that this person has not. */
  view: DeskView | undefined;
  /** The list is no longer what the view keeps. */
  changed: boolean;
}

/** The view that a list belongs to: the one that its address names, else the one that asks for the very same. */
export function viewInForce(views: readonly DeskView[], search: ListSearch): InForce {
  const query = queryOf(search);
  const named = views.find(({ id }) => id === search.view);
  if (named) return { view: named, changed: !sameQuery(named.query, query) };
  const built_in = builtInOf(search);
  return { view: views.find(({ id }) => id === built_in), changed: built_in === undefined };
}

/** Long enough for a burst of events to be one question, short enough to be at once for a person. */
const gather_ms = 500;

/** Keeps the views and their counts up to date while the navigation is there. */
export function useLiveViews(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const recount = () => {
    timer.current = undefined;
    void client.invalidateQueries({ queryKey: ['view-counts'] });
  };
  useLive(
    ({ ticket }) => {
      if (ticket !== null) timer.current ??= setTimeout(recount, gather_ms);
    },
    undefined,
    ({ kind }) => {
      if (kind === 'views') void client.invalidateQueries({ queryKey: ['views'] });
      if (kind === 'views' || kind === 'beside') recount();
    },
  );
  useEffect(() => () => clearTimeout(timer.current), []);
}
