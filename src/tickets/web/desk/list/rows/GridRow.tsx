import { memo, type AnchorHTMLAttributes } from 'react';
import type { ColumnName } from '#tickets/rules/lists/order.ts';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { TicketRow } from '../TicketRow.tsx';
import { useListWords } from '../words/use-words.ts';
import { soon } from '#ui/floating/soon.tsx';

const TableCells = soon(async () => (await import('./TableCells.tsx')).TableCells);

export interface RowPlace {
  /** The row in the grid, from 0, and where it stands in pixels. */
  row: number;
  start: number;
  /** What the grid calls it: from 1, the heading of the table among them. */
  index: number;
  /** The one stop for the tab key. */
  stop: boolean;
}

interface GridRowProps extends RowPlace {
  /** Undefined while it is on its way. */
  ticket: Ticket | undefined;
  open: boolean;
  selected: boolean;
  /** What stands after the ticket's address: the list that one goes back to. */
  search: string;
  columns: readonly ColumnName[] | undefined;
}

/** A row at its place. It is drawn again only when something about itself has changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, start, index, stop, ticket, open, selected, search, columns } = props;
  const link: AnchorHTMLAttributes<HTMLAnchorElement> & Record<`data-${string}`, unknown> = {
    tabIndex: stop ? 0 : -1,
    'data-row': row,
    'data-number': ticket?.number,
    'aria-current': open ? 'page' : undefined,
    href: ticket && `/desk/tickets/${ticket.number}${search}`,
  };
  return (
    <div
      role="row"
      className={ticket ? 'grid-row' : 'grid-row waits'}
      aria-rowindex={index}
      aria-selected={selected}
      data-open={open || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      {!ticket ? (
        <Waiting link={link} />
      ) : columns ? (
        <TableCells ticket={ticket} columns={columns} link={link} />
      ) : (
        <TicketRow ticket={ticket} link={link} />
      )}
      {ticket && <PickCell number={ticket.number} selected={selected} />}
    </div>
  );
});

/** Its box for those who point; the grid hears its press. The keys have `x`, so no tab stops at it. */
function PickCell({ number, selected }: { number: number; selected: boolean }) {
  const words = useListWords();
  return (
    <div role="gridcell" className="pick-cell" data-pick>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={words.select_one(number)}
        checked={selected}
        readOnly
      />
    </div>
  );
}

/** As high as what will be there, and as good a place for the focus. */
function Waiting({ link }: { link: AnchorHTMLAttributes<HTMLAnchorElement> }) {
  const words = useListWords();
  return (
    <div role="gridcell" className="waiting-row">
      <a {...link} aria-label={words.on_its_way}>
        <span />
      </a>
    </div>
  );
}
