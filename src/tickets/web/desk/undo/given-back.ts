import { useEffect, useRef } from 'react';
import type { TakenBack } from '#tickets/rules/ticket.ts';
import type { Laid } from '../macros/laying.ts';

/**
 * What was taken back goes into the form that it came from; it waits here until that form is shown. With `laid` it is a
 * macro's, and is laid beside what stands there.
 */
type GivenBack = Pick<TakenBack, 'fields' | 'files'> & { ticket: number; writing: string; laid?: Laid };

const hearers = new Set<(given: GivenBack) => boolean>();
let waiting: readonly GivenBack[] = [];

export function giveBack(given: GivenBack): void {
  const taken = [...hearers].map(take => take(given));
  if (!taken.includes(true)) waiting = [...waiting, given];
}

/** Gets what is given back to a ticket: `take` answers whether it has taken it. */
export function useGivenBack(take: (given: GivenBack) => boolean): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const hear = (given: GivenBack) => latest.current(given);
    hearers.add(hear);
    waiting = waiting.filter(given => !hear(given));
    return () => void hearers.delete(hear);
  }, []);
}
