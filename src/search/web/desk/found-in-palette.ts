import type { SearchAnswer } from '#search/rules/search.ts';
import { api, withQuery } from '#ui/ui.ts';

/** Tickets and schools are among them: the palette finds those by itself. */
const looked_at = 40;
const most = 5;

/** What the one search knows beside tickets and schools: answers, and topics of the forum. */
export async function foundInPalette(q: string, signal: AbortSignal) {
  const { items } = await api.get<SearchAnswer>(withQuery('/api/search', { q, limit: looked_at }), {
    signal,
  });
  return items
    .filter(({ kind }) => kind === 'article' || kind === 'topic')
    .slice(0, most)
    .map(({ kind, id, title, url }) => ({ id: `${kind} ${id}`, name: title, url }));
}
