import { useRef, useState } from 'react';
import { api, newKey } from './api.ts';
import { Problem } from './problem.ts';

export interface Submission<A> {
  /** Sends the body; gives the answer, or undefined when it was refused (then `problem` says why). */
  submit: (path: string, body: unknown) => Promise<A | undefined>;
  busy: boolean;
  problem: Problem | undefined;
  clear: () => void;
}

/**
 * A form's way to the server. The same body sent again (a retry after a lost answer) carries the same key, so it
 * happens once; a changed body is a new submission. While one is under way a second press does nothing.
 */
export function useSubmit<A>(method: 'post' | 'put' | 'patch' = 'post'): Submission<A> {
  const [state, setState] = useState<{ busy: boolean; problem?: Problem }>({ busy: false });
  const tried = useRef({ what: '', key: '' });
  const underWay = useRef(false);
  const submit = async (path: string, body: unknown): Promise<A | undefined> => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setState({ busy: true });
    const what = path + JSON.stringify(body);
    if (tried.current.what !== what) tried.current = { what, key: newKey() };
    try {
      const answer = await api[method]<A>(path, body, { key: tried.current.key });
      tried.current = { what: '', key: '' };
      setState({ busy: false });
      return answer;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setState({ busy: false, problem: error });
      return undefined;
    } finally {
      underWay.current = false;
    }
  };
  return { submit, busy: state.busy, problem: state.problem, clear: () => setState({ busy: false }) };
}
