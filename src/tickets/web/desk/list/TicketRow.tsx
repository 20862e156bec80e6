import type { AnchorHTMLAttributes } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { Face, Time } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import { useFrameWords } from '../frame/words/use-words.ts';
import { useDeskWords } from '../words/use-words.ts';

interface TicketRowProps {
  ticket: Ticket;
  link: AnchorHTMLAttributes<HTMLAnchorElement>;
}

/** Two lines: state, subject and who has it; number, school and when something last happened. */
export function TicketRow({ ticket, link }: TicketRowProps) {
  const { states } = useTicketWords();
  const words = useDeskWords().list;
  const { person } = useSession();
  const { unread } = useFrameWords().talk;
  const { assignee } = ticket;
  return (
    <div role="gridcell">
      <a {...link} className="ticket-row">
        <StateShape state={ticket.state} label={states[ticket.state]} />
        <span className={ticket.unread ? 'subject unread' : 'subject'}>
          {ticket.unread && <span className="sr">{unread}: </span>}
          {ticket.subject}
        </span>
        <span className="where">
          {ticket.number} · {ticket.school.name}
          {ticket.tags.map(({ id, name }) => (
            <span key={id} className="tag">
              {name}
            </span>
          ))}
        </span>
        <span className="when">
          <Time moment={ticket.last_activity} />
        </span>
        <span className="whose" title={assignee ? words.has_it(assignee.name) : words.nobody}>
          <Face name={assignee?.name ?? null} ours={assignee?.id === person.id} />
          <span className="sr">{assignee ? words.has_it(assignee.name) : words.nobody}</span>
        </span>
      </a>
    </div>
  );
}
