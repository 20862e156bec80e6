import { opensTickets } from '#accounts/rules/policy.ts';
import { asSoftware, type Ctx } from '#accounts/server/acting.ts';
import { notAllowed, notFound, notNow } from '#platform/refusals.ts';
import { schoolCalendars } from '#schools/server/schools.ts';
import { provinceCalendar } from '#sla/rules/school-days.ts';
import { isOpen } from '../rules/lifecycle.ts';
import { canOf, replyDoes, type Facts } from '../rules/policy.ts';
import { priorityOf } from '../rules/priority.ts';
import type { Request } from '../rules/requests.ts';
import type { Change, Moving, Note, Opening, Reply, TicketWithMessages } from '../rules/ticket.ts';
import { giveAlone, giveTicket } from './handing/giving.ts';
import { routeTicket, tellRouted } from './handing/routing.ts';
import { correctFields, fieldsForOpening, fillOpened } from './fields/filling.ts';
import { countUse } from './templates/templates.ts';
import { followCategory, giveChecklists } from './checklists/giving.ts';
import { checkFilled } from './macros/filled.ts';
import { makeMove, type Held, saysAs } from './moving.ts';
import { demandGate } from './opening/gate.ts';
import { openedFor, tellOpened, writeOpening } from './opening/opening.ts';
import { technicianFor } from './passing/passing.ts';
import { selectBeside } from './beside.ts';
import { factsOf, storyOf } from './shapes.ts';
import { keepSlip, openedBefore } from './slips/slips.ts';
import { goneOn } from './joining/held.ts';
import { goesOnIn } from './joining/views.ts';
import { holdLast, holdTicket, insertNote, insertReply, insertTicket, updateTicket } from './store.ts';
import type { TicketRow } from './tables.ts';
import { tellDeed } from './telling.ts';
import { selectMessages, selectTicket } from './views.ts';

export { noticeMonth, noticeTo, noticeTopic, noticeWeek } from './notices/noticing.ts';
export { readTopicNotices } from './notices/reading.ts';

/**
 * The door of the house: the deeds of a ticket. Each is one transaction (ctx.db), checks the policy, writes its line
 * of the story, and answers the ticket as its person now sees it. A ticket that one may not see is not_found.
 * The deeds without their answer (reply, note, assign, correct) are for many tickets at once, where nobody reads it.
 */

export async function ticketWithMessages(ctx: Ctx, number: number): Promise<TicketWithMessages> {
  const row = await selectTicket(ctx, number);
  if (!row) throw notFound();
  return storyOf(ctx, row, {
    messages: await selectMessages(ctx, number),
    ...(await selectBeside(ctx, number)),
  });
}

/**
 * Opens a ticket for one's own school, or (desk) on behalf of one, as the gate opens it, or what came through the
 * emergency door; `request` where another house keeps what it asks for. Refuses not_valid, not_found, not_allowed.
 */
export async function openTicket(
  ctx: Ctx,
  opening: Opening,
  { through = 'gate', request = null }: { through?: 'gate' | 'emergency'; request?: Request | null } = {},
): Promise<TicketWithMessages> {
  if (ctx.code_wall && !opensTickets(ctx.who)) throw notAllowed(notYours);
  const before = await openedBefore(ctx, opening);
  if (before) return before;
  const { goes_on, ...opened } = await openedFor(ctx, opening, through);
  const technician = await technicianFor(ctx, opened.school_id, opening);
  const { subject, category, impact, urgency, promised = 'whole' } = opening;
  const came = through === 'gate' ? await demandGate(ctx, { ...opened, category }) : { gate: through };
  const priority = priorityOf(impact, urgency);
  const filled = await fieldsForOpening(ctx, opened.school_id, opening, opening.fields ?? {});
  const number = await insertTicket(ctx, {
    ...opened,
    subject,
    category,
    impact,
    urgency,
    priority,
    promised,
    environment: opening.environment ?? null,
    request,
    request_open: request !== null,
  });
  const ticket = { ...opened, number, goes_on, category, request };
  await writeOpening(ctx, ticket, opening);
  if (!ticket.inside) await keepSlip(ctx, opening.slip, ticket);
  await fillOpened(ctx, ticket, filled);
  if (opening.template !== undefined) await countUse(ctx, ticket, Number(opening.template));
  const routed = await asSoftware(ctx, 'routing', async software => {
    await giveChecklists(software, number);
    return technician ? undefined : routeTicket(software, ticket);
  });
  await tellOpened(ctx, ticket, { category, priority, ...came });
  if (routed) await tellRouted(ctx, ticket, routed);
  if (technician) await passAtOpening(ctx, number, technician);
  return ticketWithMessages(ctx, number);
}

async function passAtOpening(ctx: Ctx, number: number, technician: { id: number; name: string }) {
  const { ticket, facts } = await hold(ctx, number);
  await makeMove(ctx, { ticket, facts: { ...facts, opening: true } }, 'pass', { technician });
}

/** The ticket, held for this transaction, and what the policy must know of it. */
export async function hold(ctx: Ctx, number: number): Promise<Held> {
  return heldAs(ctx, await holdTicket(ctx, number));
}

/** The ticket in which this one goes on, or itself: where what a school writes belongs. */
export async function holdWhereItGoesOn(ctx: Ctx, number: number): Promise<Held> {
  return heldAs(ctx, await holdLast(ctx, number));
}

