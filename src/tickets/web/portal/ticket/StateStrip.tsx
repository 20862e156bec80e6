import { StateShape } from '#tickets/web/StateShape.tsx';
import { useTicketWords } from '#tickets/web/words.ts';
import { Time } from '#ui/ui.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { stateOf } from '../list/TicketRow.tsx';
import { usePortalWords } from '../words.ts';
import { Way } from './Way.tsx';
import './state.css';

/** Where the ticket is: whose turn, what comes next, what happened last, and the whole way. */
export function StateStrip({ ticket }: { ticket: TicketWithMessages }) {
  const { ticket: words, row } = usePortalWords();
  const { states_for_school, resolution_codes } = useTicketWords();
  const how = ticket.state === 'closed' && ticket.resolution_code && resolution_codes[ticket.resolution_code];
  return (
    <section className="state sheet" aria-label={words.where}>
      <div className="big">
        <StateShape state={ticket.state} size={18} />
        <div>
          <b>{stateOf(ticket, states_for_school, row)}</b>
          <span>{whoHasIt(ticket, words)}</span>
        </div>
      </div>
      <dl>
        <div>
          <dt>{words.next}</dt>
          <dd className="sentence">{ticket.next}</dd>
        </div>
        {ticket.due && (
          <div>
            <dt>{words.promised}</dt>
            <dd>{ticket.due.words}</dd>
          </div>
        )}
        <div>
          <dt>{words.last}</dt>
          {ticket.last && (
            <dd>
              {ticket.last.words} <Time moment={ticket.last.at} />
            </dd>
          )}
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
      {ticket.goes_on_in === null && <Way ticket={ticket} />}
    </section>
  );
}

function whoHasIt(ticket: TicketWithMessages, words: ReturnType<typeof usePortalWords>['ticket']): string {
  if (ticket.passed_to) return words.passed;
  if (ticket.state === 'waiting_school') return words.your_turn;
  const over = ticket.ended !== null || ticket.state === 'resolved';
  if (!ticket.assignee) return over ? '' : words.nobody_yet;
  return (over ? words.had_it : words.has_it)(ticket.assignee.name);
}
