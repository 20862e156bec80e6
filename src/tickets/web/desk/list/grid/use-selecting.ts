import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { isSelected, select, selectAll, useSelection, type Selection } from '../../bulk/selection.ts';
import { filtersOf, type Query } from '../../filters.ts';
import { useKeys } from '../../frame/use-keys.ts';
import type { Rows } from './holding.ts';
import { placeAt, type Layout } from './layout.ts';
import { findRow, ticketAt } from './use-stop.ts';

interface Shown {
  query: Query;
  layout: Layout;
  rows: Rows;
  /** Where the keys are. */
  stop: number;
}

/** Selecting in the grid: one by one, from the last one to here, all of the list. */
export function useSelecting({ query, layout, rows, stop }: Shown) {
  const client = useQueryClient();
  const selection: Selection = useSelection();
  const filters = filtersOf(query);
  const last = useRef<{ number: number; row: number }>(undefined);
  const has = (number: number) => isSelected(selection, number, filters);
  const placeOf = (row: number) => {
    const place = placeAt(layout, row);
    return 'section' in place ? place.section.first : place.ticket;
  };
  const toggle = (row: number) => {
    const number = ticketAt(layout, rows, row)?.number;
    if (number === undefined) return;
    last.current = { number, row };
    select([number], !has(number), filters);
  };
  const reach = (row: number) => {
    const from = last.current;
    if (!from) return toggle(row);
    const begin = findRow(layout, rows, from.number) ?? Math.min(from.row, layout.rows - 1);
    void import('../../bulk/range.ts').then(async ({ numbersBetween }) =>
      select(await numbersBetween(client, query, [placeOf(begin), placeOf(row)]), true, filters),
    );
  };
  useKeys({ x: () => toggle(stop), X: () => reach(stop) });
  return { selection, has, toggle, reach, all: () => selectAll(filters, layout.tickets) };
}
