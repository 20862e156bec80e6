import { useSubmit, type Problem } from '#ui/ui.ts';
import type { Purpose } from '../../rules/sign-on.ts';

interface Leaving {
  purpose: Purpose;
  to?: string;
  /** Of an invitation: what stands behind the # of its link. */
  secret?: string;
}

/** Leaves for the provider of single sign-on: the server says where to, and the browser goes. */
export function useDeparture(): {
  leave: (leaving: Leaving) => void;
  busy: boolean;
  problem: Problem | undefined;
} {
  const { submit, busy, problem } = useSubmit<{ location: string }>();
  const go = async (leaving: Leaving) => {
    const departed = await submit('/api/sign-on/departures', leaving);
    if (departed) location.assign(departed.location);
  };
  return { leave: leaving => void go(leaving), busy, problem };
}
