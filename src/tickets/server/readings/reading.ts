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

/**
 * Whether an open ticket holds a message of somebody else that is newer than what the reader has seen: one of its own,
 * or of a ticket that was merged into it; to a school also what became of its request. Only where something was, more
 * than its own are looked at.
 */
export function unreadBy(ctx: Ctx): SQL.Aliased<boolean> {
  const newer = (messages: SQL, seen: SQL, more = sql``) => {
    const on = (those: SQL) => sql`exists (select from ${messages} m where ${those}
      and m.id > coalesce(${seen}, 0) and m.author_id <> ${ctx.who.person_id} ${more})`;
    return sql`(${on(sql`m.ticket_number = ${tickets.number}`)} or exists (
      select from joinings j cross join unnest(merged_family(j.from_number)) family (number)
      where j.to_number = ${tickets.number} and j.kind = 'merged' and j.undone_at is null
        and ${on(sql`m.ticket_number = family.number`)}))`;
  };
  const reply = newer(sql`replies`, sql`${readings.reply_id}`);
  const note = readsInside(ctx)
    ? sql` or ${newer(sql`notes`, sql`${readings.note_id}`, sql`and m.taken_back_at is null`)}`
    : sql``;
  const decided =
    ctx.who.side === 'school'
      ? sql` or ${tickets.request_told_at} > coalesce(${readings.at}, '-infinity')`
      : sql``;
  return sql<boolean>`coalesce(${tickets.ended_at} is null and (${reply}${note}${decided}), false)`.as(
    'unread',
  );
}
