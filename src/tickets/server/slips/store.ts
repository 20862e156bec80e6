import { and, eq, sql, type SQL } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { slips } from './tables.ts';

/** The ticket that a slip has become, after whoever else brings the same one at this moment; undefined while it is none. */
export async function holdSlip(ctx: Ctx, id: string): Promise<number | undefined> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`slip:${id}`}, 0))`);
  const [row] = await ctx.db
    .select({ ticket: slips.ticket_number })
    .from(slips)
    .where(and(eq(slips.id, id), visibleTo(ctx, slips.school_id)));
  return row?.ticket;
}

/** Keeps what it has become, with the words that its bringer has just written there. Whether nobody else has it. */
export async function insertSlip(
  { db, who, now }: Ctx,
  { id, written }: { id: string; written: Date | null },
  { number, school_id }: { number: number; school_id: number },
): Promise<boolean> {
  const newest = sql<number>`(
    select max(r.id) from replies r where r.ticket_number = ${number} and r.author_id = ${who.person_id})`;
  const row = { id, school_id, ticket_number: number, arrived_by: who.person_id, arrived_at: now };
  const { rowCount } = await db
    .insert(slips)
    .values({ ...row, reply_id: newest, written_at: written })
    .onConflictDoNothing();
  return rowCount === 1;
}

/** Whether a ticket holds these words already, however they were broken into lines. */
export async function isSaidOn({ db }: Ctx, number: number, text: string): Promise<boolean> {
  const plain = (words: SQL) => sql`btrim(regexp_replace(${words}, '\\s+', ' ', 'g'))`;
  const { rowCount } = await db.execute(sql`
    select from replies r where r.ticket_number = ${number} and ${plain(sql`r.text`)} = ${plain(sql`${text}::text`)} limit 1`);
  return (rowCount ?? 0) > 0;
}

/** Of a reply `m`: when it was written, where it had to wait. */
export const writtenOffline = sql`(select s.written_at from slips s where s.reply_id = m.id and s.written_at is not null)`;
