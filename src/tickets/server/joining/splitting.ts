import type { Ctx } from '#accounts/server/acting.ts';
import { notNow, notValid } from '#platform/refusals.ts';
import type { Splitting } from '../../rules/joining/joining.ts';
import { refusesSplit, split_refusals, type Chosen } from '../../rules/joining/may.ts';
import { canOf } from '../../rules/policy.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { demandGate } from '../opening/gate.ts';
import { contactOf } from '../people.ts';
import { giveChecklists } from '../checklists/giving.ts';
import { insertTicket, updateTicket } from '../store.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import { demand, hold, ticketWithMessages } from '../tickets.ts';
import { selectMessages, type MessageRow } from '../views.ts';
import { demandAlone } from './held.ts';
import { undoOf } from './linking.ts';
import { insertChosen, insertJoining } from './store.ts';

/**
 * Goes on with chosen messages, and their files, in a new ticket of the same school: they stand there with their true
 * times and authors, and here folded. Who wrote the first of them asks there. Refuses not_found, not_allowed,
 * not_now (merged, or a message is gone from here), not_valid (none that the school reads, or all of them).
 * Answers the new ticket.
 */
export async function splitOff(ctx: Ctx, number: number, given: Splitting): Promise<TicketWithMessages> {
  const { ticket, facts } = await hold(ctx, number);
  demandAlone(ticket);
  demand(ctx, facts, canOf(ctx.who, facts).split);
  const here = (await selectMessages(ctx, number)).filter(({ went_on }) => went_on === null);
  const chosen = uniqueOf(given);
  const refusal = refusesSplit(
    here.map(({ kind, id }) => ({ kind, id: Number(id) })),
    chosen,
  );
  if (refusal === 'gone') throw notNow(split_refusals.gone);
  if (refusal) throw notValid('messages', split_refusals[refusal]);
  const there = await openSplit(ctx, ticket, {
    ...given,
    requester_id: await askerOf(ctx, ticket, here, chosen),
  });
  const joining = await insertJoining(ctx, 'split', { from: ticket, to: there });
  await insertChosen(ctx, joining, chosen);
  await updateTicket(ctx, number, {});
  await tellDeed(ctx, ticket, { kind: 'split_into', audience: 'school', facts: { ticket: there.number } });
  await tellDeed(ctx, there, {
    kind: 'split_from',
    audience: 'school',
    facts: { ticket: number },
    undo: undoOf(joining),
  });
  return ticketWithMessages(ctx, there.number);
}

function uniqueOf({ messages }: Splitting): Chosen[] {
  const found = new Map(messages.map(({ kind, id }) => [`${kind} ${String(id)}`, { kind, id: Number(id) }]));
  return [...found.values()];
}

/** The new ticket: what it is about is said anew, how urgent it is stays until somebody corrects it. */
async function openSplit(
  ctx: Ctx,
  ticket: TicketRow,
  { subject, category, requester_id }: Splitting & { requester_id: number },
): Promise<Pick<TicketRow, 'number' | 'school_id' | 'inside'>> {
  const { school_id, impact, urgency, priority } = ticket;
  const about = { subject, category: category ?? ticket.category, impact, urgency, priority };
  const came = await demandGate(ctx, { school_id, category: about.category, inside: false });
  const number = await insertTicket(ctx, { ...about, school_id, requester_id });
  await giveChecklists(ctx, number);
  const opened = { category: about.category, priority, follows: null, ...came };
  await tellDeed(ctx, { number, school_id }, { kind: 'opened', audience: 'school', facts: opened });
  return { number, school_id, inside: false };
}

/** The school's person who wrote the first of the chosen messages, while she is there; else who asked before. */
async function askerOf(
  ctx: Ctx,
  { school_id, requester_id }: TicketRow,
  here: readonly MessageRow[],
  chosen: readonly Chosen[],
): Promise<number> {
  const first = here.find(
    ({ kind, id, author_side }) =>
      author_side === 'school' && chosen.some(one => one.kind === kind && one.id === Number(id)),
  );
  return (first && (await contactOf(ctx, school_id, first.author_id))) ?? requester_id;
}
