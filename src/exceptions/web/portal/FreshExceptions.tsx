import type { Exceptions } from '#exceptions/rules/exception.ts';
import { FreshLine } from '#ui/parts/FreshLine.tsx';
import { Link } from '#ui/route/router.tsx';
import { useGet, useLive } from '#ui/ui.ts';
import { useExceptionWords } from '../words.ts';

/** On the first page, one quiet line, and only where something of the school's exceptions is new to her. */
export function FreshExceptions() {
  const words = useExceptionWords();
  const { data, reload } = useGet<Exceptions>('/api/exceptions?fresh=yes&show=all&limit=9');
  useLive(
    ({ kind }) => kind.startsWith('exception_') && reload(),
    first => !first && reload(),
  );
  const [first] = data?.items ?? [];
  if (!first || !data) return null;
  const until = first.until && !first.ended ? `, ${words.until(first.until.words)}` : '';
  return (
    <FreshLine icon="clock">
      <Link to="/exceptions">
        {data.total === 1
          ? words.home.one(first.topic_words, words.stands[first.stands] + until)
          : words.home.many(data.total)}
      </Link>
    </FreshLine>
  );
}
