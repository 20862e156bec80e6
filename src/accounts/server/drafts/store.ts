import { and, asc, count, eq, sql, type Column, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import { draft_limits } from '../../rules/draft.ts';
import type { Ctx } from '../acting.ts';
import { drafts } from './tables.ts';

export type DraftRow = typeof drafts.$inferSelect;

/** The first wall: a draft is its person's alone. */
const own = ({ who, code_wall }: Ctx): SQL | undefined =>
  code_wall ? eq(drafts.person_id, who.person_id) : undefined;

const at = (ctx: Ctx, place: string) =>
  and(own(ctx), eq(drafts.person_id, ctx.who.person_id), eq(drafts.place, place));

export const selectDrafts = (ctx: Ctx): Promise<DraftRow[]> =>
  ctx.db.select().from(drafts).where(own(ctx)).orderBy(asc(drafts.place));

export async function selectDraft(ctx: Ctx, place: string): Promise<DraftRow | undefined> {
  const [row] = await ctx.db.select().from(drafts).where(at(ctx, place));
  return row;
}

export async function countDrafts(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.select({ count: count() }).from(drafts).where(own(ctx));
  return row!.count;
}

/**
 * Writes a draft over the version that it was written upon, or where there is none; answers the new version, or
 * undefined when another one is kept there. One statement, so that of two at once one writes.
 */
export async function writeDraft(
  { db, who, now }: Ctx,
  place: string,
  fields: Record<string, string>,
  upon: number,
): Promise<number | undefined> {
  // A place that was left and begun again goes on above every version that a page may still remember.
  const first = Math.max(upon + 1, Math.floor(now.getTime() / 1000) - version_epoch);
  const [row] = await db
    .insert(drafts)
    .values({ person_id: who.person_id, place, fields, version: first, written_at: now })
    .onConflictDoUpdate({
      target: [drafts.person_id, drafts.place],
      set: { fields, version: sql`${drafts.version} + 1`, written_at: now },
      setWhere: eq(drafts.version, upon),
    })
    .returning({ version: drafts.version });
  return row?.version;
}

/** 2026-01-01T00:00:00Z in seconds: versions begin small and fit an integer for decades. */
const version_epoch = 1_767_225_600;

/** Removes a draft, unless it is newer than `version`; answers whether nothing is left there. */
export async function deleteDraft(ctx: Ctx, place: string, version: number | undefined): Promise<boolean> {
  const gone = version === undefined ? undefined : sql`${drafts.version} <= ${version}`;
  await ctx.db.delete(drafts).where(and(at(ctx, place), gone));
  return (await selectDraft(ctx, place)) === undefined;
}

/** Nightly: what nobody went on with. */
export const deleteOldDrafts = (db: Db, now: Date) =>
  db.execute(
    sql`delete from drafts where written_at < ${new Date(now.getTime() - draft_limits.kept_days * 86_400_000).toISOString()}`,
  );

/** For another house's query: whether a draft of this person still names this id, so that it is not tidied away. */
export const namedInDraft = (person: Column, id: Column): SQL =>
  sql`exists (select from drafts d where d.person_id = ${person} and strpos(d.fields ->> 'files', ${id}::text) > 0)`;
