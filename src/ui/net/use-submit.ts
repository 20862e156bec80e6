import { useRef, useState } from 'react';
import { api } from './api.ts';
import { answered, keyFor } from './keys.ts';
import { Problem } from './problem.ts';

export interface Submission<A> {
  /**
   * Sends the body; gives the answer, or undefined when it was refused (then `problem` says why). Where there is no line,
   * `keep` may take it instead: it says whether it has.
   */
  submit: (path: string, body: unknown, keep?: () => Promise<boolean>) => Promise<A | undefined>;
  busy: boolean;
  problem: Problem | undefined;
  clear: () => void;
}

/**
 * A form's way to the server. The same body sent again (a retry after a lost answer, also from a page that was opened
 * anew) carries the same key, so it happens once; a changed body is a new submission. While one is under way a second press does nothing.
 */
export function useSubmit<A>(method: 'post' | 'put' | 'patch' = 'post'): Submission<A> {
  const [state, setState] = useState<{ busy: boolean; problem?: Problem }>({ busy: false });
  const underWay = useRef(false);
  const submit: Submission<A>['submit'] = async (path, body, keep) => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setState({ busy: true });
    const what = path + JSON.stringify(body);
    try {
      const answer = await api[method]<A>(path, body, { key: keyFor(what) });
      answered(what);
      setState({ busy: false });
      return answer;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status >= 400 && error.status < 500) answered(what);
      const kept = error.status === 0 && (await keep?.());
      setState({ busy: false, ...(!kept && { problem: error }) });
      return undefined;
    } finally {
      underWay.current = false;
    }
  };
  return { submit, busy: state.busy, problem: state.problem, clear: () => setState({ busy: false }) };
}
