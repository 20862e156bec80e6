import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Words } from '#platform/schemas.ts';
import type { Becomes } from '../../rules/folder/becomes.ts';
import type { FolderImport, FolderPlan } from '../../rules/folder/import.ts';
import { judged, type Known } from '../../rules/folder/refusing.ts';
import type { Audience } from '../../rules/kinds.ts';
import { putIn } from '../../rules/putting-in.ts';
import { keptText } from '../holding.ts';
import { snippetIds } from '../snippets/store.ts';
import type { ArticleRow, DraftRow } from '../tables.ts';
import { pictureFile, type FolderArticle } from './reading.ts';

/** What would become of the articles of a folder, as things stand in this transaction. */

export interface Foreseen extends FolderArticle {
  becomes: Becomes;
  says: Words[];
  /** The article that it changes. */
  id: number | null;
  /** Its pictures that the article has already, by their place in it. */
  known: ReadonlyMap<number, number>;
}

export interface Plan {
  plan: string;
  foreseen: Foreseen[];
  ignored: string[];
}

interface There extends Record<string, unknown> {
  id: number;
  external_id: string | null;
  written_out_as: string;
  article: ArticleRow;
  draft: DraftRow | null;
  pictures: { id: number; sha256: string; source_sha256: string }[];
}

/** How an article is known in what was written out of this very installation. */
export const written_out_as = sql`a.id || '@' || floor(extract(epoch from a.created_at) * 1000)`;

async function thereAlready(ctx: Ctx, articles: readonly FolderArticle[]): Promise<There[]> {
  const names = articles.map(({ given }) => given.external_id);
  const marks = articles.flatMap(({ article }) => article ?? []);
  const { rows } = await ctx.db.execute<There>(sql`
    select a.id, a.external_id, ${written_out_as} as written_out_as, to_jsonb(a) as article,
      (select to_jsonb(d) from article_drafts d where d.article_id = a.id) as draft,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'sha256', p.sha256, 'source_sha256', p.source_sha256)), '[]')
        from article_pictures p where p.article_id = a.id) as pictures
    from articles a
    where a.external_id = any (${sql.param(names)}::text[])
      or (a.external_id is null and ${written_out_as} = any (${sql.param(marks)}::text[]))`);
  return rows;
}

export async function planOf(
  ctx: Ctx,
  { articles, ignored }: { articles: readonly FolderArticle[]; ignored: string[] },
  options: FolderImport,
): Promise<Plan> {
  const there = await thereAlready(ctx, articles);
  const known = await readersOf(ctx, [...new Set(articles.flatMap(({ links }) => links))]);
  const snippets = await snippetIds(ctx, [
    ...new Set(articles.flatMap(({ given }) => putIn(given.body).names)),
  ]);
  const candidates = articles.map(each => ({
    ...{ path: each.path, title: each.given.title, audience: each.given.audience, links: each.links },
    ...{ publishes: each.given.state === 'published', wrong: each.wrong },
    unready: [...each.unready, ...unknownSnippets(each.given.body, snippets)],
  }));
  const judgement = judged(candidates, known);
  const foreseen: Foreseen[] = [];
  for (const each of articles) {
    const row = there.find(
      ({ external_id, written_out_as: mark }) =>
        external_id === each.given.external_id || (external_id === null && mark === each.article),
    );
    const pictures = picturesThere(each, row);
    const { refused, says } = judgement.get(each.path)!;
    const result = refused ? 'refused' : row ? await compared(ctx, { each, row, known: pictures }) : 'new';
    foreseen.push({ ...each, says, becomes: result, id: row?.id ?? null, known: pictures });
  }
  const told = foreseen.map(({ path, given, becomes, says, pictures, id }) => [
    path,
    given,
    becomes,
    says,
    pictures,
    id,
  ]);
  const plan = createHash('sha256')
    .update(JSON.stringify([told, ignored, options.publish]))
    .digest('hex');
  return { plan, foreseen, ignored };
}

/** Of the articles that are called so: for whom they are. */
async function readersOf({ db }: Ctx, titles: readonly string[]): Promise<Known> {
  if (titles.length === 0) return new Map();
  const { rows } = await db.execute<{ title: string; audience: Audience | null }>(sql`
    select lower(coalesce(a.title, d.title)) as title, case when a.version > 0 and a.archived_at is null then a.audience end as audience
    from articles a left join article_drafts d on d.article_id = a.id
    where lower(coalesce(a.title, d.title)) = any (${sql.param(titles.map(title => title.toLowerCase()))}::text[])`);
  return new Map(rows.map(({ title, audience }) => [title, audience]));
}

const unknownSnippets = (body: string, known: ReadonlyMap<string, number>): Words[] =>
  putIn(body)
    .names.filter(name => !known.has(name.toLowerCase()))
    .map(name => ({ en: `No snippet is called “${name}”.`, fr: `Aucun bloc ne s’appelle « ${name} ».` }));

/** A picture is the same when what was sent of it is, or when it is what we drew of it. */
const picturesThere = ({ pictures }: FolderArticle, row: There | undefined): Map<number, number> =>
  new Map(
    pictures.flatMap(({ sha256 }, at) => {
      const found = row?.pictures.find(each => each.source_sha256 === sha256 || each.sha256 === sha256);
      return found ? [[at, found.id] as const] : [];
    }),
  );

/** The text with the numbers of the pictures that are there. */
export const withPictures = (body: string, numbers: ReadonlyMap<number, number>): string =>
  body.replace(pictureFile, (_, at: string) => `(picture:${numbers.get(Number(at)) ?? 0}`);

async function compared(
  ctx: Ctx,
  { each, row, known }: { each: FolderArticle; row: There; known: ReadonlyMap<number, number> },
): Promise<Becomes> {
  const { given } = each;
  const { article, draft } = row;
  const body = await keptText(ctx, withPictures(given.body, known));
  const same = (is: { title: string | null; summary: string | null; body: string | null }) =>
    is.title === given.title && is.summary === given.summary && is.body?.trim() === body.trim();
  const published = article.version > 0 && same({ ...article, body: article.source ?? article.body });
  const stands =
    given.state === 'published'
      ? published && article.archived_at === null
      : published || (draft && same(draft));
  return stands && aboutOf(article) === aboutOf(given) ? 'same' : 'changed';
}

type About = Pick<ArticleRow, 'kind' | 'audience' | 'for_roles' | 'stage1_only' | 'category' | 'lang'>;
export const aboutOf = ({ kind, audience, for_roles, stage1_only, category, lang }: About): string =>
  JSON.stringify([kind, audience, [...for_roles].sort(), stage1_only, category, lang]);

export const answerOf = ({ lang }: Ctx, { plan, foreseen, ignored }: Plan, done: boolean): FolderPlan => ({
  ...{ plan, done, ignored },
  items: foreseen.map(({ path, given, becomes, says, pictures, id }) => ({
    ...{ path, title: given.title, becomes, pictures: pictures.length, article: id },
    publishes: given.state === 'published',
    says: says.map(each => each[lang]),
  })),
});
