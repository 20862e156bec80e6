import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Storage } from '#platform/files/storage.ts';
import { notFound } from '#platform/refusals.ts';
import type { ArticlesQuery } from '../../rules/article.ts';
import { addressFrom, isSafeName } from '../../rules/folder/paths.ts';
import { namedIn, writtenLinks } from '../../rules/links.ts';
import { writtenSnippets } from '../../rules/putting-in.ts';
import { snippetsIn } from '../snippets/store.ts';
import { selectList, titlesOf, type SeenArticle } from '../views.ts';
import { written_out_as } from './planning.ts';
import { fileOf } from './reading.ts';
import type { Packed } from './zip.ts';

/** Articles as a folder that can be brought in again: a file of Markdown for each, its pictures beside. */

const most = 2000;

export async function exportFolder(ctx: Ctx, query: ArticlesQuery, storage: Storage): Promise<Packed[]> {
  // What other systems call an article is in it: that is the desk's, whatever rows one may read.
  if (ctx.who.side !== 'desk') throw notFound();
  const rows = await selectList(ctx, { ...query, limit: most });
  const texts = rows.map(textOf);
  const titleOf = await titlesOf(ctx, namedIn(texts.join('\n')).ids);
  const { nameOf } = await snippetsIn(ctx, ...texts);
  const { marks, pictures } = await beside(
    ctx,
    rows.map(({ id }) => id),
  );
  const files: Packed[] = [];
  for (const [at, row] of rows.entries()) {
    const own = pictures.filter(({ article_id }) => article_id === row.id);
    const name =
      row.external_id !== null && isSafeName(row.external_id) ? row.external_id : `articles/${row.id}`;
    const path = `${name}.md`;
    const written = writtenSnippets(writtenLinks(texts[at]!, titleOf), nameOf);
    const body = written.replace(/\(picture:(\d{1,9})(?=[\s)])/g, (whole, number: string) => {
      const found = own.find(({ id }) => id === Number(number));
      return found ? `(${addressFrom(path, pictureName(found))}` : whole;
    });
    files.push({ path, content: fileOf(headOf(row, name, marks.get(row.id)!), body) });
    for (const picture of own)
      if (body.includes(pictureName(picture)))
        files.push({ path: pictureName(picture), content: () => storage.read(picture.sha256) });
  }
  return files;
}

const textOf = ({ source, body, draft }: SeenArticle): string => source ?? body ?? draft!.body;

function headOf(row: SeenArticle, name: string, mark: string): Record<string, unknown> {
  const { kind, audience, category, lang, for_roles, stage1_only, external_id, version } = row;
  return {
    title: row.title ?? row.draft!.title,
    summary: row.summary ?? row.draft!.summary,
    ...{ kind, audience, lang },
    ...(category && { category }),
    ...(for_roles.length > 0 && { for_roles }),
    ...(stage1_only && { stage1_only }),
    state: version > 0 ? 'published' : 'draft',
    ...(external_id !== null && external_id !== name && { external_id }),
    ...(external_id === null && { article: mark }),
  };
}

interface PictureFile extends Record<string, unknown> {
  id: number;
  article_id: number;
  sha256: string;
  type: string;
}
const pictureName = ({ id, article_id, type }: PictureFile): string =>
  `pictures/${article_id}-${id}.${type === 'image/png' ? 'png' : 'jpg'}`;

async function beside({ db }: Ctx, ids: readonly number[]) {
  const those = sql`${sql.param([...ids])}::integer[]`;
  const { rows: marked } = await db.execute<{ id: number; mark: string }>(
    sql`select a.id, ${written_out_as} as mark from articles a where a.id = any (${those})`,
  );
  const { rows: pictures } = await db.execute<PictureFile>(
    sql`select id, article_id, sha256, type from article_pictures where article_id = any (${those}) order by id`,
  );
  return { marks: new Map(marked.map(({ id, mark }) => [id, mark])), pictures };
}
