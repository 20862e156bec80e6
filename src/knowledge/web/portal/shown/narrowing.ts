import { article_kinds, type ArticleKind } from '#knowledge/rules/kinds.ts';
import { category_ids, type Category } from '#tickets/rules/categories.ts';
import { withQuery } from '#ui/ui.ts';

/** How the list is narrowed; the address is where it stands. */
export interface Narrowing {
  kind?: ArticleKind | undefined;
  category?: Category | undefined;
  q: string;
}

export function narrowingIn(query: URLSearchParams): Narrowing {
  const kind = article_kinds.find(each => each === query.get('kind'));
  const category = category_ids.find(each => each === query.get('category'));
  return { kind, category, q: query.get('q') ?? '' };
}

export const addressOf = (base: string, { kind, category, q }: Narrowing): string =>
  withQuery(base, { kind, category, q });

interface Shown {
  id: number;
  kind: ArticleKind;
  category: Category | null;
  title: string;
  summary: string;
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether each word that is typed stands in the title or in the sentence below it, also as the beginning of one. */
export function says({ title, summary }: Shown, q: string): boolean {
  const whole = folded(`${title} ${summary}`);
  return folded(q)
    .split(/\s+/)
    .every(word => whole.includes(word));
}

/** Of these what is looked for: as it was ranked, then what has the words; without a search, as they are. */
export function looked<T extends Shown>(
  items: readonly T[],
  q: string,
  ranked: readonly number[] | undefined,
): T[] {
  if (!q) return [...items];
  const best = (ranked ?? []).flatMap(id => items.find(each => each.id === id) ?? []);
  return [...new Set([...best, ...items.filter(each => says(each, q))])];
}
