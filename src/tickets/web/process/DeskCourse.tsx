import { Link } from '@tanstack/react-router';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useTicketWords } from '../words.ts';
import { CoursePart } from './CoursePart.tsx';

/** In the rail of a ticket at the desk. */
export function DeskCourse({ ticket }: { ticket: TicketWithMessages }) {
  const { states } = useTicketWords();
  return (
    <CoursePart ticket={ticket} states={states} with_turn className="rail-part">
      {(words, place) => (
        <Link to="/desk/process" search={{ at: place }}>
          {words}
        </Link>
      )}
    </CoursePart>
  );
}
