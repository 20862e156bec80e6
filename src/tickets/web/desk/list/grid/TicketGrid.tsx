import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import { createPortal } from 'react-dom';
import type { ColumnName } from '#tickets/rules/lists/order.ts';
import { pageRests, soon } from '#ui/floating/soon.tsx';
import { window_rows } from '../../asking.ts';
import { orderKey, stringifySearch, type ListSearch, type Query } from '../../filters.ts';
import { useListWords } from '../words/use-words.ts';
import { leastWidth, tracksOf } from '../rows/columns.ts';
import './grid.css';
import { GridRow } from '../rows/GridRow.tsx';
import { GroupRow } from '../rows/GroupRow.tsx';
import { layoutOf, placeAt, type Extent } from './layout.ts';
import { ShowChanged } from './ShowChanged.tsx';
import '../rows/table.css';
import { useAhead } from './use-ahead.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { countOf } from '../../bulk/selection.ts';
import { useHand } from './use-hand.ts';
import { useSelecting } from './use-selecting.ts';
import { useStill, useWindows } from './use-rows.ts';
import { findRow, ticketAt, useStop } from './use-stop.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const HeadRow = soon(async () => (await import('../rows/HeadRow.tsx')).HeadRow);

interface TicketGridProps {
  /** The list that is shown, and how long it is. */
  query: Query;
  extent: Extent;
  /** Another list was asked for and is on its way. */
  late: boolean;
  /** What the address holds, to come back to. */
  search: ListSearch;
  /** Of the full table; undefined for the narrow list. */
  columns: readonly ColumnName[] | undefined;
  /** Where it is said that rows have changed. */
  changed: HTMLElement | null;
}

