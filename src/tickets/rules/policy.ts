import { holds, type Who } from '#accounts/rules/who.ts';
import type { Category } from './categories.ts';
import {
  isOpen,
  school_reply,
  transitionOf,
  transitionsFrom,
  type Move,
  type Mover,
  type State,
  type Transition,
} from './lifecycle.ts';
import type { Can } from './ticket.ts';

/** What the policy must know of a ticket. */
export interface Facts {
  state: State;
  school_id: number;
  category: Category;
  /** School days gone since the ticket ended, in its school's calendar; 0 while it is open. */
  school_days_since_end: number;
}

/** Who may see a ticket: the desk all, a school its own (S24; the same as the rows' policy in the database). */
export const see = (who: Who, ticket: Pick<Facts, 'school_id'>): boolean =>
  who.side !== 'school' || who.school_id === ticket.school_id;

/** As whom a person may move this ticket (process.json role_map). */
export function moversOf(who: Who, ticket: Pick<Facts, 'school_id' | 'category'>): Mover[] {
  if (who.side === 'system') return ['system'];
  if (who.side === 'school') return who.school_id === ticket.school_id ? ['requester'] : [];
  if (ticket.category === 'privacy_incident' && holds(who, 'privacy_officer'))
    return ['agent', 'coordinator', 'level2_contact'];
  const movers: Mover[] = [];
  if (holds(who, 'coordinator')) movers.push('coordinator', 'agent');
  else if (holds(who, 'agent')) movers.push('agent');
  if (holds(who, 'level2_contact')) movers.push('level2_contact');
  return movers;
}

const inTime = (row: Transition, ticket: Facts) =>
  row.within === undefined || ticket.school_days_since_end <= row.within.school_days;

const allows = (row: Transition, movers: readonly Mover[]) => row.by.some(mover => movers.includes(mover));

/** Why a move is refused: the table has it not from here, this person may not, or its time is over. */
export function mayMove(
  who: Who,
  ticket: Facts,
  move: Move,
): 'yes' | 'not_from_here' | 'not_by_you' | 'too_late' {
  const row = transitionOf(move, ticket.state);
  if (!row) return 'not_from_here';
  if (!allows(row, moversOf(who, ticket))) return 'not_by_you';
  return inTime(row, ticket) ? 'yes' : 'too_late';
}

/** What a reply of this person does now, or undefined when she may not write one at all. */
export function replyDoes(who: Who, ticket: Facts): Can['reply_does'] | undefined {
  if (who.side === 'system') return undefined;
  if (who.side === 'school') {
    if (!see(who, ticket)) return undefined;
    const { move, otherwise } = school_reply[ticket.state];
    return move && mayMove(who, ticket, move) === 'yes' ? (move as Can['reply_does']) : otherwise;
  }
  const mayWrite = moversOf(who, ticket).length > 0 && isOpen(ticket.state);
  const first = ticket.state !== 'new' || mayMove(who, ticket, 'take') === 'yes';
  return mayWrite && first ? 'message' : undefined;
}

/** All that a person may do with a ticket now: sent with each ticket, asked by each deed. */
export function canOf(who: Who, ticket: Facts): Can {
  const movers = moversOf(who, ticket);
  const works = who.side === 'desk' && movers.length > 0;
  const assigns = works && movers.includes('agent') && isOpen(ticket.state);
  const does = replyDoes(who, ticket);
  return {
    reply: does !== undefined && does !== 'follow_up',
    reply_does: does ?? 'message',
    note: works,
    assign: assigns,
    change: assigns,
    tag: works,
    add_people: isOpen(ticket.state) && (works || (who.side === 'school' && see(who, ticket))),
    moves: transitionsFrom(ticket.state)
      .filter(row => allows(row, movers) && inTime(row, ticket))
      .map(({ move, to, requires }) => ({ move, to, requires: [...requires] })),
  };
}
