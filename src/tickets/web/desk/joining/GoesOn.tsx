import { Link } from '@tanstack/react-router';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button } from '#ui/ui.ts';
import './joining.css';
import { runCommand } from '../frame/commands/commands.ts';
import { useJoiningWords } from './use-words.ts';

/** On a merged ticket: where it goes on, and the way back while there is one. */
export function GoesOn({ ticket }: { ticket: TicketWithMessages }) {
  const words = useJoiningWords();
  const merge = ticket.joinings.find(({ as }) => as === 'merged_into');
  if (ticket.goes_on_in === null) return null;
  return (
    <p className="goes-on">
      <span>
        {words.goes_on}{' '}
        <Link to="/desk/tickets/$number" params={{ number: String(ticket.goes_on_in) }} search={true}>
          {ticket.goes_on_in}
        </Link>
        {merge?.ticket.number === ticket.goes_on_in && <> · {merge.ticket.subject}</>}
      </span>
      {merge?.can_part && merge.until && (
        <Button small onClick={() => runCommand(`part ${merge.id}`)}>
          {words.undo_until(merge.until.words)}
        </Button>
      )}
    </p>
  );
}
