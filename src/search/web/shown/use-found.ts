import { useEffect, useState } from 'react';
import type { SearchAnswer } from '#search/rules/search.ts';
import { in_vain, useInVain } from '#knowledge/web/in-vain.ts';
import { afterPause, api, Problem, withQuery } from '#ui/ui.ts';
import type { Sought } from './sought.ts';

const rest_ms = 200;
const most = 50;

interface Known {
  /** What was asked. */
  asked?: string;
  found?: SearchAnswer;
  problem?: Problem;
}

/**
 * What is found, asked for when typing rests; what was found last stays until then. Where nothing is found, of whatever
 * kind and area, it is told once that it was looked for in vain.
 */
export function useFound({ q, kind, area }: Sought): Known {
  const [known, setKnown] = useState<Known>({});
  const typed = q.trim();
  const asked = withQuery('/api/search', { q: typed, kind, area, limit: most });
  useEffect(() => {
    if (!typed) return;
    return afterPause(
      rest_ms,
      async signal => setKnown({ asked, found: await api.get<SearchAnswer>(asked, { signal }) }),
      error => error instanceof Problem && setKnown({ problem: error }),
    );
  }, [typed, asked]);
  const none = known.asked === asked && known.found !== undefined && nothingIn(known.found);
  useInVain(in_vain, typed, typed !== '' && area === undefined && none);
  return typed ? known : {};
}

const nothingIn = ({ counts }: SearchAnswer) => Object.values(counts).every(count => count === 0);
