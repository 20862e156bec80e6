import { sql } from 'drizzle-orm';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import type { Words } from '#platform/schemas.ts';
import { undo } from '../../rules/lifecycle.ts';
import type { Reading } from '../../rules/attention.ts';
import type { Audience } from '../../rules/guard.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
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

export interface Beside {
  outgoing: WaitingRow[];
  undo: UndoableRow | null;
  people: TicketWithMessages['people'];
}

export interface UndoableRow {
  position: number;
  at: string;
  kind: string;
}

/**
 * What stands beside a ticket's messages: what waits, what this reader could take back, who is on it. One query. A
 * school hears of no outgoing.
 */
export async function selectBeside(ctx: Ctx, number: number): Promise<Beside> {
  const { person_id } = ctx.who;
  const ago = (ms: number) => new Date(ctx.now.getTime() - ms).toISOString();
  const waiting = sql`
    select coalesce(json_agg(o order by o.leaves_at, o.id), '[]') from (
      select o.id, o.author_id, p.name as author, o.deed, o.html, o.held_at, o.leaves_at, o.outcome, o.reason
      from outgoing o join people p on p.id = o.author_id
      where o.ticket_number = ${number} and (o.outcome is null or o.outcome = 'stopped')
    ) o`;
  const { rows } = await ctx.db.execute<Beside & Record<string, unknown>>(sql`
    select (${peopleOn(ctx, number)}) as people, (${readsInside(ctx) ? waiting : sql`select '[]'::json`}) as outgoing, (
      select to_json(u) from (
        select c.position, c.at, e.kind from changes c join events e on e.position = c.position
        where c.person_id = ${person_id}::integer and c.ticket_number = ${number} and c.undone_at is null
          and c.at >= ${ago(undo.unless_something_happened_minutes * 60_000)}
          and (c.at >= ${ago(undo.window_seconds * 1000)} or not exists (
            select from events l where l.ticket_number = c.ticket_number and l.position > c.position
              and not (l.person_id is not distinct from c.person_id and l.at = c.at)))
        order by c.position desc limit 1
      ) u) as undo`);
  return rows[0]!;
}

/** The newest that others have written on a ticket, and who would read a message now. A ticket's row is held before. */
export async function selectGuarded(
  ctx: Ctx,
  ticket: { number: number; school_id: number; requester_id: number },
): Promise<{ newest: Reading; audience: Audience }> {
  const { rows } = await ctx.db.execute<{ reply: number; note: number; people: Beside['people'] }>(sql`
    select
      coalesce((select max(id) from replies where ticket_number = ${ticket.number} and author_id <> ${ctx.who.person_id}), 0)::integer as reply,
      ${
        readsInside(ctx)
          ? sql`coalesce((select max(id) from notes where ticket_number = ${ticket.number} and author_id <> ${ctx.who.person_id} and taken_back_at is null), 0)::integer`
          : sql`0`
      } as note,
      (${peopleOn(ctx, ticket.number)}) as people`);
  const { reply, note, people } = rows[0]!;
  return {
    newest: { reply, note },
    audience: { school: ticket.school_id, people: [ticket.requester_id, ...people.map(({ id }) => id)] },
  };
}