/** The list as a grid: only the rows in sight are drawn and asked for, however many there are. */
export function TicketGrid({ query, extent, late, search, columns, changed }: TicketGridProps) {
  const words = useListWords();
  const scroller = useRef<HTMLDivElement>(null);
  const key = orderKey(query);
  const { number } = useParams({ strict: false });
  const open = number === undefined ? undefined : Number(number);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [inSight, setInSight] = useState<readonly number[]>([0]);
  const hand = useHand(scroller);
  const fresh = useWindows(query, inSight, extent);
  const still = useStill(key, fresh, hand.held);
  const layout = useMemo(() => layoutOf(still.rows.extent, closed), [still.rows.extent, closed]);
  const [stop, setStop] = useStop(layout, still.rows, open);
  const { rows, stuck, onScroll } = useVirtualRows(scroller, layout, {
    table: columns !== undefined,
    stop: stop.row,
  });
  const items = rows.getVirtualItems();
  useEffect(pageRests, []);

  const wanted = windowsOf(items.map(({ index }) => placeAt(layout, index)));
  useLayoutEffect(() => {
    if (wanted.join() !== inSight.join()) setInSight(wanted);
  }, [wanted, inSight]);
  // Another list begins at its beginning.
  const first_key = useRef(key);
  useLayoutEffect(() => {
    if (first_key.current === key) return;
    first_key.current = key;
    setStop({ row: 0, number: open });
    setClosed(new Set());
    scroller.current?.scrollTo({ top: 0 });
  }, [key, open, setStop]);

  const toggle = (group: string, close?: boolean) =>
    setClosed(before => {
      const after = new Set(before);
      if (close ?? !before.has(group)) after.add(group);
      else after.delete(group);
      return after;
    });
  const keys = useGridKeys({ scroller, rows, layout, stop, setStop, shown: still.rows, open, toggle });
  const selecting = useSelecting({ query, layout, rows: still.rows, stop: stop.row });
  const selected = countOf(selecting.selection);
  const letGo = () => {
    still.show();
    keys.focusStop();
  };
  const here = findRow(layout, still.rows, open);
  const after =
    here === undefined || here + 1 >= layout.rows ? undefined : ticketAt(layout, still.rows, here + 1);
  const ahead = useAhead(after?.number);
  const navigate = useNavigate();
  const tail = useMemo(() => stringifySearch(search), [search]);
  const heading = columns ? 1 : 0;
  const style = columns && {
    '--tracks': tracksOf(columns),
    minWidth: `${leastWidth(columns)}rem`,
  };
  return (
    <div className="ticket-list">
      {still.changed > 0 &&
        changed &&
        createPortal(<ShowChanged count={still.changed} onShow={letGo} />, changed)}
      <div ref={scroller} className="ticket-scroll" aria-busy={late} onScroll={onScroll} {...hand.watch}>
        <div
          role="grid"
          className={`ticket-grid${columns ? ' table' : ''}${selecting.selection.begun ? ' selecting' : ''}`}
          aria-multiselectable="true"
          aria-labelledby="list-name"
          aria-rowcount={layout.rows + heading}
          style={style as CSSProperties}
        >
          {columns && (
            <div role="rowgroup" className="grid-head">
              <HeadRow columns={columns} sort={query.sort} />
            </div>
          )}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its rows have the focus; their keys are heard in one place */}
          <div
            role="rowgroup"
            className="grid-rows"
            style={{ height: rows.getTotalSize() }}
            onKeyDown={event => {
              if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                selecting.all();
              } else keys.press(event);
            }}
            onFocus={event => {
              keys.hear(event);
              ahead.look(event);
            }}
            onPointerOver={event => event.pointerType === 'mouse' && ahead.look(event)}
            onPointerLeave={ahead.leave}
            onBlur={keys.leave}
            onClick={event => {
              const target = event.target as Element;
              const pressed = target.closest<HTMLElement>('[data-number], [data-group]');
              if (pressed?.dataset['group']) return toggle(pressed.dataset['group']);
              if (event.ctrlKey || event.metaKey || event.altKey) return;
              const picks = target.closest('[data-pick]');
              // A finger that selects has no box to hit first.
              const by_finger = selecting.selection.begun && no_pointer.matches;
              const row = Number(
                target.closest('[role=row]')?.querySelector<HTMLElement>('[data-row]')?.dataset['row'],
              );
              if (picks || event.shiftKey || (by_finger && pressed)) {
                if (!picks) event.preventDefault();
                setStop({ row, number: ticketAt(layout, still.rows, row)?.number });
                return event.shiftKey ? selecting.reach(row) : selecting.toggle(row);
              }
              if (!pressed) return;
              event.preventDefault();
              const to = { number: pressed.dataset['number']! };
              void navigate({ to: '/desk/tickets/$number', params: to, search: true });
            }}
          >
            {items.map(({ index: row, start: at, key: slot }) => {
              const place = placeAt(layout, row);
              const start = at - rows.options.scrollMargin;
              const common = { row, start, index: row + 1 + heading, stop: row === stop.row };
              if ('section' in place)
                return <GroupRow key={slot} {...common} section={place.section} sticky={row === stuck} />;
              const ticket = ticketAt(layout, still.rows, row);
              return (
                <GridRow
                  key={slot}
                  {...common}
                  ticket={ticket}
                  open={ticket !== undefined && ticket.number === open}
                  selected={ticket !== undefined && selecting.has(ticket.number)}
                  search={tail}
                  columns={columns}
                />
              );
            })}
          </div>
        </div>
      </div>
      <p className="sr" role="status">
        {selected > 0 ? words.selected(selected) : keys.leapt && words.position(stop.row + 1, layout.rows)}
      </p>
    </div>
  );
}

const no_pointer = matchMedia('(hover: none)');

/** The windows that hold these places, in order. */
function windowsOf(places: readonly ReturnType<typeof placeAt>[]): number[] {
  const windows = places.flatMap(place =>
    'ticket' in place ? [Math.floor(place.ticket / window_rows)] : [],
  );
  return [...new Set(windows)].sort((a, b) => a - b);
}
