import type { ReactNode } from 'react';
import type { BreachShown, Slice, Statement } from '#reports/rules/statements/statement.ts';
import { Notice, Time } from '#ui/ui.ts';
import '../dashboard/dashboard.css';
import type { Figure } from '../dashboard/figures.ts';
import { monthsOf, tookOf, waitedOf } from './figures.ts';
import { Scrolling } from './Scrolling.tsx';
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
  const { volumes, closed, agreements, hours } = statement;
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
      </ul>
      <Clocks statement={statement} />
      <div className="pictures">
        {ways.picture(tookOf(statement, 'response', words))}
        {ways.picture(tookOf(statement, 'resolution', words))}
        {ways.picture(waitedOf(statement, words, page))}
        {ways.picture(monthsOf(statement, words))}
      </div>
      <Slices title={words.parts.priority} slices={statement.by_priority} ways={ways} />
      <Slices title={words.parts.category} slices={statement.by_category} ways={ways} />
      <Slices title={words.parts.school} slices={statement.schools} ways={ways} />
      <Breaches statement={statement} ways={ways} />
      <Before statement={statement} ways={ways} />
      <p className="quiet t-13">
        {words.month_rule} {words.by(hours)} {agreements.length > 0 && words.agreement(agreements.join(', '))}
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

function Slices({ title, slices, ways }: { title: string; slices: readonly Slice[]; ways: Ways }) {
  const words = useStatementWords();
  if (slices.length === 0) return null;
  const { volumes, clocks } = words;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <Scrolling label={title}>
        <table className="work-table statement-table">
          <thead>
            <tr>
              {[words.heads.name, volumes.opened, volumes.solved, clocks.response, clocks.resolution].map(
                head => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {slices.map(({ key, name, opened, solved, response, resolution, query }) => (
              <tr key={key}>
                <th scope="row">{ways.list(query, name)}</th>
                <td>{opened}</td>
                <td>{solved}</td>
                <td>{response.share_words}</td>
                <td>{resolution.share_words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
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

function Before({ statement: { before }, ways }: { statement: Statement; ways: Ways }) {
  const words = useStatementWords();
  if (before.length === 0) return null;
  return (
    <Slices
      title={words.parts.before}
      slices={before.map(({ month, ...each }) => ({ ...each, key: month, query: null }))}
      ways={{
        ...ways,
        list: (_, name) => {
          const found = before.find(each => each.name === name);
          return found ? ways.month(found.month, found.name) : name;
        },
      }}
    />
  );
}
