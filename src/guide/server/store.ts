import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { checks, guide_drafts, guide_versions, type CheckRow } from './tables.ts';

/** All writes of this house. */

/** What an installation begins with; where it has begun, nothing. */
export const insertFirst = (db: Db, row: typeof guide_versions.$inferInsert): Promise<unknown> =>
  db.insert(guide_versions).values(row).onConflictDoNothing();

export const insertVersion = (
  { db }: Pick<Ctx, 'db'>,
  row: typeof guide_versions.$inferInsert,
): Promise<unknown> => db.insert(guide_versions).values(row);

/** What is being written, held until the transaction ends. Held too where nothing is, so that two don't begin at once. */
export async function holdDraft({ db }: Pick<Ctx, 'db'>) {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('guide_drafts'))`);
  const [draft] = await db.select().from(guide_drafts);
  return draft ?? null;
}

export const putDraft = ({ db }: Pick<Ctx, 'db'>, row: typeof guide_drafts.$inferInsert): Promise<unknown> =>
  db.insert(guide_drafts).values(row).onConflictDoUpdate({ target: guide_drafts.one, set: row });

export const deleteDraft = ({ db }: Pick<Ctx, 'db'>): Promise<unknown> => db.delete(guide_drafts);

/** The run of this school that was kept before, held; held too where none was, so that two at once are one. */
export async function holdCheck(
  { db }: Pick<Ctx, 'db'>,
  { school_id, run }: Pick<CheckRow, 'school_id' | 'run'>,
): Promise<CheckRow | undefined> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`check ${school_id} ${run}`}))`);
  const [row] = await db
    .select()
    .from(checks)
    .where(and(eq(checks.school_id, school_id), eq(checks.run, run)));
  return row;
}

export async function insertCheck(
  { db }: Pick<Ctx, 'db'>,
  row: typeof checks.$inferInsert,
): Promise<CheckRow> {
  const [made] = await db.insert(checks).values(row).returning();
  return made!;
}

/** The same run with what came since; undefined where it is not this person's. */
export async function updateCheck(
  { db }: Pick<Ctx, 'db'>,
  id: number,
  set: Partial<typeof checks.$inferInsert>,
): Promise<CheckRow | undefined> {
  const [row] = await db.update(checks).set(set).where(eq(checks.id, id)).returning();
  return row;
}
