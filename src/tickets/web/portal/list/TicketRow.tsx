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
            {stateOf(ticket, states_for_school, words)}
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

/** Where it is: with whom of the school, in which other ticket, or as the table of states says. */
export function stateOf(
  { state, passed_to, goes_on_in }: Ticket,
  states: Record<Ticket['state'], string>,
  words: ReturnType<typeof usePortalWords>['row'],
): string {
  if (goes_on_in !== null) return words.goes_on(goes_on_in);
  return passed_to ? words.with(passed_to.name) : states[state];
}

function HasIt({ ticket }: { ticket: Ticket }) {
  const words = usePortalWords().row;
  if (ticket.court !== 'desk') return null;
  return <> · {ticket.assignee ? words.has_it(ticket.assignee.name) : words.nobody_yet}</>;
}

/** The one thing in a row that wears the accent: that the school must do something. */
function Turn({ ticket }: { ticket: Ticket }) {
  const words = usePortalWords().row;
  const { person } = useSession();
  const theirs = ticket.passed_to !== null && ticket.passed_to.id !== person.id;
  if (ticket.court !== 'school' || theirs) return null;
  const must = ticket.can.reply_does === 'answer' || ticket.passed_to !== null;
  return <span className={must ? 'turn' : 'turn mild'}>{must ? words.your_turn : words.tell_us}</span>;
}
