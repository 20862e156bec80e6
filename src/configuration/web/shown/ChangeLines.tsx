import type { ReactNode } from 'react';
import type { Change } from '#configuration/rules/change.ts';
import './shown.css';
import { useConfigurationWords } from './words.ts';

interface ChangeLinesProps {
  items: readonly Change[];
  /** The way to the ticket by which it was asked. */
  link: (number: number, said: string) => ReactNode;
}

/** Lines of the log: what was changed from what to what, when, and why. */
export function ChangeLines({ items, link }: ChangeLinesProps) {
  const words = useConfigurationWords();
  return (
    <ul className="sheet change-lines">
      {items.map(change => (
        <li key={change.id} className={change.state}>
          <p className="kind t-14">
            <b>{change.state_words}</b>
            <span>{change.day.words}</span>
            <span>{change.area_words}</span>
            {change.fresh && <span className="tag fresh">{words.fresh}</span>}
            {change.rolled_back && <span className="tag">{words.taken_back}</span>}
          </p>
          <h3>{change.setting}</h3>
          <p className="went">
            <span className="sr">{words.from} </span>
            <span className="was">{change.was}</span> <span aria-hidden="true">→</span>{' '}
            <span className="sr">{words.to} </span>
            <span>{change.becomes}</span>
          </p>
          <p className="second">{change.why}</p>
          {change.dropped_why && (
            <p>
              <b>{words.dropped}:</b> {change.dropped_why}
            </p>
          )}
          <p className="quiet t-14">
            {change.concerns}
            {change.schools !== null && ` (${change.schools})`}
            {change.ticket !== null && <> · {link(change.ticket, words.request_link(change.ticket))}</>}
          </p>
        </li>
      ))}
    </ul>
  );
}
