import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Notice, Problem, Skeleton } from '#ui/ui.ts';
import { askHistory, askTicket } from '../asking.ts';
import { useDeskWords } from '../words/use-words.ts';
import './ticket.css';
import { TicketView } from './TicketView.tsx';

/** One ticket: while it comes, when it can't be shown, and itself. */
export function TicketPage() {
  const number = Number(useParams({ from: '/tickets/desk/tickets/$number' }).number);
  const { data, error, refetch } = useQuery(askTicket(number));
  // Beside the ticket rather than after it.
  usePrefetchQuery(askHistory(number));
  const words = useDeskWords();
  if (data) return <TicketView key={number} ticket={data} />;
  return (
    <div className="ticket-wait">
      {error instanceof Problem ? (
        <Notice tone="bad" title={error.status === 404 ? words.ticket.missing : words.ticket.failed}>
          {error.status !== 404 && <p>{error.detail}</p>}
          {error.status !== 404 && <Button onClick={() => void refetch()}>{words.list.again}</Button>}
          <Link to="/desk" search={true}>
            {words.ticket.back}
          </Link>
        </Notice>
      ) : (
        <Skeleton lines={6} />
      )}
    </div>
  );
}
