import { eq } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed, type Facts } from '#accounts/server/story/story.ts';
import type { Software } from '#accounts/rules/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { Move } from '../rules/lifecycle.ts';
import { mayMove } from '../rules/policy.ts';
import { priorityOf } from '../rules/priority.ts';
import type { Waits } from '../rules/requests.ts';
import type { Moving, Opening } from '../rules/ticket.ts';
import { giveChecklists } from './checklists/giving.ts';
import { tellRouted, routeTicket } from './handing/routing.ts';
import { makeMove } from './moving.ts';
import { insertTicketOf, updateTicket, wordsOf } from './store.ts';
import { tickets, type TicketRow } from './tables.ts';
import { hold } from './tickets.ts';

/** The door for the houses that keep what a ticket asks for with a form of its own: the ticket's part of their deeds. */

interface Doing {
  who: Software;
  db: Db;
  now: Date;
}

type Asked = Pick<TicketRow, 'school_id' | 'requester_id' | 'subject' | 'category' | 'request'> &
  Pick<Opening, 'impact' | 'urgency'>;

/**
 * The software opens a ticket and asks somebody of a school, who stands as its requester; its line of the story is
 * `told`. Nothing is written as a message: the form says what it is about. Answers its number.
 */
export async function openBySoftware(
  software: Doing,
  asked: Asked,
  told: { kind: string; facts: Facts },
): Promise<number> {
  const priority = priorityOf(asked.impact, asked.urgency);
  const number = await insertTicketOf(software, { ...asked, priority, opened_by: null });
  await giveChecklists(software, number);
  const ticket = { ...asked, number };
  const routed = await routeTicket(software, ticket);
  await recordDeed(software, {
    ...told,
    audience: 'school',
    ticket_number: number,
    school_id: asked.school_id,
  });
  if (routed) await tellRouted(software, ticket, routed);
  return number;
}

/** Who acts on a request now (null: it is over), by which day, and whether that is news to its school. */
interface Standing {
  waits: Waits | null;
  due: string | null;
  news?: boolean;
}

/**
 * Keeps with the ticket how its request stands. As long as that is under way, nothing ends the ticket over it. What is
 * news is marked in the school’s list as a reply is, until each has looked.
 */
export const requestStands = (
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  number: number,
  { waits, due, news = false }: Standing,
): Promise<unknown> =>
  db
    .update(tickets)
    .set({
      request_open: waits !== null,
      request_waits: waits,
      request_due: waits && due,
      ...(news && { request_told_at: now, last_activity_at: now }),
    })
    .where(eq(tickets.number, number));

/** Something beside its messages is news on the ticket: marked in the school’s list as a reply is, until each has looked. */
export const newsOnTicket = ({ db, now }: Pick<Ctx, 'db' | 'now'>, number: number): Promise<unknown> =>
  db.update(tickets).set({ request_told_at: now, last_activity_at: now }).where(eq(tickets.number, number));

/** The ticket is called after what is asked for, which was changed. */
export const nameRequest = ({ db }: Pick<Ctx, 'db'>, number: number, subject: string): Promise<unknown> =>
  db
    .update(tickets)
    .set({ subject, words: wordsOf(subject) })
    .where(eq(tickets.number, number));

/**
 * A deed on a request: a line of the ticket's story, which its school reads. What a person of the desk does with it is
 * an answer to the school. Call it last.
 */
export async function tellRequest(
  ctx: Pick<Ctx, 'db' | 'now'> & { who: Ctx['who'] | Software },
  ticket: Pick<TicketRow, 'number' | 'school_id'>,
  told: { kind: string; facts?: Facts },
): Promise<void> {
  await updateTicket(ctx, ticket.number, {}, ctx.who.side === 'desk' ? 'answered' : undefined);
  await recordDeed(ctx, {
    ...told,
    audience: 'school',
    ticket_number: ticket.number,
    school_id: ticket.school_id,
  });
}

/** Makes a move of the ticket with the deed on its request, where its life has that move now. */
export async function moveAlong(
  ctx: Ctx,
  number: number,
  move: Move,
  given: Partial<Omit<Moving, 'move'>> = {},
): Promise<void> {
  const held = await hold(ctx, number);
  if (mayMove(ctx.who, held.facts, move) === 'yes') await makeMove(ctx, held, move, given as never);
}
