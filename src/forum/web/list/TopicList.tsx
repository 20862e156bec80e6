import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Topics } from '#forum/rules/topic.ts';
import { inside_shows, shows, type Show } from '#forum/rules/shows.ts';
import { in_vain, useInVain } from '#knowledge/web/in-vain.ts';
import { category_ids, type Category } from '#tickets/rules/categories.ts';
import type { TicketWords } from '#tickets/rules/words/en.ts';
import {
  api,
  Button,
  buttonClass,
  Nothing,
  NotYet,
  ProgressLine,
  refused,
  Select,
  useGet,
  useLive,
  usePaused,
  withQuery,
  wordsOf,
} from '#ui/ui.ts';
import { addressOf, type Narrowing } from '../narrowing.ts';
import { useWay } from '../way.ts';
import { useForumWords } from '../words.ts';
import { SearchField } from '#ui/parts/SearchField.tsx';
import '#ui/parts/ways.css';
import '../forum.css';
import { DaysPart, NamesPart } from './Choices.tsx';
import { ReportsPart } from './ReportsPart.tsx';
import { TopicLines } from './TopicLines.tsx';

const useTicketWords = wordsOf<TicketWords>('tickets');
const rest_ms = 200;

/** The topics of the forum, as the address narrows them. */
export function TopicList({ by }: { by: Narrowing }) {
  const words = useForumWords();
  const { base, Link } = useWay();
  const q = usePaused(by.q.trim(), rest_ms);
  const list = useTopics({ ...by, q });
  const { data } = list;
  const in_all = by.show === 'all' && by.area === undefined;
  const narrowed = !in_all || q !== '';
  useInVain(in_vain, q, q !== '' && in_all && !list.loading && data?.items.length === 0);
  return (
    <>
      <ProgressLine when={list.loading} />
      <Narrow by={by} counts={data?.counts} />
      {by.show === 'reported' && <ReportsPart />}
      <NotYet asked={{ data, error: list.problem, refetch: list.reload }} lines={9} words={words} />
      <p className="sr" role="status">
        {data && narrowed ? words.count(list.items.length) : ''}
      </p>
      {list.items.length > 0 && <TopicLines items={list.items} />}
      {data && list.items.length === 0 && (
        <Nothing
          title={narrowed ? words.none_found : words.none}
          hint={narrowed ? words.none_found_hint : words.none_hint}
        >
          <p className="deeds">
            <Link className={buttonClass({ look: 'main' })} to={withQuery(`${base}/new`, { title: q })}>
              {words.ask}
            </Link>
            {narrowed && (
              <Link className={buttonClass({})} to={base}>
                {words.clear}
              </Link>
            )}
          </p>
        </Nothing>
      )}
      {list.more && (
        <p>
          <Button onClick={list.more}>{words.more}</Button>
        </p>
      )}
      {data?.can.set_names && <NamesPart />}
      {base === '/desk/forum' && data && <DaysPart can={data.can.set_days} />}
    </>
  );
}

function useTopics({ show, area, q }: Narrowing) {
  const path = withQuery('/api/topics', { show, area, q });
  const first = useGet<Topics>(path);
  const [added, setAdded] = useState<{ to: string; page: Topics }>();
  const older = added?.to === path ? added.page : undefined;
  const again = () => {
    first.reload();
    setAdded(undefined);
  };
  useLive(
    () => {},
    opened => !opened && again(),
    ({ kind }) => kind === 'forum' && again(),
  );
  const next = (older ?? first.data)?.next;
  const more = async () => {
    const page = await api.get<Topics>(withQuery('/api/topics', { show, area, q, cursor: next }));
    setAdded({ to: path, page: { ...page, items: [...(older?.items ?? []), ...page.items] } });
  };
  return {
    ...first,
    items: [...(first.data?.items ?? []), ...(older?.items ?? [])],
    more: next ? () => void more().catch(refused) : undefined,
  };
}

function Narrow({ by, counts }: { by: Narrowing; counts: Topics['counts'] | undefined }) {
  const words = useForumWords();
  const { categories } = useTicketWords();
  const { base, Link, go } = useWay();
  const { side } = useSession();
  const to = (more: Partial<Narrowing>) => addressOf(base, { ...by, ...more });
  const narrow = (more: Partial<Narrowing>) => go(to(more), { replace: true });
  const count: Partial<Record<Show, number>> = counts ?? {};
  const shown = shows.filter(each => side === 'desk' || !inside_shows.has(each));
  return (
    <search className="narrowing narrow-topics">
      <SearchField label={words.find} value={by.q} onChange={q => narrow({ q })} />
      <Select
        label={words.area}
        value={by.area ?? ''}
        onChange={event => narrow({ area: (event.target.value as Category) || undefined })}
      >
        <option value="">{words.every_area}</option>
        {category_ids.map(category => (
          <option key={category} value={category}>
            {categories[category]}
          </option>
        ))}
      </Select>
      <nav className="ways" aria-label={words.show_label}>
        {shown.map(show => (
          <Link key={show} to={to({ show })} aria-current={show === by.show ? 'page' : undefined}>
            {words.show[show]}
            {count[show] ? <span className="quiet"> {count[show]}</span> : null}
          </Link>
        ))}
      </nav>
    </search>
  );
}
