import { useSession } from '#accounts/web/accounts.tsx';
import { StateShape } from '#tickets/web/StateShape.tsx';
import { useTicketWords } from '#tickets/web/words.ts';
import { Link } from '#ui/route/router.tsx';
import { Time } from '#ui/ui.ts';
import type { Ticket } from '../../../rules/ticket.ts';
import { usePortalWords } from '../words.ts';
import './list.css';

/** A ticket in a list: whose turn, what, who has it, when something happened last. */
export function TicketRow({ ticket }: { ticket: Ticket }) {
  const words = usePortalWords().row;
  const { states_for_school } = useTicketWords();
  const { person } = useSession();
  const another = ticket.requester.id !== person.id;
  return (
    <li>
      <Link className="ticket-row" to={`/tickets/${ticket.number}`}>
        <StateShape state={ticket.state} />
        <span className="what">
          <span className={ticket.unread ? 'unread' : 'name'}>
            {ticket.subject} {ticket.unread && <span className="tag">{words.unread}</span>}
          </span>
          <span className="second t-14">
            {ticket.goes_on_in === null ? states_for_school[ticket.state] : words.goes_on(ticket.goes_on_in)}
            {ticket.planned_for && ` ${words.planned(ticket.planned_for.words)}`}
            <HasIt ticket={ticket} />
          </span>
        </span>
        <span className="last quiet t-14">
          {ticket.last && <span>{ticket.last.words} · </span>}
          <Time moment={ticket.last?.at ?? ticket.last_activity} />
          {another && ` · ${words.by(ticket.requester.name)}`}
        </span>
        <Turn ticket={ticket} />
        <span className="quiet t-14 number">{ticket.number}</span>
      </Link>
    </li>
  );
}

function HasIt({ ticket }: { ticket: Ticket }) {
  const words = usePortalWords().row;
  if (ticket.court !== 'desk') return null;
  return <> · {ticket.assignee ? words.has_it(ticket.assignee.name) : words.nobody_yet}</>;
}

/** The one thing in a row that wears the accent: that the school must do something. */
function Turn({ ticket }: { ticket: Ticket }) {
  const words = usePortalWords().row;
  if (ticket.court !== 'school') return null;
  const must = ticket.can.reply_does === 'answer';
  return <span className={must ? 'turn' : 'turn mild'}>{must ? words.your_turn : words.tell_us}</span>;
}
