import { Link } from '@tanstack/react-router';
import type { Notice } from '#status/rules/notice.ts';
import { NoticeHead } from '../shown/NoticeHead.tsx';
import { useDeskStatusWords } from './asking.ts';

/** One notice of the list: what it is, for whom, and how many it concerns. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const words = useDeskStatusWords();
  const { inside } = notice;
  return (
    <li>
      <div className="line-text">
        <Link to="/desk/notices/$id" params={{ id: notice.id }} className="name" lang={notice.lang}>
          {notice.title}
        </Link>
        <NoticeHead notice={notice} />
        {inside && <p className="quiet t-13">{[readersOf(inside), words.by(inside.by)].join(' · ')}</p>}
      </div>
      {inside && (
        <span className="t-13 second when">
          {[
            inside.tickets > 0 && words.tickets(inside.tickets),
            inside.me_toos > 0 && words.me_toos(inside.me_toos),
            inside.affected_schools > 0 && words.schools(inside.affected_schools),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </li>
  );
}

const most_named = 4;
/** For whom it is: by name where they are few. */
export const readersOf = ({ audience_words, schools }: NonNullable<Notice['inside']>): string =>
  schools.length > 0 && schools.length <= most_named
    ? schools.map(({ name }) => name).join(', ')
    : schools.length > most_named
      ? `${audience_words} (${schools.length})`
      : audience_words;
