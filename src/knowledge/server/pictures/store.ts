import { Readable } from 'node:stream';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import type { Storage } from '#platform/files/storage.ts';
import type { Picture } from '#platform/text/markdown.ts';
import { pictureNumber, picturesIn } from '../../rules/pictures.ts';
import { article_pictures, articles, type PictureRow } from '../tables.ts';
import { readable } from '../views.ts';
import type { DrawnPicture } from './drawing-anew.ts';

/** The pictures of articles: their rows, and where they are shown from. */

export const everybody_base = '/api/public/articles';
export const signed_in_base = '/api/articles';

/** Puts the content on the disk, before the transaction that names it. */
export async function keepContent(storage: Storage, { content }: DrawnPicture): Promise<string> {
  const kept = await storage.keep(Readable.from([content]));
  return kept!.sha256;
}

export type NewPicture = Omit<DrawnPicture, 'content'> & { sha256: string; size: number };

/** Adds it to the article; the same again is the same picture. Answers its number. */
export async function putPicture(
  { db, who, now }: Ctx,
  article_id: number,
  picture: NewPicture,
): Promise<number> {
  const [row] = await db
    .insert(article_pictures)
    .values({ ...picture, article_id, added_by: who.person_id, added_at: now })
    .onConflictDoUpdate({
      target: [article_pictures.article_id, article_pictures.source_sha256],
      set: { added_at: now },
    })
    .returning({ id: article_pictures.id });
  return row!.id;
}

export async function countPictures({ db }: Pick<Ctx, 'db'>, article_id: number): Promise<number> {
  return db.$count(article_pictures, eq(article_pictures.article_id, article_id));
}

/** Of an article's texts those pictures that are there, each by its number. */
export async function picturesOf(
  { db }: { db: Db },
  article_id: number,
  ...texts: (string | null | undefined)[]
): Promise<Map<number, PictureRow>> {
  const numbers = picturesIn(texts.join('\n'));
  if (numbers.length === 0) return new Map();
  const rows = await db
    .select()
    .from(article_pictures)
    .where(
      and(
        eq(article_pictures.article_id, article_id),
        sql`${article_pictures.id} = any (${sql.param(numbers)}::integer[])`,
      ),
    );
  return new Map(rows.map(row => [row.id, row]));
}

/** How a text finds its pictures. */
export const shownFrom =
  (base: string, pictures: ReadonlyMap<number, PictureRow>) =>
  (address: string): Picture | undefined => {
    const found = pictures.get(pictureNumber(address) ?? 0);
    return (
      found && {
        src: `${base}/${found.article_id}/pictures/${found.id}`,
        ...{ width: found.width, height: found.height },
      }
    );
  };

/** Whether what is published of an article shows the picture. */
const is_shown = sql`${articles.body} ~ ('\\(picture:' || ${article_pictures.id} || '[\\s)]')`;

export interface Which {
  id: number;
  picture: number;
}

/** A picture where its article is read: for the desk any, for others what is shown. */
export async function seenPicture(ctx: Ctx, which: Which): Promise<PictureRow | undefined> {
  const inside = ctx.who.side === 'desk' || !ctx.code_wall;
  return onePicture(ctx.db, which, and(readable(ctx), inside ? undefined : is_shown));
}

export const publicPicture = (db: Db, which: Which, for_everybody: SQL | undefined) =>
  onePicture(db, which, and(for_everybody, is_shown));

async function onePicture(
  db: Db,
  { id, picture }: Which,
  where: SQL | undefined,
): Promise<PictureRow | undefined> {
  const [row] = await db
    .select({ picture: article_pictures })
    .from(article_pictures)
    .innerJoin(articles, eq(articles.id, article_pictures.article_id))
    .where(and(eq(article_pictures.id, picture), eq(article_pictures.article_id, id), where));
  return row?.picture;
}

/** Whether a text anywhere in the article's past or present shows it. */
const is_named = sql`exists (
  select from (
    select body from article_versions v where v.article_id = p.article_id
    union all select body from article_drafts d where d.article_id = p.article_id
  ) t where t.body ~ ('\\(picture:' || p.id || '[\\s)]'))`;

/** Takes away the pictures that no text names, of those added before; answers content that no other names either. */
export async function forgetUnused(
  db: Db,
  before: Date,
  also_named: (sha256: SQL) => SQL,
): Promise<string[]> {
  const { rows } = await db.execute<{ sha256: string }>(sql`
    with gone as (
      delete from article_pictures p where p.added_at < ${before.toISOString()}::timestamptz and not ${is_named}
      returning p.id, p.sha256
    )
    select distinct sha256 from gone
    where not exists (select from article_pictures k where k.sha256 = gone.sha256 and k.id not in (select id from gone))
      and not ${also_named(sql`gone.sha256`)}`);
  return rows.map(({ sha256 }) => sha256);
}

/** For who removes files: whether a picture has this content. */
export const namedByPicture = (sha256: SQL): SQL =>
  sql`exists (select from article_pictures k where k.sha256 = ${sha256})`;
