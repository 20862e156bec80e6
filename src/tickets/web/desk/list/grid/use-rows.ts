import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { usePageRests } from '#ui/floating/soon.tsx';
import { useLive } from '#ui/ui.ts';
import { askCounts, askGroups, askRows, window_rows } from '../../asking.ts';
import { filtersOf, orderKey, type Query } from '../../filters.ts';
import { changedAmong, holdStill, type Rows } from './holding.ts';
import type { Extent } from './layout.ts';

/** What the list knows of itself: how long it is or its groups, and the rows of the windows in sight. */

/** While rows rush by, only those are asked for that stay in sight so long. */
const settle_ms = 60;

/** How long a list is; undefined until that is known. */
export function useExtent(query: Query): { extent: Extent | undefined; error: unknown } {
  const filters = filtersOf(query);
  const total = useQuery({ ...askCounts(filters), enabled: !query.group });
  const groups = useQuery({ ...askGroups(filters, query.group ?? 'state'), enabled: !!query.group });
  return query.group
    ? { extent: groups.data, error: groups.error }
    : { extent: total.data?.total, error: total.error };
}

/**
 * The newest query whose first rows are here, so that one list stays until the next can take its place.
 * `late`: another has been asked for.
 */
export function useReady(asked: Query) {
  const ready = useRef<Query>(undefined);
  const { extent, error } = useExtent(asked);
  const first = useQuery(askRows(asked, 0));
  if (extent !== undefined && first.data) ready.current = asked;
  const late = ready.current !== undefined && orderKey(ready.current) !== orderKey(asked);
  return {
    query: ready.current,
    late,
    error: first.data ? error : (first.error ?? error),
    again: () => void first.refetch(),
  };
}

/** The rows of these windows, as they are now; the next window in the direction of scrolling is asked for early. */
export function useWindows(query: Query, inSight: readonly number[], extent: Extent): Rows {
  const client = useQueryClient();
  const asked = useSettled(inSight);
  const data = useQueries({ queries: asked.map(at => askRows(query, at)), combine: dataOf });
  const rests = usePageRests();
  const last = useRef(0);
  const first = asked[0] ?? 0;
  useEffect(() => {
    const down = first >= last.current;
    last.current = first;
    const next = down ? (asked.at(-1) ?? 0) + 1 : first - 1;
    const tickets = typeof extent === 'number' ? extent : extent.reduce((sum, { count }) => sum + count, 0);
    if (rests && next >= 0 && next * window_rows < tickets) void client.prefetchQuery(askRows(query, next));
  }, [client, query, asked, extent, first, rests]);
  const windows = useMemo(
    () => new Map(asked.flatMap((at, index) => (data[index] ? [[at, data[index]] as const] : []))),
    [asked, data],
  );
  return { extent, windows };
}

/** The same as long as no row is another. */
const dataOf = (answers: readonly { data: Ticket[] | undefined }[]) => answers.map(({ data }) => data);

/** What is near is asked for at once; after a leap, what stays in sight. */
function useSettled(wanted: readonly number[]): readonly number[] {
  const [settled, setSettled] = useState(wanted);
  const near = wanted.every(at => settled.some(there => Math.abs(there - at) <= 1));
  useEffect(() => {
    if (near) return setSettled(wanted);
    const timer = setTimeout(() => setSettled(wanted), settle_ms);
    return () => clearTimeout(timer);
  }, [wanted, near]);
  return near ? wanted : settled;
}

/** Rows that stay where they are for as long as they are `held`; `show` lets them move. */
export function useStill(key: string, fresh: Rows, held: boolean) {
  const shown = useRef<{ key: string; rows: Rows }>(undefined);
  const heard = useRef(new Set<number>());
  const [, draw] = useState(0);
  useLive(({ ticket }) => ticket !== null && held && heard.current.add(ticket));
  const before = shown.current?.key === key ? shown.current.rows : undefined;
  const still = held && before ? holdStill(before, fresh) : { ...fresh, moved: false };
  shown.current = { key, rows: still };
  if (!held) heard.current.clear();
  return {
    rows: still as Rows,
    changed: still.moved && before ? changedAmong(heard.current, before, fresh) : 0,
    show: () => {
      shown.current = undefined;
      heard.current.clear();
      draw(count => count + 1);
    },
  };
}
