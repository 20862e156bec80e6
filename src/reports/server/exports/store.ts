import { and, desc, eq, inArray, isNull, lt, not, or, sql } from 'drizzle-orm';
import { seesRights } from '#accounts/rules/policy.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { exports, type ExportRow } from './tables.ts';

/** Exports in SQL. A person's own are read and changed as herself; the software works on them and tidies them. */

/** The first wall: one's own, as long as it is there; a file that holds tickets about rights only to whom they exist. */
const mine = ({ who, code_wall }: Ctx) =>
  and(
    sql`${exports.outcome} is distinct from 'removed'`,
    code_wall ? eq(exports.person_id, who.person_id) : undefined,
    code_wall && !seesRights(who) ? not(exports.of_rights) : undefined,
  );

export const selectExports = (ctx: Ctx): Promise<ExportRow[]> =>
  ctx.db.select().from(exports).where(mine(ctx)).orderBy(desc(exports.asked_at), exports.id).limit(100);

export async function selectExport(ctx: Ctx, id: string): Promise<ExportRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(exports)
    .where(and(eq(exports.id, id), mine(ctx)));
  return row;
}

export async function insertExport(
  { db, who, now, lang }: Ctx,
  asked: Pick<ExportRow, 'name' | 'format' | 'query' | 'columns'>,
): Promise<ExportRow> {
  const { person_id, session_id, token_id } = who;
  const [row] = await db
    .insert(exports)
    .values({ ...asked, person_id, session_id, token_id, lang, asked_at: now })
    .returning();
  return row!;
}

/** Ends one that is under way, or removes one that has ended; the disk is tidied afterwards. */
export const endExport = (
  { db, now }: Ctx,
  id: string,
  end: Pick<ExportRow, 'outcome'> & Partial<Pick<ExportRow, 'sha256' | 'size' | 'done' | 'of_rights'>>,
) =>
  db
    .update(exports)
    .set({ sha256: null, size: null, ...end, ended_at: now })
    .where(and(eq(exports.id, id), end.outcome === 'removed' ? undefined : isNull(exports.outcome)))
    .returning({ id: exports.id });

/** How far it is; false when it was cancelled meanwhile. */
export async function touchExport(
  { db, now }: Ctx,
  id: string,
  progress: Partial<Pick<ExportRow, 'total' | 'done'>>,
): Promise<boolean> {
  const { rowCount } = await db
    .update(exports)
    .set({ ...progress, touched_at: now })
    .where(and(eq(exports.id, id), isNull(exports.outcome)));
  return rowCount === 1;
}

/** The next one that nobody works on, taken: new, or left by a server that has said nothing since `left`. */
export async function claimExport(db: Db, now: Date, left: Date): Promise<ExportRow | undefined> {
  const next = db
    .select({ id: exports.id })
    .from(exports)
    .where(and(isNull(exports.outcome), or(isNull(exports.touched_at), lt(exports.touched_at, left))))
    .orderBy(exports.asked_at)
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(exports)
    .set({ touched_at: now, done: 0, total: null })
    .where(inArray(exports.id, next))
    .returning();
  return row;
}

export const failExport = (db: Db, id: string, now: Date) =>
  db
    .update(exports)
    .set({ outcome: 'failed', ended_at: now })
    .where(and(eq(exports.id, id), isNull(exports.outcome)));

/** Another server may begin it anew at once. */
export const releaseExport = (db: Db, id: string) =>
  db
    .update(exports)
    .set({ touched_at: null })
    .where(and(eq(exports.id, id), isNull(exports.outcome)));

export const forgetExports = (db: Db, before: Date) => db.delete(exports).where(lt(exports.asked_at, before));

/** The files that rows name; undefined while one is being written, whose row does not name it yet. */
export async function filesNamed(db: Db): Promise<Set<string> | undefined> {
  const rows = await db
    .select({
      sha256: exports.sha256,
      busy: sql<boolean>`${exports.outcome} is null and ${exports.touched_at} is not null`,
    })
    .from(exports);
  return rows.some(({ busy }) => busy) ? undefined : new Set(rows.flatMap(({ sha256 }) => sha256 ?? []));
}
