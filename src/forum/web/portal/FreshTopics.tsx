import type { Topics } from '#forum/rules/topic.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { Link } from '#ui/route/router.tsx';
import { Icon, useGet, useLive } from '#ui/ui.ts';
import '../forum.css';
import { useForumWords } from '../words.ts';

/** On the first page, one quiet line, where something is new in a topic that she follows, or somebody names her. */
export function FreshTopics() {
  const words = useForumWords().fresh;
  const { open } = useSession();
  const { data, reload } = useGet<Topics>(open.includes('forum') ? '/api/topics?show=fresh&limit=20' : null);
  useLive(
    () => {},
    first => !first && reload(),
    ({ kind }) => kind === 'forum' && reload(),
  );
  const items = data?.items ?? [];
  const first = items.find(({ mentioned }) => mentioned) ?? items[0];
  if (!first) return null;
  return (
    <p className="fresh-topics">
      <Icon name="ask" />
      {items.length === 1 || first.mentioned ? (
        <Link to={`/forum/${first.id}`}>
          {first.mentioned ? words.mentioned(first.title) : words.one(first.title)}
        </Link>
      ) : (
        <Link to="/forum?show=fresh">{words.many(items.length)}</Link>
      )}
    </p>
  );
}
