import { desc, eq, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import type { Db } from '#platform/db/database.ts';
import { how_fast_switches } from '../statements/tables.ts';

/** The switch of the public page in SQL: the last row holds. */

export async function lastSwitch(db: Db) {
  const { id, shown, said_at } = how_fast_switches;
  const [row] = await db
    .select({ id, shown, said_at, by: people.name })
    .from(how_fast_switches)
    .innerJoin(people, eq(people.id, how_fast_switches.said_by))
    .orderBy(desc(id))
    .limit(1);
  return row;
}

export async function isShown(db: Db): Promise<boolean> {
  const { rows } = await db.execute<{ shown: boolean }>(
    sql`select shown from how_fast_switches order by id desc limit 1`,
  );
  return rows[0]?.shown ?? false;
}

/** Whoever switches goes one after the other. */
export const holdSwitch = (db: Db) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('how_fast_switches'))`);

export const insertSwitch = (db: Db, row: typeof how_fast_switches.$inferInsert) =>
  db.insert(how_fast_switches).values(row);
