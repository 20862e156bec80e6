import type { Ticket } from '#tickets/rules/ticket.ts';

/** The next deadline in few words; what is promised is said to whoever points or listens. */
export function Due({ due: { late, short, words } }: { due: NonNullable<Ticket['due']> }) {
  return (
    <span className="due" data-late={late || undefined} title={words}>
      {short}
    </span>
  );
}
