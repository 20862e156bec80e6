import type { Changes } from '#configuration/rules/change.ts';
import { FreshLine } from '#ui/parts/FreshLine.tsx';
import { Link } from '#ui/route/router.tsx';
import { useGet, useLive, withQuery } from '#ui/ui.ts';
import { usePortalWords } from './words.ts';

const some = 9;

/** On the first page, one quiet line, and only where a change is new to her. */
export function FreshChanges() {
  const words = usePortalWords().home;
  const { data, reload } = useGet<Changes>(
    withQuery('/api/configuration/changes', { fresh: 'yes', limit: some }),
  );
  useLive(
    () => {},
    first => !first && reload(),
    signal => signal.kind === 'configuration' && reload(),
  );
  const [first, ...others] = data?.items ?? [];
  if (!first) return null;
  const count = data?.next ? words.more_than(some) : String(others.length + 1);
  return (
    <FreshLine icon="sliders">
      <Link to="/changes">
        {others.length === 0
          ? words.one(first.state_words, first.day.words, first.setting)
          : words.many(count)}
      </Link>
    </FreshLine>
  );
}
