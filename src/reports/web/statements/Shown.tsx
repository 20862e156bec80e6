import type { ComponentProps, ReactNode } from 'react';
import type { BreachShown, Slice, Statement } from '#reports/rules/statements/statement.ts';
import { Notice, Time } from '#ui/ui.ts';
import '../dashboard/dashboard.css';
import type { Figure } from '../dashboard/figures.ts';
import { monthsOf, tookOf, waitedOf } from './figures.ts';
import { Scrolling } from './Scrolling.tsx';
import { SharesTable } from './SharesTable.tsx';
import './statement.css';
import { usePageWords, useStatementWords } from './words.ts';

/** What differs between the desk and a school: how a picture is shown, and where names lead. */
export interface Ways {
  picture: (figure: Figure, shape?: 'wide') => ReactNode;
  list: (query: Record<string, string> | null, name: ReactNode) => ReactNode;
  ticket: (number: number, name: string) => ReactNode;
  month: (month: string, name: string) => ReactNode;
}

/** A statement, whoever reads it. */
export function StatementShown({ statement, ways }: { statement: Statement; ways: Ways }) {
  const words = useStatementWords();
  const page = usePageWords();
  const { volumes, answered, closed, agreements, hours } = statement;
  const named = (slices: readonly Slice[]) =>
    slices.map(slice => ({ ...slice, name: ways.list(slice.query, slice.name) }));
  return (
    <>
      {!closed && <Notice title={words.preview} />}
      <ul className="figures">
        {volumes.map(({ key, name, count, query }) => (
          <li key={key}>
            {ways.list(
              count > 0 ? query : null,
              <>
                <span className="quiet t-13">{name}</span> <b>{count}</b>
              </>,
            )}
          </li>
        ))}
        {answered && (
          <li>
            <span className="quiet t-13">{answered.name}</span> <b>{answered.count}</b>
          </li>
        )}
      </ul>
      <Clocks statement={statement} />
      <div className="pictures">
        {ways.picture(tookOf(statement, 'response', words))}
        {ways.picture(tookOf(statement, 'resolution', words))}
        {ways.picture(waitedOf(statement, words, page))}
        {ways.picture(monthsOf(statement, words))}
      </div>
      <Shares title={words.parts.priority} rows={named(statement.by_priority)} />
      <Shares title={words.parts.category} rows={named(statement.by_category)} />
      <Shares title={words.parts.school} rows={named(statement.schools)} />
      <Breaches statement={statement} ways={ways} />
      <Shares
        title={words.parts.before}
        rows={statement.before.map(({ month, ...each }) => ({
          ...each,
          key: month,
          name: ways.month(month, each.name),
        }))}
      />
      <p className="quiet t-13">
        {words.month_rule} {answered && words.answered_rule} {words.by(hours)}{' '}
        {agreements.length > 0 && words.agreement(agreements.join(', '))}
      </p>
    </>
  );
}

function Clocks({ statement: { clocks } }: { statement: Statement }) {
  const words = useStatementWords();
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks">{words.parts.clocks}</h2>
      <Scrolling label={words.parts.clocks}>
        <table className="work-table statement-table">
          <thead>
            <tr>
              <th scope="col">{words.heads.clock}</th>
              {[words.in_time, words.median, words.ninth].map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[clocks.response, clocks.resolution].map(clock => (
              <tr key={clock.name}>
                <th scope="row">{clock.name}</th>
                <td>
                  {clock.share_words}{' '}
                  {clock.goal_words && <span className="quiet">({clock.goal_words})</span>}
                </td>
                <td>{clock.median?.words ?? words.none}</td>
                <td>{clock.ninth?.words ?? words.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  );
}

/** A table under its title, where there is something in it. */
function Shares({ title, rows }: { title: string; rows: ComponentProps<typeof SharesTable>['rows'] }) {
  const { heads } = useStatementWords();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <SharesTable label={title} head={heads.name} rows={rows} />
    </section>
  );
}

function Breaches({ statement: { breaches, breach_count }, ways }: { statement: Statement; ways: Ways }) {
  const words = useStatementWords();
  const page = usePageWords();
  return (
    <section aria-labelledby="breaches">
      <h2 id="breaches">
        {words.parts.breaches} {breach_count > 0 && <span className="quiet">{breach_count}</span>}
      </h2>
      {breach_count === 0 && <p className="quiet">{words.no_breach}</p>}
      <ul className="lines breaches">
        {breaches.map(breach => (
          <Breach key={`${breach.number} ${breach.clock}`} breach={breach} ways={ways} />
        ))}
      </ul>
      {breach_count > breaches.length && <p className="quiet">{page.more(breach_count - breaches.length)}</p>}
    </section>
  );
}

function Breach({ breach, ways }: { breach: BreachShown; ways: Ways }) {
  const page = usePageWords();
  const { number, subject, school, clock_name, priority, reason, due } = breach;
  return (
    <li>
      <span className="line-text">
        <span className="name">{ways.ticket(number, `${number} · ${subject}`)}</span>
        <br />
        <span className="quiet t-13">
          {school} · {clock_name} · {priority} · {page.due} <Time moment={due} />
        </span>
        <br />
        {reason}
      </span>
    </li>
  );
}
