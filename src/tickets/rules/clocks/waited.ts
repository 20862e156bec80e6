import type { DeskTimes } from '#sla/rules/desk-hours.ts';
import { openSeconds } from '#sla/rules/open-time.ts';
import { courtOf, type Court } from '../lifecycle.ts';
import type { Mark } from './mark.ts';

/** On whom a ticket has waited, in seconds. What falls outside of the desk's hours is nobody's. */
export type Waited = Record<Court | 'closed_hours', number>;

/**
 * Parts the time of a ticket from its opening until an instant: at each moment it is one court's turn, or the desk is
 * closed, or it has ended, which is no waiting. The parts are together all the time in which it was open.
 */
export function waitedOf(marks: readonly Mark[], times: DeskTimes, now: Date): Waited {
  const waited: Waited = { desk: 0, school: 0, level2: 0, closed_hours: 0 };
  marks.forEach((mark, place) => {
    const to = marks[place + 1]?.at ?? now;
    const court = courtOf(mark.state);
    if (court === null || to <= mark.at) return;
    const open = openSeconds(mark.at, to, times);
    waited[court] += open;
    waited.closed_hours += (to.getTime() - mark.at.getTime()) / 1000 - open;
  });
  return waited;
}
