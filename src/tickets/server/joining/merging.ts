import type { Ctx } from '#accounts/server/acting.ts';
import { notNow, notValid } from '#platform/refusals.ts';
import { isMerged, merged_state } from '../../rules/joining/kinds.ts';
import { merge_refusals, refusesMerge, type MergeRefusal } from '../../rules/joining/may.ts';
import { isOpen } from '../../rules/lifecycle.ts';
import { canOf } from '../../rules/policy.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { updateTicket } from '../store.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import { demand, ticketWithMessages } from '../tickets.ts';
import { demandAlone, goneOn, holdBoth, ruled } from './held.ts';
import { undoOf } from './linking.ts';
import { insertJoining } from './store.ts';
import { goesOnIn, selectWaiting } from './views.ts';

/**
 * Merges a ticket into another of the same school, or into the one that that goes on in by now. It ends as the table
 * has it (process.json, "withdraw or merge"); nothing that was written moves, and what happens next happens there.
 * Refuses not_found, not_allowed, not_valid (itself, a circle, another school), not_now (merged already, over, the
 * other has ended, a message waits to leave). Merged so already is left so. Answers the ticket in which it goes on.
 */
export async function mergeInto(ctx: Ctx, number: number, asked: number): Promise<TicketWithMessages> {
  const last = (await goesOnIn(ctx, asked)) ?? asked;
  if (last === number) throw refusedMerge(asked === number ? 'itself' : 'circle', asked);
  const [from, into] = await holdBoth(ctx, number, last);
  if (isMerged(from) && (await goesOnIn(ctx, number)) === last) return ticketWithMessages(ctx, last);
  await demandMergeable(ctx, from, into);
  const refusal = await refusalOf(ctx, { from, into, asked });
  if (refusal) throw refusedMerge(...refusal);
  const { state, ended_at, resolution_code, planned_for } = from;
  const joining = await insertJoining(ctx, 'merged', {
    from,
    to: into,
    was: { state, ended_at: ended_at?.toISOString() ?? null, resolution_code, planned_for },
  });
  await updateTicket(ctx, number, { ...merged_state, ended_at: ctx.now, planned_for: null });
  await tellDeed(ctx, from, { kind: 'merged_into', audience: 'school', facts: { ticket: last } });
  await updateTicket(ctx, last, {});
  await tellDeed(ctx, into, {
    kind: 'merged',
    audience: 'school',
    facts: { ticket: number },
    undo: undoOf(joining),
  });
  return ticketWithMessages(ctx, last);
}

async function demandMergeable(ctx: Ctx, from: TicketRow, into: TicketRow): Promise<void> {
  demandAlone(from, into);
  for (const ticket of [from, into]) {
    const facts = ruled(ctx, ticket);
    if (isMerged(ticket)) throw goneOn({ goes_on_in: await goesOnIn(ctx, ticket.number) });
    demand(ctx, facts, canOf(ctx.who, facts).link); // who works both; the states are the rule's matter
  }
}

/** Why it cannot be, and of which ticket that speaks. */
export async function refusalOf(
  ctx: Ctx,
  { from, into, asked }: { from: TicketRow; into: TicketRow; asked: number },
): Promise<[MergeRefusal, number] | undefined> {
  return refusesMerge({
    from: {
      number: from.number,
      school_id: from.school_id,
      inside: from.inside,
      may_end: canOf(ctx.who, ruled(ctx, from)).merge,
    },
    into: { number: into.number, school_id: into.school_id, inside: into.inside, open: isOpen(into.state) },
    asked,
    waiting: await selectWaiting(ctx, [from.number, into.number]),
  });
}

/** What the one who chose can mend by another choice is not_valid; what the tickets are in just now is not_now. */
const by_choice: readonly MergeRefusal[] = ['itself', 'circle', 'other_school', 'inside'];
function refusedMerge(refusal: MergeRefusal, ticket: number) {
  const sentence = merge_refusals[refusal](ticket);
  return by_choice.includes(refusal) ? notValid('into', sentence) : notNow(sentence);
}
