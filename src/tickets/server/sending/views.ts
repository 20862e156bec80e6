import { sql, type SQL } from 'drizzle-orm';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import type { Words } from '#platform/schemas.ts';
import type { Reading } from '../../rules/attention.ts';
import type { Audience } from '../../rules/guard.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { familyOf } from '../joining/shown.ts';
import { peopleOn } from '../colleagues/store.ts';
import type { OutgoingDeed } from './tables.ts';

/** A message that waits, or was stopped, as the ticket shows it. */
export interface WaitingRow {
  id: number;
  author_id: number;
  author: string;
  deed: OutgoingDeed;
  html: string;
  held_at: string;
  leaves_at: string;
  outcome: 'stopped' | null;
  reason: Words | null;
}

/** What waits on a ticket or was stopped, oldest first; a school hears of none. */
export const waitingOn = (ctx: Ctx, number: number): SQL =>
  readsInside(ctx)
    ? sql`
    select coalesce(json_agg(o order by o.leaves_at, o.id), '[]') from (
      select o.id, o.author_id, p.name as author, o.deed, o.html, o.held_at, o.leaves_at, o.outcome, o.reason
      from outgoing o join people p on p.id = o.author_id
      where o.ticket_number = ${number} and (o.outcome is null or o.outcome = 'stopped')
    ) o`
    : sql`select '[]'::json`;

/** The newest that others have written on a ticket, and who would read a message now. A ticket's row is held before. */
export async function selectGuarded(
  ctx: Ctx,
  ticket: { number: number; school_id: number; requester_id: number },
): Promise<{ newest: Reading; audience: Audience }> {
  const { rows } = await ctx.db.execute<{
    reply: number;
    note: number;
    people: TicketWithMessages['people'];
  }>(sql`
    select
      coalesce((select max(id) from replies where ticket_number = any(${familyOf(ticket.number)}) and author_id <> ${ctx.who.person_id}), 0)::integer as reply,
      ${
        readsInside(ctx)
          ? sql`coalesce((select max(id) from notes where ticket_number = any(${familyOf(ticket.number)}) and author_id <> ${ctx.who.person_id} and taken_back_at is null), 0)::integer`
          : sql`0`
      } as note,
      (${peopleOn(ctx, ticket.number)}) as people`);
  const { reply, note, people } = rows[0]!;
  return {
    newest: { reply, note },
    audience: { school: ticket.school_id, people: [ticket.requester_id, ...people.map(({ id }) => id)] },
  };
}
