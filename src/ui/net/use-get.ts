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

/** Asks for a path, again when it, the language, or the times `reload` was called change. Null asks nothing. */
export function useGet<A>(path: string | null): Gotten<A> {
  const [lang] = useLang();
  const key = `${lang} ${path}`;
  const [times, setTimes] = useState(0);
  const [state, setState] = useState<{ key: string; data?: A; problem?: Problem; loading: boolean }>({ key: '', loading: false });
  const latest = useRef(0);
  useEffect(() => {
    if (path === null) return;
    const mine = ++latest.current;
    const control = new AbortController();
    const tell = (more: { data?: A; problem?: Problem }) => {
      if (mine === latest.current) setState({ key, loading: false, ...more });
    };
    setState({ key, loading: true, ...(kept.has(key) && { data: kept.get(key) as A }) });
    api.get<A>(path, { signal: control.signal }).then(
      data => {
        keep(key, data);
        tell({ data });
      },
      (error: unknown) => {
        // What was seen before stays on a bad line; what may no longer be seen goes.
        const gone = error instanceof Problem && [401, 403, 404].includes(error.status);
        if (gone) kept.delete(key);
        if (error instanceof Problem) tell({ problem: error, ...(!gone && kept.has(key) && { data: kept.get(key) as A }) });
      },
    );
    return () => control.abort();
  }, [key, times]);

  const fits = state.key === key;
  return {
    data: fits ? state.data : (kept.get(key) as A | undefined),
    problem: fits ? state.problem : undefined,
    loading: path !== null && (!fits || state.loading),
    reload: () => setTimes(count => count + 1),
    put: data => {
      latest.current++;
      keep(key, data);
      setState({ key, data, loading: false });
    },
  };
}
