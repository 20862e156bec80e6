import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { Button } from '#ui/ui.ts';
import { useKeys } from '../frame/use-keys.ts';
import { useDeskWords } from '../words/use-words.ts';
import { TicketRow } from './TicketRow.tsx';

interface TicketGridProps {
  tickets: readonly Ticket[];
  total: number | undefined;
  /** The answer to other filters, shown until that to these is here. */
  old: boolean;
  /** There are more, and this asks for them. */
  onEnd: (() => void) | undefined;
  more: boolean;
}

const page_rows = 8;

/** The rows as a grid with one stop for the tab key; arrows, and j and k from anywhere, go through it. */
export function TicketGrid({ tickets, total, old, onEnd, more }: TicketGridProps) {
  const words = useDeskWords().list;
  const navigate = useNavigate();
  const grid = useRef<HTMLDivElement>(null);
  const { number } = useParams({ strict: false });
  const open = number === undefined ? undefined : Number(number);
  const [focused, setFocused] = useState<number>();
  const indexOf = (wanted: number | undefined) => tickets.findIndex(ticket => ticket.number === wanted);
  const known = [focused, open].find(wanted => indexOf(wanted) >= 0);
  const stop = known ?? tickets[0]?.number;
  // Opening another ticket is also where j and k go on from.
  useEffect(() => setFocused(open), [open]);

  const focusRow = (index: number) => {
    const ticket = tickets[Math.max(0, Math.min(tickets.length - 1, index))];
    if (!ticket) return;
    grid.current?.querySelector<HTMLElement>(`[data-number="${ticket.number}"]`)?.focus();
    if (index >= tickets.length - 3) onEnd?.();
  };
  const step = (by: number) => focusRow(known === undefined ? 0 : indexOf(known) + by);
  const openRow = (by: number) => {
    const next = tickets[open === undefined ? 0 : indexOf(open) + by];
    if (next)
      void navigate({ to: '/desk/tickets/$number', params: { number: String(next.number) }, search: true });
  };
  useKeys({ j: () => step(1), k: () => step(-1), ']': () => openRow(1), '[': () => openRow(-1) });

  const press = (event: KeyboardEvent) => {
    const at = indexOf(known ?? stop);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page_rows,
      PageUp: at - page_rows,
      Home: 0,
      End: tickets.length - 1,
    }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    focusRow(to);
  };
  return (
    <div className="ticket-scroll" aria-busy={old}>
      <div
        ref={grid}
        role="grid"
        className="ticket-grid"
        aria-labelledby="list-name"
        aria-rowcount={total ?? -1}
      >
        {tickets.map((ticket, at) => (
          <TicketRow
            key={ticket.number}
            ticket={ticket}
            index={at + 1}
            open={ticket.number === open}
            stop={ticket.number === stop}
            onFocus={setFocused}
            onKeyDown={press}
          />
        ))}
      </div>
      {more && <MoreRows onSeen={onEnd} label={onEnd ? words.more : words.loading} />}
    </div>
  );
}

/** The end of what is loaded: seen or pressed, it asks for more. */
function MoreRows({ onSeen, label }: { onSeen: (() => void) | undefined; label: string }) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(onSeen);
  latest.current = onSeen;
  useEffect(() => {
    const watcher = new IntersectionObserver(
      seen => seen.some(one => one.isIntersecting) && latest.current?.(),
      { rootMargin: '400px' },
    );
    watcher.observe(end.current!);
    return () => watcher.disconnect();
  }, []);
  return (
    <div ref={end} className="more-rows">
      <Button look="bare" small busy={!onSeen} onClick={() => onSeen?.()}>
        {label}
      </Button>
    </div>
  );
}
