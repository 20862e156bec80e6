import type { SearchAnswer } from '#search/rules/search.ts';
import { api, withQuery } from '#ui/ui.ts';

const most = 5;

/** What the one search knows beside tickets and schools, which the palette finds by itself. */
export async function foundInPalette(q: string, signal: AbortSignal) {
  const { items } = await api.get<SearchAnswer>(
    withQuery('/api/search', { q, kind: 'article', limit: most }),
    {
      signal,
    },
  );
  return items.map(({ id, title, url }) => ({ id: `article ${id}`, name: title, url }));
}
