import { opensTickets } from '#accounts/rules/policy.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { notAllowed, notFound, notNow, notValid } from '#platform/refusals.ts';
import { isOpen } from '../rules/lifecycle.ts';
import { canOf, mayMove, replyDoes, type Facts } from '../rules/policy.ts';
import { priorityOf } from '../rules/priority.ts';
import type { Change, Moving, Note, Opening, Reply, TicketWithMessages } from '../rules/ticket.ts';
import { makeMove, type Held } from './moving.ts';
import { openedFor } from './opening.ts';
import { agentName, agentNamed, zoneOf } from './people.ts';
import { selectBeside } from './beside.ts';
import { factsOf, storyOf } from './shapes.ts';
import { holdTicket, insertNote, insertReply, insertTicket, updateTicket } from './store.ts';
import type { TicketRow } from './tables.ts';
import { tellDeed } from './telling.ts';
import { selectMessages, selectTicket } from './views.ts';

/**
 * The door of the house: the deeds of a ticket. Each is one transaction (ctx.db), checks the policy, writes its line
 * of the story, and answers the ticket as its person now sees it. A ticket that one may not see is not_found.
 */

export async function ticketWithMessages(ctx: Ctx, number: number): Promise<TicketWithMessages> {
  const row = await selectTicket(ctx, number);
  if (!row) throw notFound();
  return storyOf(ctx, row, {
    messages: await selectMessages(ctx, number),
    ...(await selectBeside(ctx, number)),
  });
}

/** Opens a ticket for one's own school, or (desk) on behalf of one. Refuses not_valid, not_found, not_allowed. */
export async function openTicket(ctx: Ctx, opening: Opening): Promise<TicketWithMessages> {
  if (ctx.code_wall && !opensTickets(ctx.who)) throw notAllowed(notYours);
  const { school_id, requester_id, follows } = await openedFor(ctx, opening);
  const { subject, category, impact, urgency } = opening;
  const priority = priorityOf(impact, urgency);
  const number = await insertTicket(ctx, {
    school_id,
    requester_id,
    subject,
    category,
    impact,
    urgency,
    priority,
    follows,
    environment: opening.environment ?? null,
  });
  await insertReply(ctx, { number, school_id }, { text: opening.description, files: opening.files });
  await tellDeed(
    ctx,
    { number, school_id },
    { kind: 'opened', audience: 'school', facts: { category, priority, follows } },
  );
  return ticketWithMessages(ctx, number);
}

/** The ticket, held for this transaction, and what the policy must know of it. */
export async function hold(ctx: Ctx, number: number): Promise<Held> {
  const ticket = await holdTicket(ctx, number);
  if (!ticket) throw notFound();
  const zone = ctx.who.side === 'school' ? ctx.who.zone : await zoneOfEnded(ctx, ticket);
  return { ticket, facts: factsOf(ticket, zone, ctx.now) };
}

/** Only an ended ticket's school days are counted, so only then is its school asked. */
const zoneOfEnded = (ctx: Ctx, ticket: TicketRow) =>
  isOpen(ticket.state) ? Promise.resolve(ctx.who.zone) : zoneOf(ctx, ticket.school_id);

/** Writes to the school, or answers for it; a school's reply makes the move that its state says (school_reply). */
export async function replyTo(
  ctx: Ctx,
  held: Held,
  { text, files, thanks }: Reply,
): Promise<TicketWithMessages> {
  const does = checkReply(ctx, held);
  const move = does === 'message' || (thanks && held.facts.state === 'resolved') ? undefined : does;
  if (move)
    await makeMove(ctx, held, move, move === 'answer' ? { reply: text, files } : { reason: text, files });
  else await plainReply(ctx, held, { text, files });
  return ticketWithMessages(ctx, held.ticket.number);
}

/** What a reply of this person would do now; refuses where she may write none. */
export function checkReply(ctx: Ctx, { ticket, facts }: Held) {
  const does = replyDoes(ctx.who, facts);
  demand(ctx, facts, does !== undefined);
  if (does === 'follow_up') throw notNow(followUp, { follow_up: ticket.number });
  return does ?? 'message';
}

/** A message without a move of its own; the desk's first answer takes a new ticket (process.json, take). */
async function plainReply(ctx: Ctx, held: Held, message: Pick<Reply, 'text' | 'files'>): Promise<void> {
  const { ticket, facts } = held;
  if (ctx.who.side === 'desk' && facts.state === 'new') await makeMove(ctx, held, 'take', {});
  await insertReply(ctx, ticket, message);
  await updateTicket(ctx, ticket.number, {});
  await tellDeed(ctx, ticket, { kind: 'replied', audience: 'school' });
}

