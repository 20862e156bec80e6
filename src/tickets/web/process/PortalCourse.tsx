import { place_of } from '#tickets/rules/process/places.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Link } from '#ui/route/router.tsx';
import { useTicketWords } from '../words.ts';
import { Course } from './Course.tsx';

/** Beside a ticket in the portal. */
export function PortalCourse({ ticket }: { ticket: TicketWithMessages }) {
  const { states_for_school } = useTicketWords();
  return (
    <Course ticket={ticket} states={states_for_school}>
      {words => <Link to={`/process?at=${place_of[ticket.state]}`}>{words}</Link>}
    </Course>
  );
}
