import { Link } from '@tanstack/react-router';
import type { Training } from '#schools/rules/training/training.ts';
import { useTrainingWords } from './asking.ts';

/** Trainings, a line each: what, when, where, how full, and who asks. */
export function TrainingLines({ items }: { items: readonly Training[] }) {
  const words = useTrainingWords();
  return (
    <ul className="lines">
      {items.map(({ id, course, place, link, sessions, taken, capacity, requests, state }) => (
        <li key={id}>
          <span className="line-text">
            <Link to="/desk/training/$id" params={{ id: String(id) }} className="name">
              {course.name}
            </Link>
            <br />
            <span className="quiet t-13">
              {[sessions[0]?.period, place ?? (link && words.online)].filter(Boolean).join(' · ')}
            </span>
          </span>
          <span className="t-13 second">
            {state === 'cancelled' ? words.states.cancelled : words.places(taken, capacity)}
          </span>
          {requests > 0 && state === 'coming' && <span className="tag">{words.requests(requests)}</span>}
          {state === 'running' && <span className="tag">{words.states.running}</span>}
        </li>
      ))}
    </ul>
  );
}
