import { useQuery } from '@tanstack/react-query';
import type { Clocks } from '#tickets/rules/clocks/schemas.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { api, Button } from '#ui/ui.ts';
import { ClockLines } from '../../clocks/ClockLines.tsx';
import { DeskCourse } from '../../process/DeskCourse.tsx';
import { useClockWords } from '../../clocks/words/use-words.ts';

const minute_ms = 60_000;

/** What follows the school in the rail, fetched together. Nothing is promised inside. */
export function PromisePart({ ticket }: { ticket: TicketWithMessages }) {
  return (
    <>
      {!ticket.inside && <Promised ticket={ticket} />}
      <DeskCourse ticket={ticket} />
    </>
  );
}

/** In the rail: what was promised on this ticket, how it stands, and why. */
function Promised({ ticket: { number } }: { ticket: TicketWithMessages }) {
  const words = useClockWords();
  const { data, isError, refetch } = useQuery({
    // Of the ticket's own key, so that what touches the ticket touches its clocks; and time passes without a deed.
    queryKey: ['ticket', number, 'clocks'],
    queryFn: ({ signal }) => api.get<Clocks>(`/api/tickets/${number}/clocks`, { signal }),
    refetchInterval: minute_ms,
  });
  return (
    <section className="rail-part" aria-label={words.title}>
      <h2>{words.title}</h2>
      {data && <ClockLines clocks={data} />}
      {isError && !data && (
        <p className="quiet t-13">
          {words.failed}{' '}
          <Button small look="bare" onClick={() => void refetch()}>
            {words.again}
          </Button>
        </p>
      )}
    </section>
  );
}
