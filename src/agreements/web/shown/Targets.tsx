import type { Agreement } from '#agreements/rules/agreement.ts';
import './shown.css';

interface TargetsProps {
  agreement: Pick<Agreement, 'rows' | 'goal_words' | 'hours_words'>;
  words: { targets: string; priority: string; response: string; resolution: string; hours: string };
}

/** What is promised by priority, in lengths of the desk's hours, and which hours those are. */
export function Targets({ agreement: { rows, goal_words, hours_words }, words }: TargetsProps) {
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
      <p className="second t-14">
        {words.hours}: {hours_words}
      </p>
    </div>
  );
}
