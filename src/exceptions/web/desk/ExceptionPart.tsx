import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { isInForce } from '#exceptions/rules/days.ts';
import type { Exception } from '#exceptions/rules/exception.ts';
import type { Topic } from '#exceptions/rules/topics.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useCommands } from '#tickets/web/desk/frame/commands/commands.ts';
import { api, Button, refused, toast } from '#ui/ui.ts';
import { ExceptionMark } from '../ExceptionLine.tsx';
import { useExceptionWords } from '../words.ts';
import { askExceptionsOn, useChanged, useLiveExceptions } from './asking.ts';
import { Deeds } from './Deeds.tsx';
import { StepSheet } from './StepSheet.tsx';
import '../exceptions.css';

interface ExceptionPartProps {
  ticket: TicketWithMessages;
  /** What one would be about here; undefined where the matter is nobody's to take on. */
  topic: Topic | undefined;
}

/** In the rail of a ticket: the exception that is asked for or allowed on it, those in force at its school, the way to ask. */
export function ExceptionPart({ ticket, topic }: ExceptionPartProps) {
  const words = useExceptionWords();
  const { data } = useQuery({ ...askExceptionsOn(ticket.number), enabled: !ticket.inside });
  const [asks, setAsks] = useState(false);
  const part = useRef<HTMLElement>(null);
  useLiveExceptions();
  const mine = data?.items.filter(item => item.ticket === ticket.number || counts(item, ticket)) ?? [];
  // Of what else is in force, that of the same kind helps here.
  const others =
    data?.items.filter(item => !mine.includes(item) && isInForce(item.stands) && item.topic === topic) ?? [];
  const decides = mine.some(({ can }) => can.decide);
  useCommands([
    ...(data?.can.ask ? [command('ask_exception', words.commands.ask, () => setAsks(true))] : []),
    ...(decides
      ? [
          command('decide_exception', words.commands.decide, () =>
            part.current?.querySelector<HTMLElement>('[data-deed]')?.focus(),
          ),
        ]
      : []),
  ]);
  if (!data) return null;
  const may_ask = data.can.ask && (topic !== undefined || ticket.category === 'exception_request');
  const sheet = asks && (
    <StepSheet
      step="ask"
      path={`/api/tickets/${ticket.number}`}
      first={{ topic: topic ?? 'browser' }}
      onClose={() => setAsks(false)}
    />
  );
  if (mine.length + others.length === 0 && !may_ask) return sheet;
  return (
    <section ref={part} className="rail-part rail-exception" aria-label={words.rail.title}>
      <h2>{words.rail.title}</h2>
      <ul>
        {mine.map(item => (
          <One key={item.id} item={item} ticket={ticket} usual_until={data.usual_until} />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <p className="quiet t-13">{words.rail.in_force}</p>
          <ul>
            {others.map(item => (
              <One key={item.id} item={item} ticket={ticket} />
            ))}
          </ul>
        </>
      )}
      {may_ask && (
        <p>
          <Button small look="bare" onClick={() => setAsks(true)}>
            {words.rail.ask}
          </Button>
        </p>
      )}
      {sheet}
    </section>
  );
}

const counts = (item: Exception, { number }: { number: number }) => item.tickets.includes(number);

const command = (id: string, name: string, run: () => void) =>
  ({ id, name, where: 'ticket', group: 'command', run }) as const;

/** Short, as there is little room: the register says the rest. */
function One({
  item,
  ticket,
  usual_until,
}: {
  item: Exception;
  ticket: TicketWithMessages;
  usual_until?: string;
}) {
  const words = useExceptionWords();
  const counted = counts(item, ticket);
  const count = useCounting(item, ticket.number);
  const end = item.until && !item.ended && words.until(item.until.words);
  return (
    <li>
      <p className="exception-head">
        <Link
          to="/desk/exceptions"
          search={{ show: 'all', ...(item.school && { school: String(item.school.id) }) }}
          className="name"
        >
          {item.topic_words}
        </Link>
        <ExceptionMark stands={item.stands} />
      </p>
      <p className="second t-13 clamped">{item.allowed ?? item.why}</p>
      <p className="quiet t-13">
        {[
          end,
          item.minutes > 0 && words.minutes(item.minutes),
          counted && item.ticket !== ticket.number && words.rail.counts,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="deeds">
        {usual_until && <Deeds exception={item} usual_until={usual_until} />}
        {item.can.put && item.ticket !== ticket.number && (
          <Button small look="bare" onClick={() => void count(!counted)}>
            {counted ? words.rail.count_no_more : words.rail.count}
          </Button>
        )}
      </div>
    </li>
  );
}

function useCounting({ id }: Exception, number: number) {
  const words = useExceptionWords().rail;
  const changed = useChanged();
  return async (counts: boolean) => {
    const path = `/api/exceptions/${id}/tickets/${number}`;
    if (!(await (counts ? api.put(path, {}) : api.delete(path)).catch(refused))) return;
    changed();
    if (counts) toast({ text: words.counted });
  };
}
