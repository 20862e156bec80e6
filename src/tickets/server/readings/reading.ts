import { and, eq, sql, type SQL } from 'drizzle-orm';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import { tickets } from '../tables.ts';
import { readings } from './tables.ts';

/** What a query on tickets needs to tell what its reader has read: her own row, and probes of two indexes. */

export const ownReading = ({ who }: Ctx): SQL =>
  and(eq(readings.ticket_number, tickets.number), eq(readings.person_id, who.person_id))!;

export const readColumns = {
  read_reply: sql<number>`coalesce(${readings.reply_id}, 0)`.mapWith(Number).as('read_reply'),
  read_note: sql<number>`coalesce(${readings.note_id}, 0)`.mapWith(Number).as('read_note'),
};

/** Whether an open ticket holds a message of somebody else that is newer than what the reader has seen. */
export function unreadBy(ctx: Ctx): SQL.Aliased<boolean> {
  const newer = (messages: SQL, seen: SQL, more = sql``) =>
    sql`exists (select from ${messages} m where m.ticket_number = ${tickets.number}
      and m.id > coalesce(${seen}, 0) and m.author_id <> ${ctx.who.person_id} ${more})`;
  const reply = newer(sql`replies`, sql`${readings.reply_id}`);
  const note = readsInside(ctx)
    ? sql` or ${newer(sql`notes`, sql`${readings.note_id}`, sql`and m.taken_back_at is null`)}`
    : sql``;
  return sql<boolean>`(${tickets.ended_at} is null and (${reply}${note}))`.as('unread');
}
