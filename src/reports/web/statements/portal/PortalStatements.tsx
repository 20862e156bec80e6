import { useEffect } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Months, Statement } from '#reports/rules/statements/statement.ts';
import { Drawing } from '#ui/charts/Drawing.tsx';
import { Link, navigate, PageHeading } from '#ui/route/router.tsx';
import {
  api,
  Button,
  buttonClass,
  inPassing,
  Nothing,
  NotYet,
  useGet,
  useLang,
  useLive,
  withQuery,
} from '#ui/ui.ts';
import { StatementShown, type Ways } from '../Shown.tsx';
import '../statement.css';
import { usePageWords, useStatementWords } from '../words.ts';

/** For a school's lead and its security contact: the months, newest first. */
export function StatementsPage() {
  const words = usePageWords();
  const said = useStatementWords();
  const { school } = useSession();
  const { data, problem, reload } = useGet<Months>('/api/statements');
  useLive(
    () => undefined,
    first => !first && reload(),
    ({ kind }) => void (kind === 'statements' && reload()),
  );
  const running = data && (
    <Link to={`/statements/${data.running.month}`}>{words.running(data.running.name)}</Link>
  );
  return (
    <div className="page statements-page">
      <header>
        <div>
          <PageHeading title={words.title} />
          <p className="second">{words.lead_school(school?.name ?? '')}</p>
        </div>
      </header>
      <NotYet asked={{ data, error: problem, refetch: reload }} lines={6} />
      {data?.items.length === 0 && (
        <Nothing title={words.none(data.running.name)} hint={words.none_hint}>
          {running}
        </Nothing>
      )}
      {data && data.items.length > 0 && (
        <>
          <ul className="sheet lines">
            {data.items.map(({ month, name, opened, response, resolution, fresh }) => (
              <li key={month}>
                <span className="line-text">
                  <Link to={`/statements/${month}`} className="name">
                    {name}
                  </Link>{' '}
                  {fresh && <span className="tag">{words.fresh}</span>}
                  <br />
                  <span className="quiet t-14">
                    {said.volumes.opened}: {opened} · {said.clocks.response}: {response.share_words} ·{' '}
                    {said.clocks.resolution}: {resolution.share_words}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <p>
            {running} <span className="quiet t-14">{words.running_hint(data.running.closes.words)}</span>
          </p>
        </>
      )}
    </div>
  );
}

/** One month of the own school. */
export function StatementPage({ month }: { month: string }) {
  const words = usePageWords();
  const said = useStatementWords();
  const [lang] = useLang();
  const path = `/api/statements/${month}`;
  const { data, problem, reload } = useGet<Statement>(path);
  const closed = data?.closed != null;
  useEffect(() => {
    // What is looked at is no longer new; where the line breaks it stays so until the next time.
    if (closed) void api.put('/api/statements/look', { month }).catch(inPassing);
  }, [closed, month]);
  return (
    <div className="page statements-page">
      <p className="t-14 no-print">
        <Link to="/statements">{words.title}</Link>
      </p>
      <header>
        <div>
          <PageHeading title={said.title(data?.name ?? month)} />
          {data && (
            <p className="second">
              {data.school?.name} ·{' '}
              {data.closed ? said.closed(data.closed.words) : said.as_of(data.as_of.words)}
            </p>
          )}
        </div>
        {data && (
          <div className="deeds">
            {(['paper', 'file'] as const).map(kind => (
              <a
                key={kind}
                className={buttonClass({})}
                href={withQuery(`${path}/${kind}`, { lang })}
                download
              >
                {kind === 'file' ? words.csv : words.pdf}
              </a>
            ))}
            <Button icon="print" onClick={() => print()}>
              {words.print}
            </Button>
          </div>
        )}
      </header>
      <NotYet asked={{ data, error: problem, refetch: reload }} lines={10} />
      {data && (
        <div className="dashboard">
          <StatementShown statement={data} ways={ways} />
        </div>
      )}
    </div>
  );
}

const ways: Ways = {
  picture: figure => (
    <section key={figure.title} className="picture" aria-label={figure.title}>
      <header>
        <h2>{figure.title}</h2>
      </header>
      {!figure.empty && <Drawing label={figure.title} draw={figure.draw} onFollow={navigate} />}
      {figure.empty && <Empty />}
      {figure.note && <p className="quiet t-12">{figure.note}</p>}
    </section>
  ),
  list: (_, name) => name,
  ticket: (number, name) => <Link to={`/tickets/${number}`}>{name}</Link>,
  month: (month, name) => <Link to={`/statements/${month}`}>{name}</Link>,
};

function Empty() {
  return <p className="quiet nothing">{usePageWords().nothing}</p>;
}
