import { useLayoutEffect, useRef, useState } from 'react';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { window_rows } from '../../asking.ts';
import { rowOf, placeAt, type Layout } from './layout.ts';
import type { Rows } from './holding.ts';

/** Where the keys are in the grid: a row, and the ticket that stood there. */
export interface Stop {
  row: number;
  number: number | undefined;
}

export const ticketAt = (layout: Layout, { windows }: Rows, row: number): Ticket | undefined => {
  const place = placeAt(layout, row);
  if ('section' in place) return undefined;
  return windows.get(Math.floor(place.ticket / window_rows))?.[place.ticket % window_rows];
};

/** The row of a ticket, if it is among the rows that are here. */
export function findRow(layout: Layout, { windows }: Rows, number: number | undefined): number | undefined {
  if (number === undefined) return undefined;
  for (const [at, tickets] of windows) {
    const index = tickets.findIndex(ticket => ticket.number === number);
    if (index >= 0) return rowOf(layout, at * window_rows + index);
  }
  return undefined;
}

/**
 * The grid's one stop. It goes with its ticket where the list moves, and stays at its row when the ticket is gone.
 * Opening a ticket is also where the keys go on from.
 */
export function useStop(layout: Layout, rows: Rows, open: number | undefined) {
  const [stop, setStop] = useState<Stop>({ row: 0, number: open });
  const last_open = useRef<number>(undefined);
  const wanted = open !== undefined && open !== last_open.current ? open : stop.number;
  const found = findRow(layout, rows, wanted);
  const row = Math.max(0, Math.min(found ?? stop.row, layout.rows - 1));
  const number = found === undefined && wanted === stop.number ? stop.number : wanted;
  useLayoutEffect(() => {
    // One that is not among the first rows is not waited for: somebody may be elsewhere when it comes.
    if (open === undefined || rows.windows.size > 0) last_open.current = open;
    if (row !== stop.row || number !== stop.number) setStop({ row, number });
  }, [open, rows.windows.size, row, number, stop.row, stop.number]);
  return [{ row, number }, setStop] as const;
}
