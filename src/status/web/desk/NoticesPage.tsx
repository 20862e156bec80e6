import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommands } from '#tickets/web/desk/frame/commands/commands.ts';
import { MorePages } from '#ui/parts/MorePages.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, buttonClass, Nothing, NotYet } from '#ui/ui.ts';
import type { NoticesSearch } from '../search.ts';
import { askCurrent, askPast, askSystems, useDeskStatusWords, useStatusLive } from './asking.ts';
import './desk.css';
import { NoticeLine } from './NoticeLine.tsx';
import { NoticeSheet } from './NoticeSheet.tsx';
import { SystemsSheet } from './SystemsSheet.tsx';

/** What the group tells of the supported system: now, next, and what is over. */
export function NoticesPage() {
  const words = useDeskStatusWords();
  const search: NoticesSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = useQuery(askCurrent());
  const past = useInfiniteQuery(askPast());
  const systems = useQuery(askSystems()).data;
  const [listing, setListing] = useState(false);
  const over = past.data?.pages.flatMap(page => page.items);
  const may = asked.data?.can.write ?? false;
  const show = (next: NoticesSearch) => void navigate({ to: '/desk/notices', search: next });
  useStatusLive();
  useCommands(
    may
      ? [
          {
            ...{ id: 'write_notice', name: words.commands.write, where: 'anywhere', group: 'command' },
            run: () => show({ write: 'yes' }),
          },
        ]
      : [],
  );
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        <>
          {may && (
            <Button icon="plus" onClick={() => show({ write: 'yes' })}>
              {words.write}
            </Button>
          )}
          {systems?.can.change && (
            <Button look="bare" onClick={() => setListing(true)}>
              {words.systems}
            </Button>
          )}
          <a className={buttonClass({ look: 'bare' })} href="/status" target="_blank" rel="noopener">
            {words.public_page}
          </a>
        </>
      }
    >
      <NotYet asked={asked} lines={6} words={words} />
      {asked.data && (
        <section>
          <h2>{words.current}</h2>
          {asked.data.items.length === 0 && <Nothing title={words.none} hint={words.none_hint} />}
          <ul className="lines status-lines">
            {asked.data.items.map(notice => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
        </section>
      )}
      {over && (
        <section>
          <h2>{words.past}</h2>
          {over.length === 0 && <p className="quiet t-13">{words.past_none}</p>}
          <ul className="lines status-lines">
            {over.map(notice => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
          <MorePages asked={past}>{words.more}</MorePages>
        </section>
      )}
      {search.write && systems && may && (
        <NoticeSheet
          notice={undefined}
          ticket={search.ticket}
          systems={systems.items}
          onClose={() => show({})}
        />
      )}
      {listing && systems && <SystemsSheet systems={systems.items} onClose={() => setListing(false)} />}
    </WorkPage>
  );
}
