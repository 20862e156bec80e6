import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Count, Dashboard } from '#reports/rules/dashboard.ts';
import { pageRests } from '#ui/floating/soon.tsx';
import { usePageName } from '#ui/parts/WorkPage.tsx';
import { Button, Nothing, NotYet, ProgressLine, Time, useLive } from '#ui/ui.ts';
import { askDashboard, useDashboardWords } from '../asking.ts';
import type { DashboardSearch } from '../search.ts';
import { AtSchools } from './AtSchools.tsx';
import './dashboard.css';
import { ageOf, answeredOf, answersOf, barsOf, flowOf, hrefOf, type Linked } from './figures.ts';
import { calledOf, Narrowing, useNarrowing } from './Narrowing.tsx';
import { Number, Picture } from './Picture.tsx';

/** How the desk does: for the coordinator, and on paper for the board. */
export function DashboardPage() {
  const words = useDashboardWords();
  const search: DashboardSearch = useSearch({ strict: false });
  const asked = useQuery(askDashboard(search));
  const { data, isFetching, isPlaceholderData } = asked;
  const { can } = useSession();
  const options = useNarrowing();
  useQuietRefresh();
  usePageName(words.title);
  useEffect(pageRests, []);
  const of = (['school', 'category', 'assignee'] as const).flatMap(
    name => calledOf(search[name]?.split(',') ?? [], options[name], words) ?? [],
  );
  return (
    <main className="work-page dashboard">
      <ProgressLine when={isFetching && isPlaceholderData} />
      <div>
        <header>
          <div>
            <h1>{words.title}</h1>
            <p className="second">
              {[...of, data?.period.words].filter(Boolean).join(' · ') || words.lead}
              {data && (
                <span className="quiet t-13">
                  {' · '}
                  {words.as_of('')}
                  <Time moment={data.at} />
                </span>
              )}
            </p>
          </div>
          <div className="deeds no-print">
            {can.read_statements && (
              <Link to="/desk/statements/$" params={{ _splat: '' }} search={{}} className="button bare">
                {words.statements}
              </Link>
            )}
            <Link to="/desk/exports" className="button bare">
              {words.exports}
            </Link>
            <Button icon="print" onClick={() => print()}>
              {words.print}
            </Button>
          </div>
        </header>
        <Narrowing search={search} options={options} />
        <NotYet asked={asked} lines={12} words={words} />
        {data?.empty && <Empty />}
        {data && !data.empty && <Pictures data={data} of={of} />}
        {data && <AtSchools period={data.period} search={search} />}
      </div>
    </main>
  );
}

function Empty() {
  const words = useDashboardWords();
  return (
    <Nothing title={words.empty} hint={words.empty_hint}>
      <Link to="/desk/new" search={true} className="button">
        {words.empty_do}
      </Link>
    </Nothing>
  );
}

function Pictures({ data, of }: { data: Dashboard; of: string[] }) {
  const words = useDashboardWords();
  const navigate = useNavigate();
  const { open, period, first_answer } = data;
  const follow = (href: string) =>
    void navigate({ to: '/desk', search: Object.fromEntries(new URLSearchParams(href.split('?')[1])) });
  const now = [...of, data.at.exact].join(' · ');
  const while_ = [...of, period.words].join(' · ');
  const link = ({ count, query }: Count): Linked => ({ count, href: hrefOf(query) });
  const shared = { onFollow: follow };
  return (
    <>
      <ul className="figures">
        <FigureOf name={words.figures.open} of={link(open)} {...shared} />
        <FigureOf name={words.figures.opened} of={link(period.opened)} {...shared} />
        <FigureOf name={words.figures.resolved} of={link(period.resolved)} {...shared} />
        {period.answered && (
          <li>
            <span className="quiet t-13">{words.figures.answered}</span>
            <b>{period.answered.count.toLocaleString(document.documentElement.lang)}</b>
          </li>
        )}
        <FigureOf name={words.figures.none} of={link(first_answer.waiting)} {...shared} />
        <li>
          <span className="quiet t-13">{words.figures.median}</span>
          <b>{first_answer.median?.words ?? '–'}</b>
        </li>
        <li>
          <span className="quiet t-13">{words.figures.ninth}</span>
          <b>{first_answer.ninth?.words ?? '–'}</b>
        </li>
      </ul>
      <div className="pictures">
        <Picture figure={ageOf(open, words)} under={now} {...shared} />
        <Picture figure={barsOf(words.pictures.state, open.state, words)} under={now} {...shared} />
        <Picture shape="wide" figure={flowOf(period, words)} under={while_} {...shared} />
        <Picture shape="wide" figure={answersOf(first_answer, words)} under={while_} {...shared} />
        {period.answered && (
          <Picture
            shape="wide"
            figure={answeredOf(period.answered, period.opened, words)}
            under={while_}
            {...shared}
          />
        )}
        <Picture
          shape="tall"
          figure={barsOf(words.pictures.category, open.category, words)}
          under={now}
          {...shared}
        />
        <Picture figure={barsOf(words.pictures.school, open.school, words)} under={now} {...shared} />
        <Picture figure={barsOf(words.pictures.assignee, open.assignee, words)} under={now} {...shared} />
      </div>
    </>
  );
}

function FigureOf({ name, of, onFollow }: { name: string; of: Linked; onFollow: (href: string) => void }) {
  return (
    <li>
      <Number of={of} name={name} onFollow={onFollow} />
    </li>
  );
}

/** What changes how much was answered without a ticket. */
const answers = new Set(['article_solved_it', 'article_not_solved', 'article_asked_after_all']);

/** Long enough that what is measured of a ticket is measured, and that a busy morning moves no bar under a hand. */
const first_ms = 3000;
const at_most_every_ms = 30_000;

/** Asks again after something happened, at most every half minute; what is in sight stays until then. */
function useQuietRefresh(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(0);
  const refresh = () => {
    timer.current = undefined;
    last.current = performance.now();
    void client.invalidateQueries({ queryKey: ['dashboard'] });
  };
  useLive(({ ticket, kind }) => {
    if (ticket === null && !answers.has(kind)) return;
    const rest = last.current ? at_most_every_ms - (performance.now() - last.current) : 0;
    timer.current ??= setTimeout(refresh, Math.max(first_ms, rest));
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
