import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Change, Changes } from '#configuration/rules/change.ts';
import { useLooked } from '#ui/net/use-looked.ts';
import { Link, PageHeading, useRoute } from '#ui/route/router.tsx';
import {
  api,
  Button,
  buttonClass,
  inPassing,
  Nothing,
  Notice,
  ProgressLine,
  Skeleton,
  useGet,
  useLang,
  useLive,
  withQuery,
} from '#ui/ui.ts';
import { ChangeLines } from '../shown/ChangeLines.tsx';
import './ask.css';
import { LogNarrowing } from './LogNarrowing.tsx';
import { narrowingIn, type Narrowing } from './narrowing.ts';
import { usePortalWords } from './words.ts';

const path = '/api/configuration/changes';

/** For a school: what is planned first, then what was done, by month. What is new to her is marked, until next time. */
export function ChangesPage() {
  const words = usePortalWords().log;
  const { school } = useSession();
  const [lang] = useLang();
  const by = narrowingIn(useRoute().query);
  const log = useLog(by);
  const narrowed = Object.keys(by).length > 0;
  useLooked(`${path}/look`, log.there && !narrowed);
  return (
    <div className="page changes-page">
      <ProgressLine when={log.loading} />
      <header>
        <div>
          <PageHeading title={words.title} tab={words.title} />
          <p className="second">{words.lead(school?.name ?? '')}</p>
        </div>
        <a
          className={buttonClass({ small: true })}
          href={withQuery(`${path}/file`, { ...by, lang })}
          download
        >
          {words.file}
        </a>
      </header>
      <LogNarrowing by={by} problem={log.problem} />
      {log.problem && !log.there && log.problem.errors.length === 0 && (
        <Notice tone="bad" title={log.problem.detail} />
      )}
      {!log.there && !log.problem && <Skeleton lines={8} />}
      {log.there &&
        log.planned.length + log.done.length === 0 &&
        (narrowed ? (
          <Nothing title={words.none_found} hint={words.none_found_hint} />
        ) : (
          <Nothing title={words.none} hint={words.none_hint} />
        ))}
      <Group title={words.planned} items={log.planned} />
      {byMonth(log.done).map(([month, items]) => (
        <Group key={month} title={month} items={items} />
      ))}
      {log.more && (
        <p>
          <Button onClick={() => void log.more!().catch(inPassing)}>{words.more}</Button>
        </p>
      )}
    </div>
  );
}

/** The log as it is narrowed: what is planned, what was done, and the way to what is older. */
function useLog(by: Narrowing) {
  const address = withQuery(path, by);
  const planned = useGet<Changes>(withQuery(path, { ...by, state: 'planned', limit: 100 }));
  const over = useGet<Changes>(withQuery(path, { ...by, state: 'over', limit: 50 }));
  const [added, setAdded] = useState<{ to: string; page: Changes }>();
  const older = added?.to === address ? added.page : undefined;
  const again = () => {
    planned.reload();
    over.reload();
    setAdded(undefined);
  };
  useLive(
    () => {},
    first => !first && again(),
    signal => signal.kind === 'configuration' && again(),
  );
  const next = (older ?? over.data)?.next;
  const more = async () => {
    const page = await api.get<Changes>(withQuery(path, { ...by, state: 'over', limit: 50, cursor: next }));
    setAdded({ to: address, page: { items: [...(older?.items ?? []), ...page.items], next: page.next } });
  };
  return {
    planned: planned.data?.items ?? [],
    done: [...(over.data?.items ?? []), ...(older?.items ?? [])],
    there: planned.data !== undefined && over.data !== undefined,
    loading: planned.loading || over.loading,
    problem: planned.problem ?? over.problem,
    more: next ? more : undefined,
  };
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
