import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { emergency_reports as reports } from './tables.ts';

/** What came through the emergency door: written there by the software, read and ended at the desk. */

/** One report at a time is counted and written, until the transaction ends. */
export const oneAtATime = (db: Db) => db.execute(sql`select pg_advisory_xact_lock(7315015)`);

export async function reportedSince(db: Db, since: Date): Promise<{ network: string; at: Date }[]> {
  return db
    .select({ network: reports.network, at: reports.reported_at })
    .from(reports)
    .where(gt(reports.reported_at, since));
}

export async function receiptOf(db: Db, sent_once: string): Promise<string | undefined> {
  const [row] = await db
    .select({ receipt: reports.receipt })
    .from(reports)
    .where(eq(reports.sent_once, sent_once));
  return row?.receipt;
}

export async function insertReport(db: Db, report: typeof reports.$inferInsert): Promise<number> {
  const [row] = await db.insert(reports).values(report).returning({ id: reports.id });
  return row!.id;
}

/** The school that was typed by its code or its name. */
const likely = sql<{ id: number; name: string } | null>`(
  select json_build_object('id', s.id, 'name', s.name) from schools s
  where lower(${reports.school_typed}) in (lower(s.code), lower(s.name)) order by s.id limit 1)`;

/** Those that wait, the oldest first; then the newest that are ended. */
export const selectReports = ({ db }: Ctx, limit: number) =>
  db
    .select({ report: reports, likely: likely.as('likely'), by: people.name })
    .from(reports)
    .leftJoin(people, eq(people.id, reports.ended_by))
    .orderBy(
      sql`${reports.ended_at} is not null`,
      sql`case when ${reports.ended_at} is null then ${reports.id} end`,
      desc(reports.ended_at),
    )
    .limit(limit);

export async function countWaiting({ db }: Ctx): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::integer` })
    .from(reports)
    .where(isNull(reports.ended_at));
  return row!.count;
}

/** One report, held until the transaction ends, so that it becomes one ticket. */
export async function holdReport({ db }: Ctx, id: number) {
  const [row] = await db.select().from(reports).where(eq(reports.id, id)).for('update');
  return row;
}

type Ending = Pick<typeof reports.$inferInsert, 'ticket_number' | 'ended_by' | 'ended_at'>;
export const endReport = ({ db }: Ctx, id: number, ending: Ending) =>
  db
    .update(reports)
    .set(ending)
    .where(and(eq(reports.id, id)));
