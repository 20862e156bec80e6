import { article_kinds, kind_names, type ArticleKind } from '#knowledge/rules/kinds.ts';
import type { Category } from '#tickets/rules/categories.ts';
import { Link, navigate } from '#ui/route/router.tsx';
import { SearchField } from '#ui/parts/SearchField.tsx';
import { Select, useLang } from '#ui/ui.ts';
import { useAnswerWords, useTicketWords } from '../words.ts';
import { addressOf, type Narrowing } from './narrowing.ts';

interface NarrowProps {
  base: string;
  by: Narrowing;
  /** How many of each kind there are as it is narrowed otherwise. */
  counts: Partial<Record<ArticleKind, number>>;
  /** What any article is about. */
  categories: readonly Category[];
}

/** What one looks for, of which kind, and about what: all in the address. */
export function Narrow({ base, by, counts, categories }: NarrowProps) {
  const words = useAnswerWords().list;
  const names = useTicketWords().categories;
  const [lang] = useLang();
  const to = (more: Partial<Narrowing>) => addressOf(base, { ...by, ...more });
  const go = (more: Partial<Narrowing>) => navigate(to(more), { replace: true });
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <search className="narrowing">
      <SearchField label={words.find} value={by.q} onChange={q => go({ q })} />
      <Select
        label={words.category}
        value={by.category ?? ''}
        onChange={event => go({ category: (event.target.value as Category) || undefined })}
      >
        <option value="">{words.every}</option>
        {categories.map(category => (
          <option key={category} value={category}>
            {names[category]}
          </option>
        ))}
      </Select>
      <nav className="which" aria-label={words.kinds}>
        {[undefined, ...article_kinds].map(kind => (
          <Link key={kind ?? ''} to={to({ kind })} aria-current={kind === by.kind ? 'page' : undefined}>
            {kind ? kind_names[kind].many[lang] : words.all}{' '}
            <span className="count">{kind ? (counts[kind] ?? 0) : all}</span>
          </Link>
        ))}
      </nav>
    </search>
  );
}
