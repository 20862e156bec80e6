import { useEffect, useState } from 'react';
import type { SearchAnswer } from '#search/rules/search.ts';
import { afterPause, api, Problem, withQuery } from '#ui/ui.ts';
import type { Sought } from './sought.ts';

const rest_ms = 200;
const most = 50;

interface Known {
  found?: SearchAnswer;
  problem?: Problem;
}

/** What is found, asked for when typing rests; what was found last stays until then. */
export function useFound({ q, kind, area }: Sought): Known {
  const [known, setKnown] = useState<Known>({});
  const typed = q.trim();
  useEffect(() => {
    if (!typed) return;
    const asked = withQuery('/api/search', { q: typed, kind, area, limit: most });
    return afterPause(
      rest_ms,
      async signal => setKnown({ found: await api.get<SearchAnswer>(asked, { signal }) }),
      error => error instanceof Problem && setKnown({ problem: error }),
    );
  }, [typed, kind, area]);
  return typed ? known : {};
}