async function heldAs(ctx: Ctx, ticket: TicketRow | undefined): Promise<Held> {
  if (!ticket) throw notFound();
  const facts = factsOf(ticket, await calendarOfEnded(ctx, ticket), ctx.now);
  return {
    ticket,
    facts: facts.merged ? { ...facts, goes_on_in: await goesOnIn(ctx, ticket.number) } : facts,
  };
}

/** Only an ended ticket's school days are counted, so only then is its school asked. */
const calendarOfEnded = async ({ db, who }: Ctx, { state, school_id }: TicketRow) =>
  (!isOpen(state) && (await schoolCalendars(db, [school_id])).get(school_id)) || provinceCalendar(who.zone);

/** Writes to the school, or answers for it; a school's reply makes the move that its state says (school_reply). */
export async function replyTo(ctx: Ctx, held: Held, message: Reply): Promise<TicketWithMessages> {
  await reply(ctx, held, message);
  return ticketWithMessages(ctx, held.ticket.number);
}

/** The deed of replyTo alone. */
export async function reply(ctx: Ctx, held: Held, { text, files, thanks }: Reply): Promise<void> {
  const does = checkReply(ctx, held);
  const move = does === 'message' || (thanks && held.facts.state === 'resolved') ? undefined : does;
  if (move)
    await makeMove(ctx, held, move, move === 'answer' ? { reply: text, files } : { reason: text, files });
  else await plainReply(ctx, held, { text, files });
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
  await updateTicket(ctx, ticket.number, {}, saysAs(ctx));
  await tellDeed(ctx, ticket, { kind: 'replied', audience: 'school' });
}

/** Refuses what the policy does not allow: not now where it was merged or has ended, else not to this person. */
export function demand({ code_wall }: Ctx, facts: Facts, allowed: boolean): void {
  if (allowed || !code_wall) return;
  if (facts.merged) throw goneOn(facts);
  throw isOpen(facts.state) ? notAllowed(notYours) : notNow(endedFirst);
}

/** The same for what an ended ticket takes too: who may not work it, and where a merged one goes on. */
export function demandWork({ code_wall }: Ctx, facts: Facts, allowed: boolean): void {
  if (facts.merged) throw goneOn(facts);
  if (code_wall && !allowed) throw notAllowed(notYours);
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
export async function noteOn(ctx: Ctx, number: number, text: Note): Promise<TicketWithMessages> {
  await note(ctx, number, text);
  return ticketWithMessages(ctx, number);
}

/** The deed of noteOn alone. */
export async function note(ctx: Ctx, number: number, text: Note): Promise<void> {
  const { ticket, facts } = await hold(ctx, number);
  demandWork(ctx, facts, canOf(ctx.who, facts).note);
  checkFilled(ctx, text);
  const note_id = await insertNote(ctx, ticket, text);
  await updateTicket(ctx, number, {});
  await tellDeed(ctx, ticket, {
    kind: 'noted',
    audience: 'desk',
    undo: { way: 'note', before: {}, after: { note_id } },
  });
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

/** Gives the ticket to an agent, or to nobody; its team stays. */
export const assignTicket = (ctx: Ctx, number: number, agent: number | null): Promise<TicketWithMessages> =>
  giveTicket(ctx, number, { agent });

/** The deed of assignTicket alone. */
export const assign = (ctx: Ctx, number: number, agent: number | null): Promise<void> =>
  giveAlone(ctx, number, { agent });

/**
 * Corrects category, impact, urgency or what is promised; the priority follows by the matrix, and the ticket's own
 * fields follow what it is about. Nothing changed is nothing told. Refuses not_valid where a field says so.
 */
export async function changeTicket(ctx: Ctx, number: number, change: Change): Promise<TicketWithMessages> {
  await correct(ctx, number, change);
  return ticketWithMessages(ctx, number);
}

/** The deed of changeTicket alone. */
export async function correct(ctx: Ctx, number: number, change: Change): Promise<void> {
  const { ticket, facts } = await hold(ctx, number);
  demand(ctx, facts, canOf(ctx.who, facts).change);
  const after = {
    category: change.category ?? ticket.category,
    impact: change.impact ?? ticket.impact,
    urgency: change.urgency ?? ticket.urgency,
  };
  const next = {
    ...after,
    priority: priorityOf(after.impact, after.urgency),
    promised: change.promised ?? ticket.promised,
  };
  const changed = (Object.keys(next) as (keyof typeof next)[]).filter(field => next[field] !== ticket[field]);
  if (changed.length > 0) {
    // What was asked as a start-up question does not become an ordinary ticket past the gate.
    if (next.category !== ticket.category) await demandGate(ctx, { ...ticket, category: next.category });
    await updateTicket(ctx, number, next);
    if (next.category !== ticket.category) await followCategory(ctx, ticket, next.category);
    const told = Object.fromEntries(
      changed.map(field => [field, [ticket[field], next[field]] as [unknown, unknown]]),
    );
    const patch = Object.fromEntries(changed.map(field => [field, next[field]]));
    await tellDeed(ctx, ticket, {
      kind: 'changed',
      audience: 'school',
      facts: told,
      undo: { was: ticket, patch },
    });
  }
  if (changed.length > 0 || change.fields) await correctFields(ctx, ticket, after, change.fields ?? {});
}
