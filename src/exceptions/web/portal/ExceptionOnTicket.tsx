import { Suspense } from 'react';
import type { OnTicket } from '#exceptions/rules/exception.ts';
import { topic_of } from '#exceptions/rules/topics.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useGet, useLive } from '#ui/ui.ts';
import { ExceptionLine } from '../ExceptionLine.tsx';
import { useExceptionWords } from '../words.ts';
import { AskException } from './AskException.tsx';
import { toTicket } from './OwnExceptionsPage.tsx';
import { TakeBack } from './TakeBack.tsx';
import '../exceptions.css';

/** On the school's ticket: the exception that is asked for or allowed on it, and the way to ask for one. */
export function ExceptionOnTicket({ ticket }: { ticket: TicketWithMessages }) {
  return (
    <Suspense fallback={null}>
      <Asked ticket={ticket} />
    </Suspense>
  );
}

function Asked({ ticket: { number, category, can } }: { ticket: TicketWithMessages }) {
  const words = useExceptionWords().own;
  const { data, reload } = useGet<OnTicket>(`/api/tickets/${number}/exceptions`);
  useLive(({ kind, ticket }) => ticket === number && kind.startsWith('exception_') && reload(), reload);
  const of_ticket = data?.items.filter(item => item.ticket === number || item.tickets.includes(number)) ?? [];
  const first = topic_of[category];
  const asks = first && data?.can.ask && can.reply && (
    <AskException number={number} first={first} onDone={reload} />
  );
  if (of_ticket.length === 0) return asks || null;
  return (
    <section className="sheet exception-on-ticket" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className="exception-list">
        {of_ticket.map(exception => (
          <ExceptionLine
            key={exception.id}
            exception={{ ...exception, tickets: exception.tickets.filter(each => each !== number) }}
            ticket={toTicket}
            deeds={exception.can.withdraw && <TakeBack exception={exception} onDone={reload} />}
          />
        ))}
      </ul>
      {asks}
    </section>
  );
}
