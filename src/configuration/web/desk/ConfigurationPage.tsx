import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useSession } from '#accounts/web/accounts.tsx';
import type { UnderWay } from '#configuration/rules/request.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { MorePages } from '#ui/parts/MorePages.tsx';
import { buttonClass, Nothing, NotYet, useLang, withQuery } from '#ui/ui.ts';
import { ChangeLines } from '../shown/ChangeLines.tsx';
import { askChanges, askUnderWay, useConfigurationLive, useDeskWords } from './asking.ts';
import './desk.css';
import { LogFilters } from './LogFilters.tsx';

/** What waits for approval, what is planned, and the log, which the address narrows. */
export function ConfigurationPage() {
  const words = useDeskWords().page;
  const { can } = useSession();
  const asked = useQuery(askUnderWay());
  useConfigurationLive();
  const of = (state: 'asked' | 'approved') => asked.data?.items.filter(item => item.state === state) ?? [];
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        can.open_tickets && (
          <Link to="/desk/configuration/new" className={buttonClass({})}>
            {words.ask}
          </Link>
        )
      }
    >
      <NotYet asked={asked} lines={4} words={words} />
      {asked.data && (
        <>
          <section>
            <h2>{words.waiting}</h2>
            <Requests items={of('asked')} none={words.waiting_none} />
          </section>
          <section>
            <h2>{words.planned}</h2>
            <Requests items={of('approved')} none={words.planned_none} />
          </section>
        </>
      )}
      <Log />
    </WorkPage>
  );
}

type Item = UnderWay['items'][number];

function Requests({ items, none }: { items: readonly Item[]; none: string }) {
  const words = useDeskWords().page;
  if (items.length === 0) return <p className="quiet">{none}</p>;
  const when = ({ state, planned_for, wished_for, late }: Item) =>
    state === 'approved'
      ? [planned_for && words.for_day(planned_for.words), late && words.late]
      : [wished_for && words.wished(wished_for.words)];
  return (
    <ul className="lines">
      {items.map(item => (
        <li key={item.number}>
          <span className="line-text">
            <Link to="/desk/tickets/$number" params={{ number: String(item.number) }} className="name">
              {item.number} · {item.subject}
            </Link>
            <span className="t-13 quiet block">
              {[item.school.name, item.area_words, item.asked.by.name, item.asked.at.words].join(' · ')}
            </span>
          </span>
          <span className="t-13 second when">
            {[
              item.count === null ? item.scope_words : `${item.scope_words} (${item.count})`,
              ...when(item),
              item.lacking.length > 0 && words.lacking,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Log() {
  const words = useDeskWords().page;
  const [lang] = useLang();
  const search = useSearch({ from: '/desk/configuration' });
  const asked = useInfiniteQuery(askChanges(search));
  const items = asked.data?.pages.flatMap(page => page.items);
  return (
    <section>
      <header>
        <h2>{words.log}</h2>
        <a
          className={buttonClass({ small: true })}
          href={withQuery('/api/configuration/changes/file', { ...search, lang })}
          download
        >
          {words.file}
        </a>
      </header>
      <LogFilters search={search} />
      <NotYet asked={asked} lines={8} words={words} />
      {items?.length === 0 &&
        (Object.values(search).some(Boolean) ? (
          <p className="quiet">{words.none_so}</p>
        ) : (
          <Nothing title={words.none} hint={words.none_hint} />
        ))}
      {items && items.length > 0 && (
        <ChangeLines
          items={items}
          link={(number, said) => (
            <Link to="/desk/tickets/$number" params={{ number: String(number) }}>
              {said}
            </Link>
          )}
        />
      )}
      <MorePages asked={asked}>{words.more}</MorePages>
    </section>
  );
}
