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
          <div lang={item.lang}>
            <Link to={`${base}/${item.id}`}>{item.title}</Link>
            {item.summary && <p>{item.summary}</p>}
          </div>
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
