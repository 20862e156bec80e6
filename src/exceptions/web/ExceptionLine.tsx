import type { ReactNode } from 'react';
import type { Exception } from '#exceptions/rules/exception.ts';
import { useExceptionWords } from './words.ts';
import './exceptions.css';

interface ExceptionLineProps {
  exception: Exception;
  /** A way to a ticket, as the face has it. */
  ticket: (number: number, name: string) => ReactNode;
  /** Where, in a list over several schools. */
  where?: ReactNode;
  deeds?: ReactNode;
}

/** One exception: about what, how it stands, why, what is allowed, until when, what it took, and its history. */
export function ExceptionLine({ exception, ticket, where, deeds }: ExceptionLineProps) {
  const words = useExceptionWords();
  const { asked, decided_by, since, until, ended, tickets, stands, minutes } = exception;
  const refusal =
    stands === 'refused' ? exception.history.findLast(({ step }) => step === 'refuse') : undefined;
  const told = [
    asked && words.for_person(asked.for.name),
    decided_by && (refusal ? words.refused_by : words.by)(decided_by.name),
    since && words.since(since.words),
    ended ? words.ended(ended.words) : until && words.until(until.words),
    minutes > 0 && words.minutes(minutes),
  ].filter(Boolean);
  return (
    <li>
      <div className="line-text">
        <p className="exception-head">
          <span className="name">{exception.topic_words}</span>
          {where && <span className="quiet">{where}</span>}
          <ExceptionMark stands={stands} />
        </p>
        <p className="prose-text">{exception.why}</p>
        {exception.allowed && (
          <p className="prose-text">
            <b>{words.allowed}</b> {exception.allowed}
          </p>
        )}
        {refusal?.reason && (
          <p className="prose-text">
            <b>{words.reason}</b> {refusal.reason}
          </p>
        )}
        {told.length > 0 && <p className="second t-13">{told.join(' · ')}</p>}
        {tickets.length > 0 && (
          <p className="t-13 exception-tickets">
            <span className="quiet">{words.tickets(tickets.length)}:</span>
            {tickets.map(number => (
              <span key={number}>{ticket(number, String(number))}</span>
            ))}
          </p>
        )}
        <History of={exception.history} />
      </div>
      {deeds && <div className="deeds">{deeds}</div>}
    </li>
  );
}

export function ExceptionMark({ stands }: Pick<Exception, 'stands'>) {
  const words = useExceptionWords();
  return <span className={`exception-state ${stands}`}>{words.stands[stands]}</span>;
}

function History({ of }: { of: Exception['history'] }) {
  const words = useExceptionWords();
  if (of.length === 0) return null;
  return (
    <details className="t-13">
      <summary className="quiet">{words.history(of.length)}</summary>
      <ul>
        {of.map(({ step, by, at, reason, until, minutes }, nth) => (
          <li key={nth}>
            {at.words}: {words.past[step]}
            {by && ` (${by.name})`}
            {until && `, ${words.until(until.words)}`}
            {minutes !== null && `, ${words.minutes(minutes)}`}
            {reason && step !== 'ask' && <span className="second"> · {reason}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
