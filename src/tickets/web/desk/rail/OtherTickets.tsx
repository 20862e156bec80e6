import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { api, withQuery } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import { askCounts } from '../asking.ts';
import { InsideSign } from '../inside/InsideSign.tsx';
import { useFrameWords } from '../frame/words/use-words.ts';

const most = 5;

/** What else is open at this school: what is asked here may be answered there. */
export function OtherTickets({ ticket: { number, school } }: { ticket: Ticket }) {
  const words = useFrameWords().rail;
  const { states } = useTicketWords();
  const filters = { school: String(school.id) };
  const total = useQuery(askCounts(filters)).data?.total;
  const open = useQuery({
    // Refreshed with the lists by what happens.
    queryKey: ['list', 'of school', school.id],
    queryFn: ({ signal }) =>
      api.get<{ items: Ticket[] }>(withQuery('/api/tickets', { ...filters, limit: most + 1 }), { signal }),
  }).data?.items;
  if (!open) return null;
  const others = open.filter(other => other.number !== number).slice(0, most);
  return (
    <section className="rail-part">
      <h2>
        {words.others}
        {total !== undefined && total > 1 && (
          <Link to="/desk" search={filters}>
            {words.all(total)}
          </Link>
        )}
      </h2>
      {others.length === 0 && <p className="quiet t-13">{words.others_none}</p>}
      <ul className="other-tickets">
        {others.map(other => (
          <li key={other.number}>
            <Link to="/desk/tickets/$number" params={{ number: String(other.number) }} search={true}>
              <StateShape state={other.state} label={states[other.state]} />
              <span className="other-subject">
                {other.inside && <InsideSign small />} {other.subject}
              </span>
              <span className="quiet">{other.number}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
