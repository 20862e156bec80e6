import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type MouseEvent } from 'react';
import { window_rows, useSchoolListWords, type useSchoolRows } from './asking.ts';
import { least_width, tracks } from './columns.tsx';
import { HeadRow } from './HeadRow.tsx';
import { SchoolRow } from './SchoolRow.tsx';
import type { SchoolsSearch } from './search.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useRoom } from '#ui/parts/use-room.ts';
import type { Selecting } from './use-selecting.ts';

/** Heights in rem, as in list.css, so that they grow with the person's letters. */
const heights = { wide: 2.125, narrow: 3.25, head: 1.875 };

interface SchoolGridProps {
  rows: ReturnType<typeof useSchoolRows>;
  total: number;
  search: SchoolsSearch;
  /** Undefined for who keeps no schools. */
  selecting: Selecting | undefined;
  onSight: (windows: number[]) => void;
}

/** The schools as a grid: only the rows in sight are drawn and asked for, however many there are. */
export function SchoolGrid({ rows, total, search, selecting, onSight }: SchoolGridProps) {
  const words = useSchoolListWords();
  const navigate = useNavigate();
  const narrow = !useRoom();
  const scroller = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const head = narrow ? 0 : heights.head * rem;
  const height = (narrow ? heights.narrow : heights.wide) * rem;
  const shown = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: head,
    scrollPaddingStart: head,
    rangeExtractor: range =>
      [...new Set([...defaultRangeExtractor(range), Math.min(stop, total - 1)])].sort((a, b) => a - b),
  });
  useLayoutEffect(() => shown.measure(), [height, shown]);
  // Another list begins at its beginning.
  useLayoutEffect(() => {
    setStop(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [rows.key]);
  const items = shown.getVirtualItems();
  const windows = [...new Set(items.map(({ index }) => Math.floor(index / window_rows)))].join();
  useEffect(() => onSight(windows ? windows.split(',').map(Number) : []), [windows, onSight]);

  const open = (row: number) => {
    const school = rows.rowAt(row);
    if (school) void navigate({ to: '/desk/schools/$id', params: { id: String(school.id) } });
  };
  const toggle = (row: number) => {
    const school = rows.rowAt(row);
    if (school) selecting?.toggle(row, school.id);
  };
  const keys = useGridKeys({ scroller, shown, total, stop, setStop, toggle, selecting });
  const press = (event: MouseEvent) => {
    const target = event.target as Element;
    const link = target.closest('[role=row]')?.querySelector<HTMLElement>('[data-row]');
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = Number(link.dataset['row']);
    const picks = target.closest('[data-pick]') !== null;
    if (selecting && (picks || event.shiftKey)) {
      if (!picks) event.preventDefault();
      setStop(row);
      if (event.shiftKey) selecting.reach(row);
      else toggle(row);
    } else if (target.closest('a')) {
      event.preventDefault();
      open(row);
    }
  };
  return (
    <div ref={scroller} className="school-scroll" aria-busy={rows.late}>
      <div
        role="grid"
        className="school-grid"
        aria-label={words.title}
        aria-rowcount={narrow ? total : total + 1}
        {...(selecting && { 'aria-multiselectable': true })}
        style={{ '--tracks': tracks, minWidth: narrow ? 0 : `${least_width}rem` } as CSSProperties}
      >
        {!narrow && (
          <div role="rowgroup" className="school-heads">
            <HeadRow search={search} />
          </div>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its rows have the focus; their keys are heard in one place */}
        <div
          role="rowgroup"
          className="school-rows"
          style={{ height: shown.getTotalSize() }}
          onKeyDown={keys.press}
          onFocus={event => {
            const row = (event.target as HTMLElement).dataset['row'];
            if (row !== undefined) setStop(Number(row));
          }}
          onClick={press}
        >
          {items.map(({ index, start, key }) => {
            const school = rows.rowAt(index);
            return (
              <SchoolRow
                key={key}
                school={school}
                row={index}
                start={start - head}
                stop={index === Math.min(stop, total - 1)}
                selected={school !== undefined && (selecting?.chosen.has(school.id) ?? false)}
                picks={selecting !== undefined}
                narrow={narrow}
              />
            );
          })}
        </div>
      </div>
      <p className="sr" role="status">
        {keys.leapt && words.position(stop + 1, total)}
      </p>
    </div>
  );
}
