import type { HowFast } from '#reports/rules/statements/statement.ts';
import { Link, PageHeading } from '#ui/route/router.tsx';
import { NotYet, useGet } from '#ui/ui.ts';
import './how-fast.css';
import { useHowFastWords } from './words.ts';

/** For everybody, without sign-in: how fast the desk is. */
export function HowFastPage() {
  const words = useHowFastWords();
  const { data, problem, reload } = useGet<HowFast>('/api/how-fast');
  const off = problem?.status === 404;
  return (
    <main className="page how-fast">
      <header>
        <PageHeading title={off ? words.off : words.title} tab={words.title} />
        {off && <p className="second">{words.off_hint}</p>}
        {data && !off && (
          <p className="second">
            {words.lead(data.igroup ?? words.somebody)} {words.span(data.span)}
          </p>
        )}
      </header>
      {!off && <NotYet asked={{ data, error: problem, refetch: reload }} lines={6} />}
      {data && !off && <Numbers data={data} />}
      <p>
        <Link to="/sign-in">{words.sign_in}</Link>
      </p>
    </main>
  );
}

function Numbers({ data: { priorities, fewest } }: { data: HowFast }) {
  const words = useHowFastWords();
  const said = ({ share, median }: HowFast['priorities'][number]['response']) =>
    share === null && median === null ? (
      <span className="quiet">{words.few}</span>
    ) : (
      <>
        {share !== null && <b>{words.in_time(share)}</b>}
        {share !== null && median !== null && ', '}
        {median !== null && words.half(median)}
      </>
    );
  return (
    <>
      <ul className="sheet">
        {priorities.map(({ key, name, response, resolution }) => (
          <li key={key}>
            <h2>{name}</h2>
            <dl>
              {(
                [
                  ['response', response],
                  ['resolution', resolution],
                ] as const
              ).map(([clock, number]) => (
                <div key={clock}>
                  <dt>{words[clock]}</dt>
                  <dd>{said(number)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <p className="quiet t-14">{words.few_why(fewest)}</p>
    </>
  );
}
