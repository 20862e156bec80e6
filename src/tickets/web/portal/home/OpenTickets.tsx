import { TicketRow } from '../list/TicketRow.tsx';
import type { Counts, Ticket } from '../../../rules/ticket.ts';
import { Link } from '#ui/route/router.tsx';
import { Skeleton, useGet, useLive } from '#ui/ui.ts';
import { Failed } from '../frame/LostPage.tsx';
import { usePortalWords } from '../words.ts';

const shown = 5;

/** What is open, newest activity first; kept up to date while one looks. */
export function OpenTickets() {
  const words = usePortalWords().home;
  const { data, problem, reload } = useGet<{ items: Ticket[] }>(`/api/tickets?limit=${shown}`);
  const counts = useGet<Counts>('/api/tickets/counts?state=all');
  const again = () => {
    reload();
    counts.reload();
  };
  useLive(again, again);
  return (
    <aside className="open-tickets">
      <h2>
        {words.tickets}
        {!!counts.data?.total && <Link to="/tickets?state=all">{words.all(counts.data.total)}</Link>}
      </h2>
      {data && data.items.length > 0 && (
        <ul className="sheet ticket-rows">
          {data.items.map(ticket => (
            <TicketRow key={ticket.number} ticket={ticket} />
          ))}
        </ul>
      )}
      {data?.items.length === 0 && (
        <div className="sheet empty">
          <p className="name">{words.none_title}</p>
          <p className="second t-14">{words.none}</p>
        </div>
      )}
      {!data && (problem ? <Failed problem={problem} retry={again} /> : <Skeleton lines={6} />)}
    </aside>
  );
}
