import { useId, type ReactNode } from 'react';
import type { Notice } from '#status/rules/notice.ts';
import { Icon } from '#ui/ui.ts';
import { NoticeHead } from '../shown/NoticeHead.tsx';
import { NoticeText } from '../shown/NoticeText.tsx';
import { SeverityMark } from '../shown/SeverityMark.tsx';
import { MeToo } from './MeToo.tsx';
import './portal.css';

interface NoticeCardProps {
  notice: Notice;
  open: boolean;
  onOpen: () => void;
  /** What the server answered to a deed. */
  put: (notice: Notice) => void;
  /** In place of what stands under it when she has said that she has it. */
  onSaid?: ((notice: Notice) => void) | undefined;
  above?: ReactNode;
}

/** One notice in a line; opened in its place, the whole, and "me too". What she is asked is never folded away. */
export function NoticeCard({ notice, open, onOpen, put, onSaid, above }: NoticeCardProps) {
  const body = useId();
  return (
    <li className={notice.state === 'running' ? 'running' : undefined}>
      {above}
      <button type="button" className="title" aria-expanded={open} aria-controls={body} onClick={onOpen}>
        <SeverityMark severity={notice.severity} state={notice.state} />
        <span className="said">
          <span lang={notice.lang}>{notice.title}</span>
          {!open && (
            <span className="about">
              {notice.kind_words} · {notice.state === 'solved' ? notice.state_words : notice.period}
            </span>
          )}
        </span>
        <Icon name={open ? 'up' : 'down'} size={12} />
      </button>
      <div id={body} hidden={!open}>
        {open && (
          <>
            <NoticeHead notice={notice} marked={false} />
            <NoticeText notice={notice} />
          </>
        )}
      </div>
      {(open || notice.me_too) && <MeToo notice={notice} put={put} onSaid={onSaid} />}
    </li>
  );
}
