import type { Ctx } from '#accounts/server/acting.ts';
import { agentForAssignment } from '#accounts/server/accounts.ts';
import { notAllowed, notFound } from '#platform/refusals.ts';
import { canOf } from '../../rules/policy.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { mayHave } from '../people.ts';
import { tellDeed } from '../telling.ts';
import { hold, ticketWithMessages } from '../tickets.ts';
import { changed } from '../undo/rows-way.ts';
import { follow, unfollow } from './store.ts';

/** The people of the iGroup who want to hear what happens on a ticket, whoever has it. Nobody follows unasked. */

async function holdToFollow(ctx: Ctx, number: number, person: number) {
  const { ticket, facts } = await hold(ctx, number);
  const can = canOf(ctx.who, facts);
  // For oneself whoever reads it; for a colleague who works it.
  if (ctx.code_wall && !(person === ctx.who.person_id ? can.follow : can.tasks))
    throw notAllowed({
      en: 'Whom else a ticket concerns, those say who work it.',
      fr: 'Qui d’autre un billet concerne, c’est à ceux qui le traitent de le dire.',
    });
  return ticket;
}

/** Follows a ticket, or has a colleague follow it; twice is once. Refuses not_found, also of who has left. */
export async function addFollower(ctx: Ctx, number: number, person: number): Promise<TicketWithMessages> {
  await makeFollow(ctx, number, person);
  return ticketWithMessages(ctx, number);
}

/** The deed of addFollower alone. */
export async function makeFollow(ctx: Ctx, number: number, person: number): Promise<void> {
  const ticket = await holdToFollow(ctx, number, person);
  const found = await agentForAssignment(ctx, person);
  if (!found || !mayHave(found.roles, ticket)) throw notFound();
  const done = await follow(ctx, number, person);
  if (done) {
    const own = person === ctx.who.person_id;
    await tellDeed(ctx, ticket, {
      kind: own ? 'followed' : 'follower_added',
      audience: 'desk',
      ...(!own && { facts: { person: found.name, person_id: person } }),
      undo: { way: 'follow', ...changed([done.was], done.set) },
    });
  }
}

/** Ends it for oneself or for a colleague; who does not follow is left so. */
export async function removeFollower(ctx: Ctx, number: number, person: number): Promise<TicketWithMessages> {
  await endFollow(ctx, number, person);
  return ticketWithMessages(ctx, number);
}

/** The deed of removeFollower alone. */
export async function endFollow(ctx: Ctx, number: number, person: number): Promise<void> {
  const ticket = await holdToFollow(ctx, number, person);
  const found = await agentForAssignment(ctx, person);
  const was = await unfollow(ctx, number, person);
  if (was) {
    const own = person === ctx.who.person_id;
    await tellDeed(ctx, ticket, {
      kind: own ? 'unfollowed' : 'follower_removed',
      audience: 'desk',
      ...(!own && { facts: { person: found?.name ?? null, person_id: person } }),
      undo: { way: 'follow', ...changed([was], { ended_at: ctx.now }) },
    });
  }
}
