import type { AnchorHTMLAttributes } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { Face, initials, Time } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { Due } from './Due.tsx';
import { useTicketWords } from '../../words.ts';
import { useAway } from '../handing/asking.ts';
import { useFrameWords } from '../frame/words/use-words.ts';
import { InsideSign } from '../inside/InsideSign.tsx';
import { useDeskWords } from '../words/use-words.ts';

interface TicketRowProps {
  ticket: Ticket;
  link: AnchorHTMLAttributes<HTMLAnchorElement>;
}

/** Two lines: state, subject and who has it; number, school and the next deadline, else when something last happened. */
export function TicketRow({ ticket, link }: TicketRowProps) {
  const { states } = useTicketWords();
  const words = useDeskWords().list;
  const { person } = useSession();
  const { unread } = useFrameWords().talk;
  const { assignee } = ticket;
  const away = useAway()(assignee);
  const has_it = assignee ? words.has_it(assignee.name) + (away ? `, ${away.words}` : '') : words.nobody;
  return (
    <div role="gridcell">
      <a {...link} className="ticket-row">
        <StateShape state={ticket.state} label={states[ticket.state]} />
        <span className={ticket.unread ? 'subject unread' : 'subject'}>
          {ticket.unread && <span className="sr">{unread}: </span>}
          {ticket.subject}
        </span>
        <span className="where">
          {ticket.number} · {away?.left && `${initials(assignee!.name)} ${away.word} · `}
          {ticket.inside && (
            <>
              <InsideSign /> ·{' '}
            </>
          )}
          {ticket.school.name}
          {ticket.tags.map(({ id, name }) => (
            <span key={id} className="tag">
              {name}
            </span>
          ))}
        </span>
        <span className="when">
          {ticket.snooze ? (
            <span className="snooze" data-back={ticket.snooze === 'back' || undefined}>
              {words[ticket.snooze]}
            </span>
          ) : ticket.due ? (
            <Due due={ticket.due} />
          ) : (
            <Time moment={ticket.last_activity} />
          )}
        </span>
        <span className="whose" title={has_it}>
          <Face name={assignee?.name ?? null} ours={assignee?.id === person.id} />
          <span className="sr">{has_it}</span>
        </span>
      </a>
    </div>
  );
}
