import type { Virtualizer } from '@tanstack/react-virtual';
import { useNavigate } from '@tanstack/react-router';
import {
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import { useKeys } from '../../frame/use-keys.ts';
import type { Rows } from './holding.ts';
import { placeAt, sectionAt, type Layout } from './layout.ts';
import { findRow, ticketAt, type Stop } from './use-stop.ts';

interface Grid {
  scroller: RefObject<HTMLDivElement | null>;
  rows: Virtualizer<HTMLDivElement, Element>;
  layout: Layout;
  shown: Rows;
  stop: Stop;
  setStop: (stop: Stop) => void;
  open: number | undefined;
  /** Closes or opens a group; without `close` the other way round. */
  toggle: (group: string, close?: boolean) => void;
}

/** The grid's keys: arrows and pages on its one stop; j, k, ] and [ from anywhere. */
export function useGridKeys({ scroller, rows, layout, shown, stop, setStop, open, toggle }: Grid) {
  const navigate = useNavigate();
  const [leapt, setLeapt] = useState(false);
  const had_focus = useRef(false);
  const elementOf = (row: number) => scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"]`);

  const focusRow = (wanted: number) => {
    const row = Math.max(0, Math.min(layout.rows - 1, wanted));
    flushSync(() => {
      setStop({ row, number: ticketAt(layout, shown, row)?.number });
      setLeapt(Math.abs(row - stop.row) > 1);
    });
    elementOf(row)?.focus({ preventScroll: true });
    rows.scrollToIndex(row, { align: 'auto' });
  };
  const openRow = (by: 1 | -1) => {
    const here = findRow(layout, shown, open);
    // The open ticket may have left the list: the next one then stands where it was.
    let row = open === undefined ? 0 : here === undefined ? stop.row + (by === 1 ? 0 : -1) : here + by;
    while ('section' in placeAt(layout, row) && row > 0 && row < layout.rows - 1) row += by;
    const next = row < 0 ? undefined : ticketAt(layout, shown, row);
    if (!next) return;
    rows.scrollToIndex(row, { align: 'auto' });
    void navigate({ to: '/desk/tickets/$number', params: { number: String(next.number) }, search: true });
  };
  /** From elsewhere, the first press comes to the stop itself unless a ticket is open. */
  const step = (by: 1 | -1) =>
    focusRow(!had_focus.current && open === undefined && stop.row === 0 ? 0 : stop.row + by);
  useKeys({ j: () => step(1), k: () => step(-1), ']': () => openRow(1), '[': () => openRow(-1) });

  // Rows that leave, or a list that has become shorter: the focus comes to the stop, never to nowhere.
  useLayoutEffect(() => {
    const at = document.activeElement;
    const within =
      at instanceof Element && at.closest('[data-row]') !== null && scroller.current?.contains(at);
    if (had_focus.current && !within && (at === null || at === document.body))
      elementOf(stop.row)?.focus({ preventScroll: true });
  });

  const press = (event: KeyboardEvent) => {
    const on_row = (event.target as HTMLElement).dataset['row'] !== undefined;
    if (!on_row || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(
      1,
      Math.floor((scroller.current?.clientHeight ?? 0) / (rows.getTotalSize() / layout.rows)) - 1,
    );
    const to = {
      ArrowDown: stop.row + 1,
      ArrowUp: stop.row - 1,
      PageDown: stop.row + page,
      PageUp: stop.row - page,
      Home: 0,
      End: layout.rows - 1,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      return focusRow(to);
    }
    const section = sectionAt(layout, stop.row);
    if (!section || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    toggle(section.key, event.key === 'ArrowLeft');
    if (event.key === 'ArrowLeft') focusRow(section.row);
  };

  return {
    press,
    leapt,
    /** A row was pressed or reached by Tab: the keys go on from there. */
    hear: ({ target }: FocusEvent) => {
      const { row: told } = (target as HTMLElement).dataset;
      if (told === undefined) return;
      const row = Number(told);
      if (row !== stop.row) setStop({ row, number: ticketAt(layout, shown, row)?.number });
      had_focus.current = true;
    },
    /** Gone elsewhere of its own will; a row that is taken away says nothing. */
    leave: () => void (had_focus.current = false),
    focusStop: () => elementOf(stop.row)?.focus({ preventScroll: true }),
  };
}
