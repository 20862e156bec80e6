import type { Virtualizer } from '@tanstack/react-virtual';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Selecting } from './use-selecting.ts';

interface Grid {
  scroller: RefObject<HTMLDivElement | null>;
  shown: Virtualizer<HTMLDivElement, Element>;
  total: number;
  stop: number;
  setStop: (row: number) => void;
  toggle: (row: number) => void;
  selecting: Selecting | undefined;
}

/** The keys of the grid's one stop: arrows, j and k, pages, ends; x selects, Shift x to here, Ctrl A all. */
export function useGridKeys({ scroller, shown, total, stop, setStop, toggle, selecting }: Grid) {
  const [leapt, setLeapt] = useState(false);
  const go = (wanted: number) => {
    const row = Math.max(0, Math.min(total - 1, wanted));
    flushSync(() => {
      setStop(row);
      setLeapt(Math.abs(row - stop) > 1);
    });
    scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus({ preventScroll: true });
    shown.scrollToIndex(row, { align: 'auto' });
  };
  const press = (event: KeyboardEvent) => {
    const control = event.ctrlKey || event.metaKey;
    const page = Math.max(
      1,
      Math.floor((scroller.current?.clientHeight ?? 0) / (shown.getTotalSize() / total)) - 1,
    );
    const deeds: Record<string, () => void> = control
      ? { ...(selecting && { a: () => selecting.all(total) }) }
      : {
          ArrowDown: () => go(stop + 1),
          ArrowUp: () => go(stop - 1),
          j: () => go(stop + 1),
          k: () => go(stop - 1),
          PageDown: () => go(stop + page),
          PageUp: () => go(stop - page),
          Home: () => go(0),
          End: () => go(total - 1),
          ...(selecting && {
            x: () => toggle(stop),
            ' ': () => toggle(stop),
            X: () => selecting.reach(stop),
            ...(selecting.chosen.size > 0 && { Escape: selecting.clear }),
          }),
        };
    const deed = event.altKey ? undefined : deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  };
  return { press, leapt };
}
