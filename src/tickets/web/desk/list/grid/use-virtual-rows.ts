import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { placeAt, sectionAt, type Layout } from './layout.ts';

/** Heights in rem, as in grid.css, so that they grow with the person's letters. */
const heights = { narrow: 3.25, table: 2.125, group: 2, head: 1.875 } as const;

const remNow = () => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

interface VirtualRows {
  rows: Virtualizer<HTMLDivElement, Element>;
  /** The heading of the group that one is in, held on top; undefined without groups. */
  stuck: number | undefined;
  onScroll: () => void;
}

/** Which rows are drawn: those in sight, the one that has the focus or would get it, the heading of their group. */
export function useVirtualRows(
  scroller: RefObject<HTMLDivElement | null>,
  layout: Layout,
  { table, stop }: { table: boolean; stop: number },
): VirtualRows {
  const rem = remNow();
  const head = table ? heights.head * rem : 0;
  const group = heights.group * rem;
  const ticket = (table ? heights.table : heights.narrow) * rem;
  const stuckAt = (): number | undefined => {
    if (layout.sections.length === 0) return undefined;
    const top = rows.getVirtualItemForOffset((rows.scrollOffset ?? 0) + head);
    return sectionAt(layout, top?.index ?? 0)?.row;
  };
  const rows: Virtualizer<HTMLDivElement, Element> = useVirtualizer<HTMLDivElement, Element>({
    count: layout.rows,
    getScrollElement: () => scroller.current,
    estimateSize: row => ('section' in placeAt(layout, row) ? group : ticket),
    overscan: 8,
    scrollMargin: head,
    scrollPaddingStart: head + (layout.sections.length > 0 ? group : 0),
    rangeExtractor: (range: Range) => {
      const drawn = new Set(defaultRangeExtractor(range));
      if (stop < range.count) drawn.add(stop);
      const stuck = stuckAt();
      if (stuck !== undefined && stuck < range.count) drawn.add(stuck);
      return [...drawn].sort((a, b) => a - b);
    },
  });
  // Rows of other heights, or other rows of the same number.
  const shape = `${layout.sections.map(({ row }) => row).join()} ${ticket}`;
  const before = useRef(shape);
  useLayoutEffect(() => {
    if (before.current === shape) return;
    before.current = shape;
    rows.measure();
    rows.scrollToIndex(Math.min(stop, layout.rows - 1), { align: 'auto' });
  }, [shape, rows, stop, layout.rows]);
  const stuck = stuckAt();
  const [, draw] = useState(0);
  // The rows are drawn again when one comes into sight; a heading may pass between two of those.
  return { rows, stuck, onScroll: () => void (stuckAt() !== stuck && draw(count => count + 1)) };
}
