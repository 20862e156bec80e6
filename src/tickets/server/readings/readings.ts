import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { signedIn } from '#accounts/rules/policy.ts';
import { readsInside, route, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { Reading, ReadUpTo } from '../../rules/attention.ts';
import { recordAccess } from '../accesses/accesses.ts';
import { familyOf, newestShown } from '../joining/shown.ts';
import { readNoticesOf } from '../notices/store.ts';
import { tickets } from '../tables.ts';

export const readingRoutes = [
  route({
    method: 'PUT',
    path: '/api/tickets/:number/reading',
    says: 'How far one has read a ticket; it never goes back, and the desk’s notices of the ticket are read with it',
    may: signedIn,
    door: 'read_tickets',
    use: 'only open', // a page in sight tells it of itself when something arrives
    params: z.object({ number: id() }),
    body: ReadUpTo,
    answer: Reading,
    deed: (ctx, { params, body }) => readUpTo(ctx, params.number, body),
  }),
];

/**
 * Keeps what this person has seen of a ticket: at most its newest messages, and never less than before. Her other
 * pages hear of it. Refuses not_found.
 */
async function readUpTo(ctx: Ctx, number: number, seen: { reply: number; note: number }): Promise<Reading> {
  const { db, who, now } = ctx;
  const note = readsInside(ctx) && who.side === 'desk' ? seen.note : 0;
  // Until somebody of the other side has seen it, a reply may be edited.
  const by_side_name = who.side === 'desk' ? 'read_by_desk' : 'read_by_school';
  const by_side = sql.identifier(by_side_name);
  const { rows } = await db.execute<{
    reply_id: number;
    note_id: number;
    before: string | null;
    decided: boolean | null;
  }>(sql`
    with before as (
      select reply_id, note_id, at from readings where person_id = ${who.person_id} and ticket_number = ${number}
    ), seen as (
      update ${tickets} set ${by_side} = least(${seen.reply}::bigint, ${newestShown('reply', number)})
      where ${tickets.number} = any(${familyOf(number)}) and ${visibleTo(ctx, tickets.school_id)}
        and ${tickets[by_side_name]} < least(${seen.reply}::bigint, ${newestShown('reply', number)})
    )
    insert into readings as r (person_id, ticket_number, reply_id, note_id, at)
    select ${who.person_id}, ${tickets.number}, least(${seen.reply}::bigint, coalesce(${newestShown('reply', number)}, 0)),
      ${note === 0 ? sql`0` : sql`least(${note}::bigint, coalesce(${newestShown('note', number)}, 0))`},
      ${now.toISOString()}::timestamptz
    from ${tickets} where ${tickets.number} = ${number} and ${visibleTo(ctx, tickets.school_id)}
    on conflict (person_id, ticket_number) do update set
      reply_id = greatest(r.reply_id, excluded.reply_id), note_id = greatest(r.note_id, excluded.note_id),
      at = excluded.at
    returning reply_id, note_id, (select concat_ws(' ', reply_id, note_id) from before) as before,
      (select t.request_told_at > b.at from ${tickets} t, before b where t.number = ${number}) as decided`);
  const row = rows[0];
  if (!row) throw notFound();
  await recordAccess(ctx, number, 'opened');
  const noticed = who.side === 'desk' ? await readNoticesOf(ctx, { ticket: number }) : 0;
  if (row.before !== `${row.reply_id} ${row.note_id}` || row.decided || noticed > 0)
    await sendSignal(db, {
      to: `person:${who.person_id}`,
      kind: 'reading',
      facts: { ticket: number },
    });
  return { reply: Number(row.reply_id), note: Number(row.note_id) };
}
