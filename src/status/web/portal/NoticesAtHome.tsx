import { useState } from 'react';
import type { Notice, Notices } from '#status/rules/notice.ts';
import { useRoute } from '#ui/route/router.tsx';
import { NoticeCard } from './NoticeCard.tsx';
import './portal.css';
import { useStatusWords } from './words.ts';

/** On the first page, what is told to this school: a line each, what she is asked in full. */
export function NoticesAtHome({ items, put }: { items: Notices['items']; put: (notice: Notice) => void }) {
  const words = useStatusWords();
  const { query } = useRoute();
  // Whoever comes by the line of another page finds it opened.
  const [opened, setOpened] = useState(query.get('notice') ?? undefined);
  return (
    <section className="status-notices" aria-labelledby="status-notices">
      <h2 id="status-notices" className="sr">
        {words.title}
      </h2>
      <ul className="sheet">
        {items.map(notice => (
          <NoticeCard
            key={notice.id}
            notice={notice}
            open={opened === notice.id}
            onOpen={() => setOpened(opened === notice.id ? undefined : notice.id)}
            put={put}
          />
        ))}
      </ul>
    </section>
  );
}
