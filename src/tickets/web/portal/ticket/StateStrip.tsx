import { useSession } from '#accounts/web/accounts.tsx';
import { StateShape } from '#tickets/web/StateShape.tsx';
import { useTicketWords } from '#tickets/web/words.ts';
import { Time } from '#ui/ui.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { usePortalWords } from '../words.ts';
import { Way } from './Way.tsx';
import './state.css';

/** Where the ticket is: whose turn, what comes next, what happened last, and the whole way. */
export function StateStrip({ ticket }: { ticket: TicketWithMessages }) {
  const words = usePortalWords().ticket;
  const { states_for_school, resolution_codes } = useTicketWords();
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
          <dt>{ticket.ended && ticket.resolution_code ? words.ended_how : words.asked}</dt>
          {ticket.ended && ticket.resolution_code ? (
            <dd>{resolution_codes[ticket.resolution_code]}</dd>
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
  if (ticket.planned_for) return words.planned(ticket.planned_for.words);
  if (!ticket.assignee) return ticket.ended ? '' : words.nobody_yet;
  return (ticket.ended ? words.had_it : words.has_it)(ticket.assignee.name);
}

/** The last message, unless the ticket moved after it: then its state says what happened. */
function Last({ ticket }: { ticket: TicketWithMessages }) {
  const words = usePortalWords().ticket;
  const { states_for_school } = useTicketWords();
  const { person } = useSession();
  const message = ticket.messages.at(-1);
  if (!message || message.written.at < ticket.last_activity.at)
    return (
      <dd>
        {states_for_school[ticket.state]} <Time moment={ticket.last_activity} />
      </dd>
    );
  return (
    <dd>
      {message.author.id === person.id ? words.you_wrote : words.wrote(message.author.name)} <Time moment={message.written} />
    </dd>
  );
}
