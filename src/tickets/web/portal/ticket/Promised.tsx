import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useGet } from '#ui/ui.ts';
import type { Clocks } from '../../../rules/clocks/schemas.ts';
import { ClockLines } from '../../clocks/ClockLines.tsx';
import { useTimePasses } from '../../clocks/use-time-passes.ts';
import { PortalCourse } from '../../process/PortalCourse.tsx';
import { useClockWords } from '../../clocks/words/use-words.ts';

/** What stands first beside a ticket, fetched together. */
export function Promised({ ticket }: { ticket: TicketWithMessages }) {
  return (
    <>
      <ByClock ticket={ticket} />
      <PortalCourse ticket={ticket} />
    </>
  );
}

/** What the desk has promised on this ticket, whose turn it is, and how much of the time is used. */
function ByClock({ ticket }: { ticket: TicketWithMessages }) {
  const words = useClockWords();
  const { data, reload } = useGet<Clocks>(`/api/tickets/${ticket.number}/clocks`, ticket.last_activity.at);
  useTimePasses(reload);
  if (!data || data.clocks.length === 0) return null;
  return (
    <section>
      <h2>{words.title}</h2>
      {data.turn && <p>{data.turn}</p>}
      <ClockLines clocks={data} />
    </section>
  );
}
