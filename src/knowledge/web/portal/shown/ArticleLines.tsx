import { kind_names } from '#knowledge/rules/kinds.ts';
import type { PublicLine } from '#knowledge/rules/public.ts';
import { Link } from '#ui/route/router.tsx';
import { lang_names, useLang } from '#ui/ui.ts';
import { useTicketWords } from '../words.ts';

type Line = Pick<PublicLine, 'id' | 'kind' | 'category' | 'lang' | 'title' | 'summary'>;

/** Articles: what each is called, the sentence that solves it, and what it is. */
export function ArticleLines({ items, base }: { items: readonly Line[]; base: string }) {
  const [lang] = useLang();
  const { categories } = useTicketWords();
  return (
    <ul className="sheet article-lines">
      {items.map(item => (
        <li key={item.id}>
          <Link to={`${base}/${item.id}`} lang={item.lang}>
            {item.title}
          </Link>
          {item.summary && <p lang={item.lang}>{item.summary}</p>}
          <p className="quiet t-14">
            {[
              kind_names[item.kind].one[lang],
              item.category && categories[item.category],
              item.lang !== lang && lang_names[item.lang],
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
