import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Pick } from '#ui/floating/Pick.tsx';
import { Time } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { useEnvironmentFacts } from '../../environment/EnvironmentBox.tsx';
import { useDeskWords } from '../words/use-words.ts';
import { useFacets } from '../facets.ts';
import { useChange } from '../ticket/deeds.ts';

/** The ticket's facts; category, impact, urgency and what is promised can be corrected in their place, and the priority follows. */
export function Facts({ ticket }: { ticket: TicketWithMessages }) {
  const words = useDeskWords().rail;
  const labels = useTicketWords();
  const change = useChange(ticket.number);
  const environment = useEnvironmentFacts(ticket.environment);
  // Of a ticket inside nothing is promised.
  const facets = useFacets().filter(({ facet }) => facet !== 'promised' || !ticket.inside);
  return (
    <section className="rail-part">
      <h2>{words.ticket}</h2>
      <div className="picks">
        {facets.map(({ facet, values }) => (
          <Pick
            key={facet}
            label={words[facet]}
            value={ticket[facet]}
            options={values}
            onPick={id => change.mutate({ [facet]: id })}
            disabled={!ticket.can.change}
          />
        ))}
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
        {environment.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
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
