import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { api, withQuery } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import { InsideSign } from '../inside/InsideSign.tsx';
import '../rail/rail.css';
import { useOpeningWords } from './words/use-words.ts';

const most = 4;

/** What is open at the school already, the person's own first: perhaps nothing has to be opened. */
export function EarlierTickets({ school, requester }: { school: number; requester: number | undefined }) {
  const words = useOpeningWords();
  const { states } = useTicketWords();
  const open = useQuery({
    // Refreshed with the lists by what happens.
    queryKey: ['list', 'open at', school],
    queryFn: ({ signal }) =>
      api.get<{ items: Ticket[] }>(withQuery('/api/tickets', { school, limit: 100 }), { signal }),
  }).data?.items;
  if (!open || open.length === 0) return null;
  const hers = (ticket: Ticket) => Number(ticket.requester.id === requester);
  const shown = [...open].sort((one, other) => hers(other) - hers(one)).slice(0, most);
  return (
    <section className="earlier" aria-label={words.one_of_these}>
      <h2>{words.one_of_these}</h2>
      <ul className="other-tickets">
        {shown.map(ticket => (
          <li key={ticket.number}>
            <Link to="/desk/tickets/$number" params={{ number: String(ticket.number) }} search={true}>
              <StateShape state={ticket.state} label={states[ticket.state]} />
              <span className="other-subject">
                {ticket.inside && <InsideSign small />} {ticket.subject}
              </span>
              <span className="quiet">
                {ticket.requester.name} · {ticket.number}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {open.length > most && (
        <Link className="t-13" to="/desk" search={{ school: String(school) }}>
          {words.others(open.length - most)}
        </Link>
      )}
    </section>
  );
}
