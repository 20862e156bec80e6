import { useEffect, useState } from 'react';
import type { PublicSuggestions } from '#knowledge/rules/public.ts';
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

/**
 * The ids of what fits a search, the best first; undefined until something is known, also on a line that breaks. `path`
 * is where suggestions are asked for: of what a school reads, or of what everybody does.
 */
export function useSearch(
  q: string,
  path: '/api/suggestions' | '/api/public/suggestions',
): Found | undefined {
  const [found, setFound] = useState<Found & { q: string }>();
  useEffect(() => {
    if (!q) return;
    return afterPause(rest_ms, async signal => {
      const { items, confident } = await api.post<PublicSuggestions>(
        path,
        { title: q, limit: most },
        { signal },
      );
      const best = items[0]?.score ?? 0;
      const near = items.filter(({ score }) => score > 0 && score >= near_enough * best);
      setFound({ q, ids: near.map(({ id }) => id), sure: confident });
    });
  }, [q, path]);
  return q && found ? found : undefined;
}
