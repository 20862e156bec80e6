import { inArray, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { Promised } from '#sla/rules/targets.ts';
import { agreements } from './tables.ts';

/** What is promised, to whom: read by who opens a ticket and by the clocks. */

/**
 * The version that holds for what a school asks at an instant: the newest that it has signed and the group has
 * countersigned by then; where there is none, the newest that is effective, from version 1 on.
 */
export async function promiseOf(db: Db, school_id: number, at: Date): Promise<number> {
  const { rows } = await db.execute<{ version: number }>(
    sql`select agreement_of(${school_id}::integer, ${at.toISOString()}::timestamptz) as version`,
  );
  return rows[0]!.version;
}

/** What versions promise, by their numbers: those asked for, else all; a draft promises already what it would. */
export async function promises(db: Db, versions?: readonly number[]): Promise<Map<number, Promised>> {
  const { version, targets, goals, warn_at } = agreements;
  const rows = await db
    .select({ version, targets, goals, warn_at })
    .from(agreements)
    .where(versions && inArray(version, [...versions]));
  return new Map(rows.map(row => [row.version, row]));
}

/** The same of some versions as one list for any query; `versions` is a query of their numbers. */
export const promisesSaid = (versions: SQL) => sql<Promised[] | null>`(
  select json_agg(json_build_object('version', version, 'targets', targets, 'goals', goals, 'warn_at', warn_at))
  from agreements where version in (${versions}))`;
