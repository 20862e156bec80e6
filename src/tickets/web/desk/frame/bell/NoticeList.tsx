import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { Notice } from '#tickets/rules/attention.ts';
import { Button, IconButton, Skeleton, Time } from '#ui/ui.ts';
import { useFrameWords } from '../words/use-words.ts';
import { placeOf, textOf, useNotices, useReadAll } from './notices.ts';

interface NoticeListProps {
  /** One was opened. */
  onOpened: () => void;
  onChoose: () => void;
}

/** What concerns me, newest first, a sentence each; Tab or the arrows go through it. */
export function NoticeList({ onOpened, onChoose }: NoticeListProps) {
  const words = useFrameWords().bell;
  const { data, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useNotices();
  const readAll = useReadAll();
  const notices = data?.pages.flatMap(page => page.items) ?? [];
  const newest = notices[0];
  const unread = data?.pages[0]?.unread ?? 0;
  return (
    <>
      <header className="bell-top">
        <h2>{words.title}</h2>
        {newest && unread > 0 && (
          <Button small look="bare" busy={readAll.isPending} onClick={() => readAll.mutate(newest.id)}>
            {words.read_all}
          </Button>
        )}
        <IconButton small icon="sliders" label={words.settings} onClick={onChoose} />
      </header>
      {!data && (isError ? <Failed onAgain={() => void refetch()} /> : <Skeleton lines={4} />)}
      {data && !newest && (
        <div className="bell-empty">
          <p className="name">{words.empty}</p>
          <p className="quiet t-13">{words.empty_hint}</p>
        </div>
      )}
      {newest && (
        <ul className="bell-list">
          {notices.map(notice => (
            <Line key={notice.id} notice={notice} onOpened={onOpened} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button small look="bare" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

/** The arrows go to the line above and below. */
function goThrough(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const lines = [...event.currentTarget.closest('ul')!.querySelectorAll('a')];
  lines[lines.findIndex(line => line === event.currentTarget) + by]?.focus();
}

/** A mark and bold letters for what is not read, and the word for who hears it. */
function Line({ notice, onOpened }: { notice: Notice; onOpened: () => void }) {
  const words = useFrameWords().bell;
  const { read } = notice;
  return (
    <li>
      <Link
        {...placeOf(notice)}
        className="bell-line"
        data-unread={!read || undefined}
        onClick={onOpened}
        onKeyDown={goThrough}
      >
        <span className="bell-words">
          {!read && <span className="sr">{words.unread}: </span>}
          {textOf(notice)}
        </span>
        <span className="quiet t-12">
          <Time moment={notice.at} />
        </span>
      </Link>
    </li>
  );
}

function Failed({ onAgain }: { onAgain: () => void }) {
  const words = useFrameWords().bell;
  return (
    <div className="bell-empty" role="alert">
      <p>{words.failed}</p>
      <Button small onClick={onAgain}>
        {words.again}
      </Button>
    </div>
  );
}
