import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { category_ids } from '#tickets/rules/categories.ts';
import { impacts, urgencies } from '#tickets/rules/priority.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Pick } from '#ui/floating/Pick.tsx';
import { Time } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { useDeskWords } from '../words/use-words.ts';
import { useChange } from './deeds.ts';

/** The ticket's facts; category, impact and urgency can be corrected in their place, and the priority follows. */
export function Facts({ ticket }: { ticket: TicketWithMessages }) {
  const words = useDeskWords().rail;
  const labels = useTicketWords();
  const change = useChange(ticket.number);
  const picked = <Id extends string>(
    label: string,
    value: Id,
    ids: readonly Id[],
    names: Record<Id, string>,
    set: (id: Id) => void,
  ) => (
    <Pick
      label={label}
      value={value}
      disabled={!ticket.can.change}
      options={ids.map(id => ({ id, name: names[id] }))}
      onPick={id => set(id as Id)}
    />
  );
  return (
    <section className="rail-part">
      <h2>{words.ticket}</h2>
      <div className="picks">
        {picked(words.category, ticket.category, category_ids, labels.categories, category =>
          change.mutate({ category }),
        )}
        {picked(words.impact, ticket.impact, impacts, labels.impacts, impact => change.mutate({ impact }))}
        {picked(words.urgency, ticket.urgency, urgencies, labels.urgencies, urgency =>
          change.mutate({ urgency }),
        )}
      </div>
      <dl className="facts">
        <Fact name={words.priority}>{labels.priorities[ticket.priority]}</Fact>
        <Fact name={words.requester}>{ticket.requester.name}</Fact>
        <Fact name={words.opened}>
          <Time moment={ticket.opened} />
        </Fact>
        {ticket.ended && (
          <Fact name={words.ended}>
            <Time moment={ticket.ended} />
          </Fact>
        )}
        {ticket.resolution_code && (
          <Fact name={words.resolution}>{labels.resolution_codes[ticket.resolution_code]}</Fact>
        )}
        {ticket.reopen_count > 0 && <Fact name={words.reopened}>{words.times(ticket.reopen_count)}</Fact>}
        {ticket.minutes !== null && ticket.minutes > 0 && (
          <Fact name={words.minutes}>{words.minutes_are(ticket.minutes)}</Fact>
        )}
        {ticket.level2_reference && <Fact name={words.reference}>{ticket.level2_reference}</Fact>}
        {ticket.follows !== null && (
          <Fact name={words.follows}>
            <Link to="/desk/tickets/$number" params={{ number: String(ticket.follows) }} search={true}>
              {ticket.follows}
            </Link>
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
