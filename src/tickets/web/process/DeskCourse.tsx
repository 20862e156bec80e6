import { Link } from '@tanstack/react-router';
import { place_of } from '#tickets/rules/process/places.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useTicketWords } from '../words.ts';
import { Course } from './Course.tsx';

/** In the rail of a ticket at the desk. */
export function DeskCourse({ ticket }: { ticket: TicketWithMessages }) {
  const { states } = useTicketWords();
  return (
    <Course ticket={ticket} states={states} className="rail-part">
      {words => (
        <Link to="/desk/process" search={{ at: place_of[ticket.state] }}>
          {words}
        </Link>
      )}
    </Course>
  );
}
