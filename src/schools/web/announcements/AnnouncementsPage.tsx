import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Announcement } from '#schools/rules/announcement.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, Nothing, NotYet, useLive } from '#ui/ui.ts';
import { AnnouncementLine } from './AnnouncementLine.tsx';
import { AnnouncementSheet } from './AnnouncementSheet.tsx';
import './announcements.css';
import { askCurrent, askPast, useAnnouncementWords } from './asking.ts';

/** What the iGroup tells its schools: in force, coming, past. */
export function AnnouncementsPage() {
  const words = useAnnouncementWords();
  const client = useQueryClient();
  const asked = useQuery(askCurrent());
  const { data } = asked;
  const past = useInfiniteQuery(askPast());
  const [sheet, setSheet] = useState<Announcement | 'new'>();
  useLive(({ kind }) => {
    if (kind.startsWith('announcement_')) void client.invalidateQueries({ queryKey: ['announcements'] });
  });
  const of = (state: Announcement['state']) => data?.items.filter(item => item.state === state) ?? [];
  const over = past.data?.pages.flatMap(page => page.items) ?? [];
  const lines = (items: readonly Announcement[]) => (
    <ul className="lines announcements">
      {items.map(item => (
        <AnnouncementLine key={item.id} item={item} onChange={() => setSheet(item)} />
      ))}
    </ul>
  );
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        data?.can.write && (
          <Button icon="plus" onClick={() => setSheet('new')}>
            {words.write}
          </Button>
        )
      }
    >
      <NotYet asked={asked} lines={6} words={words} />
      {data && (
        <>
          <section>
            <h2>{words.states.in_force}</h2>
            {of('in_force').length > 0 ? (
              lines(of('in_force'))
            ) : (
              <Nothing title={words.none} hint={words.none_hint} />
            )}
          </section>
          {of('coming').length > 0 && (
            <section>
              <h2>{words.states.coming}</h2>
              {lines(of('coming'))}
            </section>
          )}
          <section>
            <h2>{words.states.past}</h2>
            {over.length > 0 ? lines(over) : <p className="quiet t-13">{words.none_past}</p>}
            {past.hasNextPage && (
              <div className="deeds">
                <Button small onClick={() => void past.fetchNextPage()}>
                  {words.more}
                </Button>
              </div>
            )}
          </section>
        </>
      )}
      {sheet && (
        <AnnouncementSheet item={sheet === 'new' ? undefined : sheet} onClose={() => setSheet(undefined)} />
      )}
    </WorkPage>
  );
}
