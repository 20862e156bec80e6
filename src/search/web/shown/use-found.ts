import { useEffect, useState } from 'react';
import type { SearchAnswer } from '#search/rules/search.ts';
import { api, Problem, withQuery } from '#ui/ui.ts';
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
    const control = new AbortController();
    const asked = withQuery('/api/search', { q: typed, kind, area, limit: most });
    const look = () =>
      api.get<SearchAnswer>(asked, { signal: control.signal }).then(
        found => setKnown({ found }),
        (problem: unknown) => {
          if (control.signal.aborted) return;
          if (!(problem instanceof Problem)) throw problem;
          setKnown({ problem });
        },
      );
    const pause = setTimeout(() => void look(), rest_ms);
    return () => {
      clearTimeout(pause);
      control.abort();
    };
  }, [typed, kind, area]);
  return typed ? known : {};
}
