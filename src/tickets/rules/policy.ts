import { seesRights } from '#accounts/rules/policy.ts';
import { holds, type AtSchool, type Who } from '#accounts/rules/who.ts';
import { gateFor, opensTo } from '#schools/rules/gate.ts';
import type { Standing } from '#schools/rules/standing.ts';
import type { Category } from './categories.ts';
import { ends, rowOf, rowsFrom } from './inside/inside.ts';
import { isOpen, school_reply, type Move, type Mover, type State, type Transition } from './lifecycle.ts';
import type { Request } from './requests.ts';
import type { Can } from './ticket.ts';

/** What the policy must know of a ticket. */
export interface Facts {
  state: State;
  school_id: number;
  category: Category;
  /** Only the iGroup sees it. */
  inside: boolean;
  /** It asks with a form of its own, and whether that is still to be decided or done. */
  request?: Request | null;
  request_open?: boolean;
  /** School days gone since the ticket ended, in its school's calendar; 0 while it is open. */
  school_days_since_end: number;
  /** How its school stands; without it the gate is asked by the deed alone. */
  standing?: Standing;
  /** It is with the school's own technician (S12). */
  passed?: boolean;
  /** It is being opened in this very deed. */
  opening?: boolean;
  /** It is merged into another ticket: nothing is done to it but there. */
  merged?: boolean;
  /** Where a merged ticket goes on, as far as it was asked. */
  goes_on_in?: number | null;
}

/**
 * Who may see a ticket: a school its own but those inside (S24), the desk all but those of rights, which are for who
 * keeps them (S10); as the rows' policies in the database.
 */
export const see = (who: Who, ticket: Pick<Facts, 'school_id' | 'inside' | 'request'>): boolean =>
  who.side === 'system' ||
  ((seesRights(who) || ticket.request !== 'rights') &&
    (who.side === 'desk' || (who.school_id === ticket.school_id && !ticket.inside)));

/** Whether a school's person may do something with it: what she sees, while the gate is open to her. */
const actsOn = (who: AtSchool, ticket: Pick<Facts, 'school_id' | 'inside'>): boolean =>
  see(who, ticket) && opensTo(who, 'act_on_tickets');

/** As whom a person may move this ticket (process.json role_map). */
export function moversOf(who: Who, ticket: Pick<Facts, 'school_id' | 'category' | 'inside'>): Mover[] {
  if (who.side === 'system') return ['system'];
  if (who.side === 'school') return actsOn(who, ticket) ? ['requester'] : [];
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

/** Nothing ends a ticket over a request that is still under way. */
const endsOver = ({ to }: Transition, { request_open }: Facts): boolean =>
  request_open === true && ends({ to });

/** The moves by which a ticket goes to Level 2, through the gate's door of that name. */
export const to_level2: ReadonlySet<Move> = new Set<Move>(['propose_escalation', 'escalate']);

/** Nothing of a school goes to Level 2 before the gate opens that. */
const passesGate = (who: Who, move: Move, { standing }: Facts): boolean =>
  !to_level2.has(move) ||
  standing === undefined ||
  (who.side !== 'system' && gateFor(standing, who.roles, 'propose_level2').open);

/**
 * Why a move is refused: the ticket goes on elsewhere, the table has it not, this person may not, it is too late, or
 * what it asks for is still under way.
 */
export function mayMove(
  who: Who,
  ticket: Facts,
  move: Move,
): 'yes' | 'goes_on' | 'not_from_here' | 'not_by_you' | 'too_late' | 'request_open' {
  if (ticket.merged) return 'goes_on';
  const row = rowOf(move, ticket);
  if (!row) return 'not_from_here';
  if (!allows(row, moversOf(who, ticket))) return 'not_by_you';
  if (endsOver(row, ticket)) return 'request_open';
  return inTime(row, ticket) ? 'yes' : 'too_late';
}

/** What a reply of this person does now, or undefined when she may not write one at all. */
export function replyDoes(who: Who, ticket: Facts): Can['reply_does'] | undefined {
  if (who.side === 'system' || ticket.merged) return undefined;
  if (who.side === 'school') {
    if (!actsOn(who, ticket)) return undefined;
    // Between the one who asked and her school's technician nothing needs the desk.
    if (ticket.passed) return 'message';
    const { move, otherwise } = school_reply[ticket.state];
    return move && mayMove(who, ticket, move) === 'yes' ? (move as Can['reply_does']) : otherwise;
  }
  const mayWrite = !ticket.inside && moversOf(who, ticket).length > 0 && isOpen(ticket.state);
  const first = ticket.state !== 'new' || mayMove(who, ticket, 'take') === 'yes';
  return mayWrite && first ? 'message' : undefined;
}

/** All that a person may do with a ticket now: sent with each ticket, asked by each deed. */
export function canOf(who: Who, ticket: Facts): Can {
  const movers = ticket.merged ? [] : moversOf(who, ticket);
  const works = who.side === 'desk' && movers.length > 0;
  const assigns = works && movers.includes('agent') && isOpen(ticket.state);
  const does = replyDoes(who, ticket);
  const moves = rowsFrom(ticket).filter(
    row =>
      allows(row, movers) &&
      inTime(row, ticket) &&
      !endsOver(row, ticket) &&
      passesGate(who, row.move, ticket),
  );
  // Who may see a request is not who may see another ticket: nothing joins them.
  const joins = works && ticket.request !== 'rights';
  return {
    reply: does !== undefined && does !== 'follow_up',
    reply_does: does ?? 'message',
    note: works,
    assign: assigns,
    change: assigns,
    tag: works,
    add_people:
      isOpen(ticket.state) && !ticket.inside && (works || (who.side === 'school' && actsOn(who, ticket))),
    tasks: works,
    follow: who.side === 'desk' && !ticket.merged,
    snooze: who.side === 'desk' && isOpen(ticket.state),
    link: joins,
    // The table has withdrawing and merging in one row (process.json, "withdraw or merge").
    merge: joins && !ticket.inside && moves.some(({ move }) => move === 'withdraw'),
    split: joins && !ticket.inside && movers.includes('agent'),
    moves: moves.map(({ move, to, requires }) => ({ move, to, requires: [...requires] })),
  };
}
