import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import type { Statement } from '#reports/rules/statements/statement.ts';
import { pageRests } from '#ui/floating/soon.tsx';
import { usePageName } from '#ui/parts/WorkPage.tsx';
import { Button, buttonClass, NotYet, ProgressLine, useLang, withQuery } from '#ui/ui.ts';
import { Picture } from '../dashboard/Picture.tsx';
import { askStatement } from './asking.ts';
import { StatementShown, type Ways } from './Shown.tsx';
import { usePageWords, useStatementWords } from './words.ts';

/** One statement at the desk: of all schools, or of one of them. */
export function StatementPage({ month }: { month: string }) {
  const words = usePageWords();
  const said = useStatementWords();
  const [lang] = useLang();
  const { school }: { school?: string } = useSearch({ strict: false });
  const asked = useQuery(askStatement(month, school));
  const { data, isFetching, isPlaceholderData } = asked;
  const title = said.title(data?.name ?? month);
  const whose = data?.school?.name ?? said.all;
  usePageName(title);
  useEffect(pageRests, []);
  const file = (kind: 'file' | 'paper') => withQuery(`/api/statements/${month}/${kind}`, { school, lang });
  return (
    <main className="work-page dashboard">
      <ProgressLine when={isFetching && isPlaceholderData} />
      <div>
        <p className="t-13 no-print">
          <Link to="/desk/statements/$" params={{ _splat: '' }} search={{}}>
            {words.title}
          </Link>
          {school && (
            <>
              {' · '}
              <Link to="/desk/statements/$" params={{ _splat: month }} search={{}}>
                {words.all_schools}
              </Link>
            </>
          )}
        </p>
        <header>
          <div>
            <h1>{title}</h1>
            {data && (
              <p className="second">
                {whose} ·{' '}
                <span className="quiet t-13">
                  {data.closed ? said.closed(data.closed.words) : said.as_of(data.as_of.words)}
                </span>
              </p>
            )}
          </div>
          {data && (
            <div className="deeds no-print">
              {(['file', 'paper'] as const).map(kind => (
                <a key={kind} className={buttonClass({})} href={file(kind)} download>
                  {kind === 'file' ? words.csv : words.pdf}
                </a>
              ))}
              <Button icon="print" onClick={() => print()}>
                {words.print}
              </Button>
            </div>
          )}
        </header>
        <NotYet asked={asked} lines={12} words={words} />
        {data && <Shown statement={data} under={`${whose} · ${data.name}`} />}
      </div>
    </main>
  );
}

function Shown({ statement, under }: { statement: Statement; under: string }) {
  const navigate = useNavigate();
  const follow = (href: string) =>
    void navigate({ to: '/desk', search: Object.fromEntries(new URLSearchParams(href.split('?')[1])) });
  const ways: Ways = {
    picture: (figure, shape) => (
      <Picture key={figure.title} figure={figure} under={under} onFollow={follow} {...(shape && { shape })} />
    ),
    list: (query, name): ReactNode =>
      query === null ? (
        name
      ) : statement.schools.some(each => each.query === query) ? (
        <Link
          to="/desk/statements/$"
          params={{ _splat: statement.month }}
          search={{ school: query['school']! }}
        >
          {name}
        </Link>
      ) : (
        <Link to="/desk" search={query}>
          {name}
        </Link>
      ),
    ticket: (number, name) => (
      <Link to="/desk/tickets/$number" params={{ number: String(number) }} search={{}}>
        {name}
      </Link>
    ),
    month: (month, name) => (
      <Link
        to="/desk/statements/$"
        params={{ _splat: month }}
        search={statement.school ? { school: String(statement.school.id) } : {}}
      >
        {name}
      </Link>
    ),
  };
  return <StatementShown statement={statement} ways={ways} />;
}
