import { article_kinds } from '#knowledge/rules/kinds.ts';
import { looked, says } from '#knowledge/rules/looking.ts';
import type { PublicLine } from '#knowledge/rules/public.ts';
import { Link, useRoute } from '#ui/route/router.tsx';
import { buttonClass, Nothing, withQuery } from '#ui/ui.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { useAnswerWords } from '../words.ts';
import { ArticleLines } from './ArticleLines.tsx';
import { Narrow } from './Narrow.tsx';
import { useInVain } from '../../in-vain.ts';
import { narrowingIn } from './narrowing.ts';

type Line = Pick<PublicLine, 'id' | 'kind' | 'category' | 'lang' | 'title' | 'summary'>;

interface NarrowedProps {
  base: string;
  items: readonly Line[];
  /** The ids of what fits the search, the best first. */
  ranked: readonly number[] | undefined;
  /** Whether the first of them is likely to be it. */
  sure?: boolean | undefined;
  /** Where it is told that nothing was found. */
  in_vain: string;
  /** Whether who reads this may ask from here. */
  asks: boolean;
}

/** Articles with what narrows them; where nothing is left, the way on. */
export function Narrowed({ base, items, ranked, sure, in_vain, asks }: NarrowedProps) {
  const words = useAnswerWords().list;
  const by = narrowingIn(useRoute().query);
  const q = by.q.trim();
  const found = looked(
    items.filter(({ category }) => !by.category || category === by.category),
    q,
    ranked,
  );
  useInVain(in_vain, q, q !== '' && items.length > 0 && !sure && !items.some(each => says(each, q)));
  if (items.length === 0) return <Nothing title={words.none} hint={words.none_hint} />;
  const shown = found.filter(({ kind }) => !by.kind || kind === by.kind);
  const counts = Object.fromEntries(
    article_kinds.map(kind => [kind, found.filter(each => each.kind === kind).length]),
  );
  return (
    <>
      <Narrow
        base={base}
        by={by}
        counts={counts}
        categories={category_ids.filter(category => items.some(each => each.category === category))}
      />
      <p className="sr" role="status">
        {q || by.category || by.kind ? words.count(shown.length) : ''}
      </p>
      {shown.length > 0 && <ArticleLines items={shown} base={base} />}
      {shown.length === 0 && (
        <Nothing title={words.none_found} hint={words.none_found_hint}>
          <p className="deeds">
            {asks && (
              <Link className={buttonClass({ look: 'main' })} to={withQuery('/ask', { subject: q })}>
                {words.ask}
              </Link>
            )}
            <Link className={buttonClass({})} to={base}>
              {words.clear}
            </Link>
          </p>
        </Nothing>
      )}
    </>
  );
}
