import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { tickets } from '../tables.ts';
import { ticketWithMessages } from '../tickets.ts';
import { accesses, type How } from './tables.ts';

/** A ticket as somebody looks at it, which is noted. Refuses with not_found. */
export async function lookAt(ctx: Ctx, number: number): Promise<TicketWithMessages> {
  const ticket = await ticketWithMessages(ctx, number);
  await recordAccess(ctx, number, 'loaded');
  return ticket;
}

/**
 * Notes that somebody of the iGroup saw a ticket (S21), in the transaction that shows it to her: once an hour for each
 * way of seeing, so that going back and forth costs no writing. A school's own people are not noted.
 */
export async function recordAccess({ db, who, now }: Ctx, number: number, how: How): Promise<void> {
  if (who.side !== 'desk') return;
  const hour = Math.floor(now.getTime() / 3_600_000);
  await db.execute(sql`
    insert into ${accesses} (position, at, ticket_number, school_id, person_id, session_id, token_id, how, hour)
    select 0, ${now.toISOString()}::timestamptz, ${tickets.number}, case when not ${tickets.inside} then ${tickets.school_id} end,
      ${who.person_id}::integer, ${who.session_id}::uuid, ${who.token_id}::uuid, ${how}::text, ${hour}::integer
    from ${tickets} where ${tickets.number} = ${number} and not exists (
      select from ${accesses} a where a.ticket_number = ${number} and a.person_id = ${who.person_id}
        and a.how = ${how} and a.hour = ${hour})
    on conflict do nothing`);
}
