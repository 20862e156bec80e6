import type { Counts, Ticket } from '../../../rules/ticket.ts';
import { Link } from '#ui/route/router.tsx';
import { Skeleton, useGet, useLive } from '#ui/ui.ts';
import { Failed } from '../frame/LostPage.tsx';
import { TicketRow } from '../list/TicketRow.tsx';
import { once } from '../list/use-ticket-list.ts';
import { usePortalWords } from '../words.ts';

const shown = 5;
interface Page {
  items: Ticket[];
}

/** What is open, first what waits for the school, then by newest activity; kept up to date while one looks. */
export function OpenTickets() {
  const words = usePortalWords().home;
  const { data, problem, reload } = useGet<Page>(`/api/tickets?limit=${shown}`);
  const waiting = useGet<Page>(`/api/tickets?state=waiting_school&limit=${shown}`);
  const counts = useGet<Counts>('/api/tickets/counts?state=all');
  const again = () => {
    reload();
    waiting.reload();
    counts.reload();
  };
  const tickets = data && once([...(waiting.data?.items ?? []), ...data.items]).slice(0, shown);
  useLive(again, again);
  return (
    <aside className="open-tickets">
      <h2>
        {words.tickets}
        {!!counts.data?.total && <Link to="/tickets?state=all">{words.all(counts.data.total)}</Link>}
      </h2>
      {tickets && tickets.length > 0 && (
        <ul className="sheet ticket-rows">
          {tickets.map(ticket => (
            <TicketRow key={ticket.number} ticket={ticket} />
          ))}
        </ul>
      )}
      {tickets?.length === 0 && (
        <div className="sheet empty">
          <p className="name">{words.none_title}</p>
          <p className="second t-14">{words.none}</p>
        </div>
      )}
      {!tickets && (problem ? <Failed problem={problem} retry={again} /> : <Skeleton lines={6} />)}
    </aside>
  );
}
