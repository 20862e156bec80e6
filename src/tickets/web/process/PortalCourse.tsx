import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Link } from '#ui/route/router.tsx';
import { useTicketWords } from '../words.ts';
import { CoursePart } from './CoursePart.tsx';

/** Beside a ticket in the portal. */
export function PortalCourse({ ticket }: { ticket: TicketWithMessages }) {
  const { states_for_school } = useTicketWords();
  return (
    <CoursePart ticket={ticket} states={states_for_school}>
      {(words, place) => <Link to={`/process?at=${place}`}>{words}</Link>}
    </CoursePart>
  );
}
