import { useSession } from '#accounts/web/accounts.tsx';
import type { Submission } from '#ui/ui.ts';
import { keep, slipArrived, slipIdFor, type Kept } from './kept.ts';
import { serverNow } from './use-slips.ts';

interface OnSlip extends Omit<Kept, 'id' | 'person' | 'written' | 'refused'> {
  /** It waits on this computer now. */
  kept: (id: string) => void;
}

/**
 * Sends what is written under the name of its slip; where there is no line it is kept, and sent later under the same. Gives
 * the answer, `kept`, or undefined where it was refused.
 */
export function useOnSlip<A>() {
  const { person } = useSession();
  return async (
    submit: Submission<A>['submit'],
    { kept, ...slip }: OnSlip,
  ): Promise<A | 'kept' | undefined> => {
    const { path, body, does } = slip;
    const id = slipIdFor(path, body);
    let waits = false;
    const keepIt = async () => {
      waits = keep({ ...slip, id, person: person.id, written: await serverNow(person.id) });
      if (waits) kept(id);
      return waits;
    };
    const answer = await submit(path, { ...body, slip: { id, ...(does && { does }) } }, keepIt);
    if (answer) slipArrived(path, body);
    return waits ? 'kept' : answer;
  };
}
