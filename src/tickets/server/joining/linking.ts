import type { Ctx } from '#accounts/server/acting.ts';
import { notValid } from '#platform/refusals.ts';
import type { Kind, Link } from '../../rules/joining/kinds.ts';
import { kinds } from '../../rules/joining/kinds.ts';
import { link_refusals, refusesUnder, type LinkRefusal } from '../../rules/joining/may.ts';
import { canOf } from '../../rules/policy.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { updateTicket } from '../store.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import { demand, ticketWithMessages } from '../tickets.ts';
import { demandAlone, goneOn, holdBoth, ruled } from './held.ts';
import { holdFamilies, insertJoining } from './store.ts';
import type { JoiningRow } from './tables.ts';
import { goesOnIn, selectBetween, selectFamily } from './views.ts';

/** What is told of a link on the ticket that it was made from, and on the other. */
const told = {
  related: ['linked', 'linked'],
  same: ['linked', 'linked'],
  parent: ['put_under', 'took_in'],
  child: ['took_in', 'put_under'],
} as const satisfies Record<Link, readonly [string, string]>;

/**
 * Links a ticket with another: `as` says what the other is to this one. Linked so already is left so. Refuses
 * not_found, not_allowed, not_valid (itself, a circle, a second parent, more than three levels, another link between
 * the two), not_now (one of them is merged).
 */
export async function linkTickets(
  ctx: Ctx,
  number: number,
  { as, ticket }: { as: Link; ticket: number },
): Promise<TicketWithMessages> {
  if (number === ticket) throw refused('itself', ticket);
  if (as === 'parent' || as === 'child') await holdFamilies(ctx);
  const [here, there] = await holdBoth(ctx, number, ticket);
  await demandLinkable(ctx, here, there);
  const kind: Kind = as === 'parent' || as === 'child' ? 'child' : as;
  const [from, to] = as === 'child' ? [there, here] : [here, there];
  if (await isLinked(ctx, kind, from, to)) return ticketWithMessages(ctx, number);
  const joining = await insertJoining(ctx, kind, { from, to });
  await tellLink(ctx, joining, { ticket: there, kind: told[as][1], other: number });
  await tellLink(ctx, joining, { ticket: here, kind: told[as][0], other: ticket, undoable: true });
  return ticketWithMessages(ctx, number);
}

async function demandLinkable(ctx: Ctx, here: TicketRow, there: TicketRow): Promise<void> {
  demandAlone(here, there);
  for (const ticket of [here, there]) {
    const facts = ruled(ctx, ticket);
    if (facts.merged) throw goneOn({ goes_on_in: await goesOnIn(ctx, ticket.number) });
    demand(ctx, facts, canOf(ctx.who, facts).link);
  }
}

/** Whether they are linked in this very way already; refuses where they cannot be. */
async function isLinked(ctx: Ctx, kind: Kind, from: TicketRow, to: TicketRow): Promise<boolean> {
  const between = await selectBetween(ctx, from.number, to.number);
  if (kind === 'child') {
    if (between.some(row => row.kind === 'child' && row.from_number === from.number)) return true;
    const ends = { child: from.number, parent: to.number };
    const refusal = refusesUnder(await selectFamily(ctx, [from.number, to.number]), ends);
    if (refusal) throw refused(refusal, refusal === 'circle' ? to.number : from.number);
    return false;
  }
  const link = between.find(row => kinds[row.kind].symmetric);
  if (link && link.kind !== kind) throw refused('linked', to.number);
  return link !== undefined;
}

const refused = (refusal: LinkRefusal, other: number) => notValid('ticket', link_refusals[refusal](other));

interface LinkTold {
  ticket: TicketRow;
  kind: string;
  other: number;
  undoable?: boolean;
}

/** A line on one of the two; only where its school may know of it is it the school's too. */
export async function tellLink(ctx: Ctx, joining: JoiningRow, line: LinkTold): Promise<void> {
  const { ticket, kind, other, undoable } = line;
  const audience = joining.school_id === null ? 'desk' : 'school';
  if (audience === 'school') await updateTicket(ctx, ticket.number, {});
  await tellDeed(ctx, ticket, {
    kind,
    audience,
    facts: { ticket: other },
    ...(undoable && { undo: undoOf(joining) }),
  });
}

/** By which way whoever joined them takes it back at once. */
export const undoOf = ({ id, from_number, to_number }: JoiningRow) => ({
  way: 'joining' as const,
  before: {},
  after: { joining: id, tickets: [from_number, to_number] },
});
