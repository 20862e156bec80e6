import { useEffect, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Change, Changes } from '#configuration/rules/change.ts';
import { Link, PageHeading } from '#ui/route/router.tsx';
import {
  api,
  Button,
  buttonClass,
  Notice,
  Nothing,
  Problem,
  Skeleton,
  useGet,
  useLang,
  useLive,
  withQuery,
} from '#ui/ui.ts';
import { ChangeLines } from '../shown/ChangeLines.tsx';
import './ask.css';
import { usePortalWords } from './words.ts';

const path = '/api/configuration/changes';

/** For a school: what is planned first, then what was done, by month. What is new to her is marked, until next time. */
export function ChangesPage() {
  const words = usePortalWords().log;
  const { school } = useSession();
  const [lang] = useLang();
  const planned = useGet<Changes>(withQuery(path, { state: 'planned', limit: 100 }));
  const over = useGet<Changes>(withQuery(path, { state: 'over', limit: 50 }));
  const [older, setOlder] = useState<Changes>();
  const again = () => {
    planned.reload();
    over.reload();
    setOlder(undefined);
  };
  useLive(
    () => {},
    first => !first && again(),
    signal => signal.kind === 'configuration' && again(),
  );
  useLooked(planned.data !== undefined && over.data !== undefined);
  const done = [...(over.data?.items ?? []), ...(older?.items ?? [])];
  const next = (older ?? over.data)?.next;
  const problem = planned.problem ?? over.problem;
  const there = planned.data && over.data;
  const more = async () => {
    const page = await api.get<Changes>(withQuery(path, { state: 'over', limit: 50, cursor: next }));
    setOlder({ items: [...(older?.items ?? []), ...page.items], next: page.next });
  };
  return (
    <div className="page changes-page">
      <header>
        <div>
          <PageHeading title={words.title} tab={words.title} />
          <p className="second">{words.lead(school?.name ?? '')}</p>
        </div>
        <a className={buttonClass({ small: true })} href={withQuery(`${path}/file`, { lang })} download>
          {words.file}
        </a>
      </header>
      {problem && !there && <Notice tone="bad" title={problem.detail} />}
      {!there && !problem && <Skeleton lines={8} />}
      {there && planned.data!.items.length + done.length === 0 && (
        <Nothing title={words.none} hint={words.none_hint} />
      )}
      <Group title={words.planned} items={planned.data?.items ?? []} />
      {byMonth(done).map(([month, items]) => (
        <Group key={month} title={month} items={items} />
      ))}
      {next && (
        <p>
          <Button onClick={() => void more().catch(known)}>{words.more}</Button>
        </p>
      )}
    </div>
  );
}

function Group({ title, items }: { title: string; items: readonly Change[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ChangeLines items={items} link={(number, said) => <Link to={`/tickets/${number}`}>{said}</Link>} />
    </section>
  );
}

/** The months in the order in which they come, each with its lines. */
function byMonth(items: readonly Change[]): [month: string, items: Change[]][] {
  const found = new Map<string, Change[]>();
  for (const item of items) found.set(item.month_words, [...(found.get(item.month_words) ?? []), item]);
  return [...found];
}

/** Once the page is there, what was told until now is new to her no more. */
function useLooked(there: boolean): void {
  useEffect(() => {
    if (there) void api.put(`${path}/look`, {}).catch(known);
  }, [there]);
}

/** A line that broke is said by the frame. */
function known(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}
