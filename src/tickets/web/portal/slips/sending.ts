import { api, Problem } from '#ui/ui.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { drop, keep, slipsOf, type Kept } from './kept.ts';

/** Slips on their way, when there is a line: in the order in which they were written, by one tab of this browser. */

/** What has become of a slip that this page has sent. */
export const arrivedAs = new Map<string, number>();

/** Sends what waits; `tell` hears of each that has arrived. What the desk refuses stays, with the reason. */
export async function sendSlips(person: number, tell: (slip: Kept, ticket: number) => void): Promise<void> {
  const work = async () => {
    for (const slip of slipsOf(person)) if (!slip.refused && !(await send(slip, tell))) return;
  };
  // Without locks (no secure line) two tabs may send the same: it arrives once all the same.
  if (!navigator.locks) return work();
  await navigator.locks.request(`slips ${person}`, { ifAvailable: true }, lock =>
    lock ? work() : undefined,
  );
}

/** Whether to go on with the next: not where there is no line, or nobody is signed in. */
async function send(slip: Kept, tell: (slip: Kept, ticket: number) => void): Promise<boolean> {
  const { id, path, body, written, does } = slip;
  try {
    const sent = { ...body, slip: { id, written, ...(does && { does }) } };
    const { number } = await api.post<TicketWithMessages>(path, sent);
    arrivedAs.set(id, number);
    drop(slip);
    tell(slip, number);
    return true;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const { status, stop, detail, errors } = problem;
    if (status < 400 || status === 401 || status === 429 || status >= 500 || stop === 'another_person')
      return false;
    keep({ ...slip, refused: [detail, ...errors.map(({ sentence }) => sentence)].join(' ') });
    return true;
  }
}
