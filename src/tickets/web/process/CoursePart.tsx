import type { ReactNode } from 'react';
import type { Course } from '#tickets/rules/process/course.ts';
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
  /** Says whose turn it is, where the state's name doesn't. */
  with_turn?: true;
  /** The way to the whole chart. */
  children: (words: string, place: string) => ReactNode;
  className?: string;
}

/** A small map: where the ticket is, whose turn it is, what may come next, and how long this step usually takes. */
export function CoursePart({ ticket, states, with_turn, children, className }: CourseProps) {
  const words = useCourseWords();
  const { moves, courts } = useTicketWords();
  const { data } = useGet<Course>(`/api/tickets/${ticket.number}/course`, ticket.state);
  const mine = new Set(ticket.can.moves.map(({ move }) => move));
  return (
    <section className={`course ${className ?? ''}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="course-here">
        <StateShape state={ticket.state} size={16} />
        <span>
          <span className="sr">{words.here}: </span>
          <b>{states[ticket.state]}</b>
          {with_turn && data?.court && <span className="quiet"> {courts[data.court]}</span>}
        </span>
      </p>
      {data && data.next.length > 0 && (
        <>
          <h3 className="quiet t-13">{words.next}</h3>
          <ul>
            {data.next.map(({ move, to }) => (
              <li key={move}>
                <StateShape state={to} size={12} />
                <span>
                  {moves[move]} <span className="quiet">{states[to]}</span>
                  {mine.has(move) && <span className="tag">{words.you}</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {data?.usual && <p className="second t-13">{data.usual}</p>}
      {data && <p className="t-13">{children(words.whole, data.place)}</p>}
    </section>
  );
}
