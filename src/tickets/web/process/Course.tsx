import type { ReactNode } from 'react';
import { coming } from '#tickets/rules/process/coming.ts';
import type { Usual } from '#tickets/rules/process/usual.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useGet } from '#ui/ui.ts';
import { StateShape } from '../StateShape.tsx';
import { useTicketWords } from '../words.ts';
import './course.css';
import { useCourseWords } from './words/use-words.ts';

interface CourseProps {
  ticket: TicketWithMessages;
  /** What each state is called on this face. */
  states: Record<TicketWithMessages['state'], string>;
  /** Whose turn it is, where the state's name doesn't say so. */
  turn?: string | null;
  /** The way to the whole chart. */
  children: (words: string) => ReactNode;
  className?: string;
}

/** A small map: where the ticket is, whose turn it is, what may come next, and how long this step usually takes. */
export function Course({ ticket, states, turn, children, className }: CourseProps) {
  const words = useCourseWords();
  const { moves } = useTicketWords();
  const { data } = useGet<Usual>(`/api/tickets/${ticket.number}/usual-time`, ticket.state);
  const next = coming(ticket);
  return (
    <section className={`course ${className ?? ''}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="course-here">
        <StateShape state={ticket.state} size={16} />
        <span>
          <span className="sr">{words.here}: </span>
          <b>{states[ticket.state]}</b>
          {turn && <span className="quiet"> {turn}</span>}
        </span>
      </p>
      {next.length > 0 && (
        <>
          <h3 className="quiet t-13">{words.next}</h3>
          <ul>
            {next.map(({ move, to, mine }) => (
              <li key={move}>
                <StateShape state={to} size={12} />
                <span>
                  {moves[move]} <span className="quiet">{states[to]}</span>
                  {mine && <span className="tag">{words.you}</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {data?.words && <p className="second t-13">{data.words}</p>}
      <p className="t-13">{children(words.whole)}</p>
    </section>
  );
}
