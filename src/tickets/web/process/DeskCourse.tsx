import { Link, useNavigate } from '@tanstack/react-router';
import { courtOf } from '#tickets/rules/lifecycle.ts';
import { place_of } from '#tickets/rules/process/places.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useCommands } from '../desk/frame/commands/commands.ts';
import { useTicketWords } from '../words.ts';
import { Course } from './Course.tsx';
import { useCourseWords } from './words/use-words.ts';

/** In the rail of a ticket at the desk. */
export function DeskCourse({ ticket }: { ticket: TicketWithMessages }) {
  const { states, courts } = useTicketWords();
  const court = courtOf(ticket.state);
  const { whole } = useCourseWords();
  const navigate = useNavigate();
  const search = { at: place_of[ticket.state] };
  useCommands([
    {
      ...{ id: 'whole_chart', name: whole, where: 'ticket', group: 'command' },
      run: () => void navigate({ to: '/desk/process', search }),
    },
  ]);
  return (
    <Course ticket={ticket} states={states} turn={court && courts[court]} className="rail-part">
      {words => (
        <Link to="/desk/process" search={search}>
          {words}
        </Link>
      )}
    </Course>
  );
}
