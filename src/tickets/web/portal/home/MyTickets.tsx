import { Link } from '#ui/route/router.tsx';
import type { Ticket } from '../../../rules/ticket.ts';
import { TicketRow } from '../list/TicketRow.tsx';
import { usePortalWords } from '../words.ts';

/** The few tickets that matter now, and the way to all of them. */
export function MyTickets({ tickets }: { tickets: readonly Ticket[] }) {
  const words = usePortalWords().home;
  return (
    <section aria-labelledby="my-tickets">
      <h2>
        <span id="my-tickets">{words.tickets}</span>
        <Link to="/tickets">{words.all}</Link>
      </h2>
      {tickets.length > 0 && (
        <ul className="sheet ticket-rows">
          {tickets.map(ticket => (
            <TicketRow key={ticket.number} ticket={ticket} />
          ))}
        </ul>
      )}
      {tickets.length === 0 && (
        <div className="sheet empty">
          <p className="name">{words.none_title}</p>
          <p className="second t-14">{words.none}</p>
        </div>
      )}
    </section>
  );
}
