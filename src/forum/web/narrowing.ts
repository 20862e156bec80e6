import { shows, type Show } from '#forum/rules/shows.ts';
import { category_ids, type Category } from '#tickets/rules/categories.ts';
import { withQuery } from '#ui/ui.ts';

/** How the list is narrowed; the address is where it stands. */
export interface Narrowing {
  show: Show;
  area?: Category | undefined;
  q: string;
}

export function narrowingIn(query: URLSearchParams): Narrowing {
  return {
    show: shows.find(each => each === query.get('show')) ?? 'all',
    area: category_ids.find(each => each === query.get('area')),
    q: query.get('q') ?? '',
  };
}

export const addressOf = (base: string, { show, area, q }: Narrowing): string =>
  withQuery(base, { show: show === 'all' ? undefined : show, area, q });
