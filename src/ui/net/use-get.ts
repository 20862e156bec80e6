import { useEffect, useRef, useState } from 'react';
import { currentLang } from '../words/lang.ts';
import { useLang } from '../words/words.tsx';
import { api } from './api.ts';
import { Problem } from './problem.ts';

export interface Gotten<A> {
  /** What the server said last; what was there stays while it is asked again. */
  data: A | undefined;
  problem: Problem | undefined;
  loading: boolean;
  reload: () => void;
  /** Puts in what is known already, such as the answer to a deed. */
  put: (data: A) => void;
}

/** The last answers of this visit, so that going back shows the page at once. */
const kept = new Map<string, unknown>();
const keep = (key: string, data: unknown) => {
  kept.delete(key);
  kept.set(key, data);
  if (kept.size > 50) kept.delete(kept.keys().next().value!);
};

/** Keeps an answer that came another way (a sign-in, a deed), so that the page that needs it has it at once. */
export const keepAnswer = (path: string, data: unknown) => keep(`${currentLang()} ${path}`, data);

/** Somebody else signs in on this page: what it was answered before is not hers. */
export const forgetAnswers = (): void => kept.clear();

interface Answered<A> {
  key: string;
  /** Which asking this answers. */
  asked: string;
  data?: A | undefined;
  problem?: Problem;
}

/** Asks for a path, again when it, the language or `since` change, or `reload` is called. Null asks nothing. */
export function useGet<A>(path: string | null, since = ''): Gotten<A> {
  const [lang] = useLang();
  const key = `${lang} ${path}`;
  const [times, setTimes] = useState(0);
  const asked = `${key} ${since} ${times}`;
  const [state, setState] = useState<Answered<A>>({ key: '', asked: '' });
  const latest = useRef('');
  useEffect(() => {
    if (path === null) return;
    latest.current = asked;
    const control = new AbortController();
    const tell = (more: { data?: A | undefined; problem?: Problem }) => {
      if (latest.current === asked) setState({ key, asked, ...more });
    };
    // What is in sight is newer than any copy.
    api.get<A>(path, { signal: control.signal, fresh: kept.has(key) }).then(
      data => {
        keep(key, data);
        tell({ data });
      },
      (error: unknown) => {
        if (error instanceof Problem) tell({ problem: error, data: afterProblem<A>(key, error) });
      },
    );
    return () => control.abort();
  }, [path, key, asked]);

  const fits = state.key === key;
  return {
    data: fits ? state.data : (kept.get(key) as A | undefined),
    problem: fits ? state.problem : undefined,
    loading: path !== null && state.asked !== asked,
    reload: () => setTimes(count => count + 1),
    put: data => {
      // An answer that is still on its way is older than this.
      latest.current = '';
      keep(key, data);
      setState({ key, asked, data });
    },
  };
}

/** What was seen before stays on a bad line; what may no longer be seen goes. */
function afterProblem<A>(key: string, { status }: Problem): A | undefined {
  if ([401, 403, 404].includes(status)) kept.delete(key);
  return kept.get(key) as A | undefined;
}
