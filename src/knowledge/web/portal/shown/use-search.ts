import { useEffect, useState } from 'react';
import type { Suggestions } from '#knowledge/rules/suggestion.ts';
import { afterPause, api } from '#ui/ui.ts';

const rest_ms = 250;
const most = 20;
/** How near to the best an answer must be to be found. */
const near_enough = 0.4;

interface Found {
  ids: number[];
  /** Whether the first is likely to be what was looked for. */
  sure: boolean;
}

/** The ids of what fits a search, the best first; undefined until something is known, also on a line that breaks. */
export function useSearch(q: string): Found | undefined {
  const [found, setFound] = useState<Found & { q: string }>();
  useEffect(() => {
    if (!q) return;
    return afterPause(rest_ms, async signal => {
      const asked = { title: q, kind: 'article', limit: most };
      const { items, confident } = await api.post<Suggestions>('/api/suggestions', asked, { signal });
      const best = items[0]?.score ?? 0;
      const near = items.filter(({ score }) => score > 0 && score >= near_enough * best);
      setFound({ q, ids: near.map(({ id }) => id), sure: confident });
    });
  }, [q]);
  return q && found ? found : undefined;
}
