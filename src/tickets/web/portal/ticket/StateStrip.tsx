import { useSession } from '#accounts/web/accounts.tsx';
import { StateShape } from '#tickets/web/StateShape.tsx';
import { useTicketWords } from '#tickets/web/words.ts';
import { Time } from '#ui/ui.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { usePortalWords } from '../words.ts';
import { useHistory } from './History.tsx';
import { Way } from './Way.tsx';
import './state.css';

/** Where the ticket is: whose turn, what comes next, what happened last, and the whole way. */
export function StateStrip({ ticket }: { ticket: TicketWithMessages }) {
  const words = usePortalWords().ticket;
  const { states_for_school, resolution_codes } = useTicketWords();
  const how = ticket.state === 'closed' && ticket.resolution_code && resolution_codes[ticket.resolution_code];
  return (
    <section className="state sheet" aria-label={words.where}>
      <div className="big">
        <StateShape state={ticket.state} size={18} />
        <div>
          <b>{states_for_school[ticket.state]}</b>
          <span>{whoHasIt(ticket, words)}</span>
        </div>
      </div>
      <dl>
        <div>
          <dt>{words.next}</dt>
          <dd className="sentence">{ticket.next}</dd>
        </div>
        <div>
          <dt>{words.last}</dt>
          <Last ticket={ticket} />
        </div>
        <div>
          <dt>{how ? words.ended_how : words.asked}</dt>
          {how ? (
            <dd>{how}</dd>
          ) : (
            <dd>
              {ticket.requester.name} <Time moment={ticket.opened} />
            </dd>
          )}
        </div>
      </dl>
      <Way ticket={ticket} />
    </section>
  );
}

function whoHasIt(ticket: TicketWithMessages, words: ReturnType<typeof usePortalWords>['ticket']): string {
  if (ticket.state === 'waiting_school') return words.your_turn;
  const over = ticket.ended !== null || ticket.state === 'resolved';
  if (!ticket.assignee) return over ? '' : words.nobody_yet;
  return (over ? words.had_it : words.has_it)(ticket.assignee.name);
}

/** The last message, unless something happened after it: then what the history says of that. */
function Last({ ticket }: { ticket: TicketWithMessages }) {
  const words = usePortalWords().ticket;
  const { states_for_school } = useTicketWords();
  const { person } = useSession();
  const message = ticket.messages.at(-1);
  const moved = !message || message.written.at < ticket.last_activity.at;
  const history = useHistory(ticket, moved);
  if (moved)
    return (
      <dd>
        {history.data?.items.at(-1)?.words ?? states_for_school[ticket.state]}{' '}
        <Time moment={ticket.last_activity} />
      </dd>
    );
  return (
    <dd>
      {message.author.id === person.id ? words.you_wrote : words.wrote(message.author.name)}{' '}
      <Time moment={message.written} />
    </dd>
  );
}
