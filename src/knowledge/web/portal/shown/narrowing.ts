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