/** Refuses what the policy does not allow: not now where the ticket has ended, else not to this person. */
export function demand({ code_wall }: Ctx, { state }: Facts, allowed: boolean): void {
  if (allowed || !code_wall) return;
  throw isOpen(state) ? notAllowed(notYours) : notNow(endedFirst);
}

const notYours = {
  en: 'You may read tickets, but working them is for others.',
  fr: 'Vous pouvez lire les billets, mais les traiter revient à d’autres.',
};
const endedFirst = {
  en: 'This ticket has ended. Reopen it or bring it back first.',
  fr: 'Ce billet est terminé. Rouvrez-le ou ramenez-le d’abord.',
};
const followUp = {
  en: 'This ticket has ended for good. Open a new one: it will be linked to this.',
  fr: 'Ce billet est terminé pour de bon. Ouvrez-en un nouveau : il y sera lié.',
};

/** A note: only the iGroup ever sees it. */
export async function noteOn(ctx: Ctx, number: number, note: Note): Promise<TicketWithMessages> {
  const { ticket, facts } = await hold(ctx, number);
  if (ctx.code_wall && !canOf(ctx.who, facts).note) throw notAllowed(notYours);
  const note_id = await insertNote(ctx, ticket, note);
  await updateTicket(ctx, number, {});
  await tellDeed(ctx, ticket, {
    kind: 'noted',
    audience: 'desk',
    undo: { way: 'note', before: {}, after: { note_id } },
  });
  return ticketWithMessages(ctx, number);
}

/** Makes a move of the life cycle with what it requires. */
export async function moveTicket(
  ctx: Ctx,
  held: Held,
  { move, ...given }: Moving,
): Promise<TicketWithMessages> {
  await makeMove(ctx, held, move, given);
  return ticketWithMessages(ctx, held.ticket.number);
}

/** Gives the ticket to an agent, or to nobody. Assigning a new ticket takes it (process.json, take). */
export async function assignTicket(
  ctx: Ctx,
  number: number,
  agent: number | null,
): Promise<TicketWithMessages> {
  const { ticket, facts } = await hold(ctx, number);
  demand(ctx, facts, canOf(ctx.who, facts).assign);
  const before = await agentName(ctx, ticket.assignee_id);
  const after = agent === null ? null : ((await agentNamed(ctx, agent)) ?? null);
  if (agent !== null && after === null)
    throw notValid('agent', {
      en: 'This person cannot be given tickets.',
      fr: 'Cette personne ne peut pas recevoir de billets.',
    });
  if (agent === ticket.assignee_id) return ticketWithMessages(ctx, number);
  const patch = { assignee_id: agent };
  await updateTicket(ctx, number, patch);
  const takes = agent !== null && mayMove(ctx.who, facts, 'take') === 'yes';
  if (takes) await makeMove(ctx, { ticket: { ...ticket, ...patch }, facts, was: ticket }, 'take', {});
  await tellDeed(ctx, ticket, {
    kind: 'assigned',
    audience: 'school',
    facts: { assignee: [before, after], assignee_id: [ticket.assignee_id, agent] },
    ...(!takes && { undo: { was: ticket, patch } }),
  });
  return ticketWithMessages(ctx, number);
}

/** Corrects category, impact or urgency; the priority follows by the matrix. Nothing changed is nothing told. */
export async function changeTicket(ctx: Ctx, number: number, change: Change): Promise<TicketWithMessages> {
  const { ticket, facts } = await hold(ctx, number);
  demand(ctx, facts, canOf(ctx.who, facts).change);
  const after = {
    category: change.category ?? ticket.category,
    impact: change.impact ?? ticket.impact,
    urgency: change.urgency ?? ticket.urgency,
  };
  const next = { ...after, priority: priorityOf(after.impact, after.urgency) };
  const changed = (Object.keys(next) as (keyof typeof next)[]).filter(field => next[field] !== ticket[field]);
  if (changed.length > 0) {
    await updateTicket(ctx, number, next);
    const facts = Object.fromEntries(
      changed.map(field => [field, [ticket[field], next[field]] as [unknown, unknown]]),
    );
    const patch = Object.fromEntries(changed.map(field => [field, next[field]]));
    await tellDeed(ctx, ticket, { kind: 'changed', audience: 'school', facts, undo: { was: ticket, patch } });
  }
  return ticketWithMessages(ctx, number);
}
