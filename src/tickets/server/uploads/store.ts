import { and, count, eq, isNull, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { files } from '../tables.ts';
import { uploads } from './tables.ts';

export type UploadRow = typeof uploads.$inferSelect;

/** The first wall: only its person may touch an upload. */
const own = ({ who, code_wall }: Ctx, id?: string): SQL | undefined =>
  and(
    code_wall ? eq(uploads.person_id, who.person_id) : undefined,
    id === undefined ? undefined : eq(uploads.id, id),
  );

export async function countOpen(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(uploads)
    .where(and(own(ctx), isNull(uploads.file_id)));
  return row!.count;
}

export async function insertUpload(
  { db, who, now }: Ctx,
  upload: Pick<UploadRow, 'name' | 'size'>,
): Promise<UploadRow> {
  const [row] = await db
    .insert(uploads)
    .values({ ...upload, person_id: who.person_id, begun_at: now, touched_at: now })
    .returning();
  return row!;
}

export async function selectUpload(ctx: Ctx, id: string): Promise<UploadRow | undefined> {
  const [row] = await ctx.db.select().from(uploads).where(own(ctx, id));
  return row;
}

/** The row, held until the transaction ends, so that its file is made once. */
export async function holdUpload(ctx: Ctx, id: string): Promise<UploadRow | undefined> {
  const [row] = await ctx.db.select().from(uploads).where(own(ctx, id)).for('update');
  return row;
}

export const updateUpload = (
  ctx: Ctx,
  id: string,
  patch: Pick<UploadRow, 'received'> | { file_id: string },
) =>
  ctx.db
    .update(uploads)
    .set({ ...patch, touched_at: ctx.now })
    .where(own(ctx, id));

export const deleteUpload = (ctx: Ctx, id: string) => ctx.db.delete(uploads).where(own(ctx, id));

/** The file that an upload became; one's own. */
export async function selectFile({ db, who, code_wall }: Ctx, id: string) {
  const [row] = await db
    .select({ id: files.id, name: files.name, type: files.type, size: files.size })
    .from(files)
    .where(and(eq(files.id, id), code_wall ? eq(files.uploaded_by, who.person_id) : undefined));
  return row;
}
