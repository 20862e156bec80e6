import type { Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import { canOf } from '../../rules/policy.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { updateTicket } from '../store.ts';
import { tellDeed } from '../telling.ts';
import { demand, hold, ticketWithMessages } from '../tickets.ts';
import { selectTicket } from '../views.ts';
import { colleaguesFor, personOfSchool, putOn, takeOff } from './store.ts';

/** The people of a school on its ticket, beside the one who asked (process.json role_map, followers). */

/** Who can be put on a ticket: the names of its school's people, but the one who asked. Refuses with not_found. */
export async function colleaguesOf(
  ctx: Ctx,
  number: number,
): Promise<{ items: { id: number; name: string }[] }> {
  const ticket = await selectTicket(ctx, number);
  if (!ticket) throw notFound();
  return { items: await colleaguesFor(ctx, ticket) };
}

/**
 * Puts a person of the ticket's school on it; who is on it already, or asked, is left so and nothing is told.
 * Refuses with not_found (no such person there, or she has left), not_allowed, not_now when the ticket has ended.
 */
export async function addPersonTo(ctx: Ctx, number: number, person: number): Promise<TicketWithMessages> {
  const { ticket, facts } = await hold(ctx, number);
  demand(ctx, facts, canOf(ctx.who, facts).add_people);
  const found = await personOfSchool(ctx, ticket, person);
  if (!found || found.left_at !== null) throw notFound();
  if (person !== ticket.requester_id && (await putOn(ctx, ticket, person))) {
    await updateTicket(ctx, number, {});
    await tellDeed(ctx, ticket, {
      kind: 'person_added',
      audience: 'school',
      facts: { person: found.name, person_id: person },
    });
  }
  return ticketWithMessages(ctx, number);
}

/** Takes a person off a ticket; who is not on it is left so. Refuses as `addPersonTo` does. */
export async function removePersonFrom(
  ctx: Ctx,
  number: number,
  person: number,
): Promise<TicketWithMessages> {
  const { ticket, facts } = await hold(ctx, number);
  demand(ctx, facts, canOf(ctx.who, facts).add_people);
  const found = await personOfSchool(ctx, ticket, person);
  if (!found) throw notFound();
  if (await takeOff(ctx, ticket, person)) {
    await updateTicket(ctx, number, {});
    await tellDeed(ctx, ticket, {
      kind: 'person_removed',
      audience: 'school',
      facts: { person: found.name, person_id: person },
    });
  }
  return ticketWithMessages(ctx, number);
}
