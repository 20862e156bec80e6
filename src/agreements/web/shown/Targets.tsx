import type { Agreement } from '#agreements/rules/agreement.ts';
import { Notice } from '#ui/ui.ts';
import './shown.css';

interface TargetsProps {
  agreement: Pick<Agreement, 'rows' | 'goal_words' | 'hours_words' | 'other_hours'>;
  words: {
    targets: string;
    priority: string;
    response: string;
    resolution: string;
    hours: string;
  } & HoursNowWords;
}

export interface HoursNowWords {
  hours_now: (said: string, since: string, now: string) => string;
}

/** What is promised by priority, in lengths of the desk's hours, and which hours those are. */
export function Targets({ agreement, words }: TargetsProps) {
  const { rows, goal_words, hours_words, other_hours } = agreement;
  return (
    <div className="agreement-targets">
      <table>
        <caption className="sr">{words.targets}</caption>
        <thead>
          <tr>
            <th scope="col">{words.priority}</th>
            <th scope="col">{words.response}</th>
            <th scope="col">{words.resolution}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.priority}>
              <th scope="row">
                {row.priority} <span className="second">{row.words}</span>
              </th>
              <td>{row.response}</td>
              <td>{row.resolution}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="second t-14">{goal_words}</p>
      {!other_hours && (
        <p className="second t-14">
          {words.hours}: {hours_words}
        </p>
      )}
      <HoursNow agreement={agreement} words={words} />
    </div>
  );
}

/** The hours that a version says, and beside them those that the clocks run by; nothing where they are the same. */
export function HoursNow({
  agreement: { hours_words, other_hours },
  words,
}: {
  agreement: Pick<Agreement, 'hours_words' | 'other_hours'>;
  words: HoursNowWords;
}) {
  if (!other_hours) return null;
  return <Notice>{words.hours_now(hours_words, other_hours.since.words, other_hours.words)}</Notice>;
}
