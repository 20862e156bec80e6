import { Link } from '@tanstack/react-router';
import { useDeskWords } from '../words/use-words.ts';

/** Says what belongs here, and where to go instead. */
export function EmptyList({ view }: { view: string | undefined }) {
  const words = useDeskWords().list;
  const own: Record<string, string> = {
    mine: words.empty_mine,
    unassigned: words.empty_unassigned,
    snoozed: words.empty_snoozed,
    followed: words.empty_followed,
  };
  const sentence = own[view ?? ''] ?? words.empty;
  return (
    <div className="empty-list">
      <p className="name">{sentence}</p>
      {view === 'mine' ? (
        <Link to="/desk" search={{ assignee: 'none' }}>
          {words.see_unassigned}
        </Link>
      ) : (
        view !== 'open' && (
          <Link to="/desk" search={{}}>
            {words.see_all}
          </Link>
        )
      )}
    </div>
  );
}
