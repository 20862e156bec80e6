import { useEffect, useState } from 'react';
import type { Suggestions } from '#knowledge/rules/suggestion.ts';
import { api, Problem } from '#ui/ui.ts';

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
    const control = new AbortController();
    const look = async () => {
      const asked = { title: q, kind: 'article', limit: most };
      const { items, confident } = await api.post<Suggestions>('/api/suggestions', asked, {
        signal: control.signal,
      });
      const best = items[0]?.score ?? 0;
      const near = items.filter(({ score }) => score > 0 && score >= near_enough * best);
      setFound({ q, ids: near.map(({ id }) => id), sure: confident });
    };
    const pause = setTimeout(
      () =>
        void look().catch((error: unknown) => {
          if (!control.signal.aborted && !(error instanceof Problem)) throw error;
        }),
      rest_ms,
    );
    return () => {
      clearTimeout(pause);
      control.abort();
    };
  }, [q]);
  return q && found ? found : undefined;
}
