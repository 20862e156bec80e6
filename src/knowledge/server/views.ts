import { and, desc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import { inStage1 } from '#accounts/rules/who.ts';
import { onSeenTicket, readsInside, type Ctx } from '#accounts/server/acting.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { ArticleLine, ArticlesQuery } from '../rules/article.ts';
import type { UseKind } from '../rules/use.ts';
import { article_drafts, article_votes, articles, type ArticleRow } from './tables.ts';

/** What the screens read, each in one query. */

/**
 * The first wall: the iGroup reads all; a school what is published for it, by the roles of who asks and its stage.
 */
export function readable({ who, code_wall }: Pick<Ctx, 'who' | 'code_wall'>): SQL {
  if (!code_wall || who.side === 'desk') return sql`true`;
  return sql`(${published} and (${articles.audience} = 'public' or (${articles.audience} = 'schools'
    and (${articles.for_roles} = '{}' or ${articles.for_roles} && ${sql.param([...who.roles])}::text[])
    and (${inStage1(who)} or not ${articles.stage1_only}))))`;
}

export const published = sql`${articles.version} > 0 and ${articles.archived_at} is null`;

/** What is being written, which a school is not told. */
const draftOf = (ctx: Pick<Ctx, 'who' | 'code_wall'>) =>
  readsInside(ctx)
    ? sql<SeenDraft | null>`(select json_build_object('title', d.title, 'summary', d.summary, 'body', d.body, 'edition', d.edition,
        'by', w.name, 'at', d.written_at, 'proposed_by', p.name, 'proposed_at', d.proposed_at)
      from ${article_drafts} d join people w on w.id = d.written_by left join people p on p.id = d.proposed_by
      where d.article_id = articles.id)`
    : sql<SeenDraft | null>`null::json`;

interface SeenDraft {
  title: string;
  summary: string;
  body: string;
  edition: number;
  by: string;
  at: string;
  proposed_by: string | null;
  proposed_at: string | null;
}

const recent_days = 90;

type Counts = ArticleLine['counts'];

/** Of a use: it solved the problem, and no ticket about it came after. */
export const answered = sql`(u.kind = 'solved_it' and u.undone_at is null and u.ticket_number is null)`;

const sinceRecent = ({ now }: Pick<Ctx, 'now'>) =>
  sql`${new Date(now.getTime() - recent_days * 86_400_000).toISOString()}::timestamptz`;

/** What an article did lately; and of its version how many it helped, and how many not, by the last word of each. */
const countsOf = (ctx: Ctx) =>
  readsInside(ctx)
    ? sql<Counts>`(
      select json_build_object('helped', count(*) filter (where v.helped), 'not', count(*) filter (where not v.helped),
        'solved', (select count(*) from article_uses u where u.article_id = articles.id and u.undone_at is null
          and u.kind = 'solved' and u.at > ${sinceRecent(ctx)}),
        'answered', (select count(*) from article_uses u where u.article_id = articles.id and ${answered}
          and u.at > ${sinceRecent(ctx)}))
      from (select distinct on (w.person_id) w.helped from article_votes w
        where w.article_id = articles.id and w.version = articles.version order by w.person_id, w.id desc) v)`
    : sql<Counts>`null::json`;

const seen = (ctx: Ctx) =>
  ctx.db
    .select({
      ...getTableColumns(articles),
      draft: draftOf(ctx).as('draft'),
      counts: countsOf(ctx).as('counts'),
      owner: sql<{ id: number; name: string } | null>`(
        select json_build_object('id', p.id, 'name', p.name) from people p where p.id = articles.owner_id)`.as(
        'owner',
      ),
      publisher: sql<string | null>`(select p.name from people p where p.id = articles.published_by)`.as(
        'publisher',
      ),
      voted: sql<boolean | null>`(
        select v.helped from ${article_votes} v where v.article_id = articles.id and v.version = articles.version
          and v.person_id = ${ctx.who.person_id} order by v.id desc limit 1)`.as('voted'),
    })
    .from(articles)
    .$dynamic();
export type SeenArticle = ArticleRow & {
  draft: SeenDraft | null;
  counts: Counts;
  owner: { id: number; name: string } | null;
  publisher: string | null;
  voted: boolean | null;
};

export async function selectArticle(ctx: Ctx, id: number): Promise<SeenArticle | undefined> {
  const [row] = await seen(ctx).where(and(eq(articles.id, id), readable(ctx)));
  return row;
}

/** Those that may be read, of these. */
export const selectArticles = (ctx: Ctx, ids: readonly number[]): Promise<SeenArticle[]> =>
  seen(ctx).where(and(sql`${articles.id} = any (${sql.param([...ids])}::integer[])`, readable(ctx)));

/** What a school sees is published. */
const stateFor = (ctx: Pick<Ctx, 'who' | 'code_wall'>) =>
  !readsInside(ctx)
    ? sql<string>`'published'`
    : sql<string>`case when articles.archived_at is not null then 'archived' when articles.version > 0 then 'published'
        when exists (select from article_drafts d where d.article_id = articles.id and d.proposed_at is not null)
          then 'proposed' else 'draft' end`;

const isDue = (ctx: Ctx) =>
  sql`(${articles.review_on} <= ${localDate(ctx.now, ctx.who.zone)}::date and ${published})`;

/** What it is about; how it stands is asked for beside. */
const about = ({ kind, audience, category }: Partial<ArticlesQuery>) => [
  kind && eq(articles.kind, kind),
  audience && eq(articles.audience, audience),
  category && eq(articles.category, category),
];
const standing = (ctx: Ctx, { state: asked, due }: Partial<ArticlesQuery>) => [
  asked ? sql`${stateFor(ctx)} = ${asked}` : sql`${articles.archived_at} is null`,
  due && isDue(ctx),
];

/** The articles of these filters: what was used most of late comes first, then by title. */
export function selectList(ctx: Ctx, query: ArticlesQuery): Promise<SeenArticle[]> {
  return seen(ctx)
    .where(and(readable(ctx), ...about(query), ...standing(ctx, query)))
    .orderBy(desc(articles.recent_uses), sql`lower(${titleOf(ctx)})`, articles.id)
    .limit(query.limit);
}

/** How many there are of each kind and of each state, each without its own filter; and how many are due for review. */
export async function countList(ctx: Ctx, query: ArticlesQuery) {
  const counted = (name: SQL, where: (SQL | undefined | '')[]) => sql`(
    select coalesce(json_object_agg(c.name, c.count), '{}') from (
      select ${name} as name, count(*)::integer as count from ${articles}
      where ${and(readable(ctx), ...where.map(each => each || undefined))} group by 1) c)`;
  const { rows } = await ctx.db.execute<{
    kind: Record<string, number>;
    state: Record<string, number>;
    due: number;
  }>(sql`
    select ${counted(sql`${articles.kind}`, [...about({ ...query, kind: undefined }), ...standing(ctx, query)])} as kind,
      ${counted(stateFor(ctx), about(query))} as state,
      (select count(*)::integer from ${articles} where ${and(readable(ctx), ...about(query), isDue(ctx))}) as due`);
  return rows[0]!;
}

const titleOf = (ctx: Pick<Ctx, 'who' | 'code_wall'>) =>
  readsInside(ctx)
    ? sql<string>`coalesce(articles.title, (select d.title from article_drafts d where d.article_id = articles.id))`
    : sql<string>`${articles.title}`;

/** The titles of these articles, of those that may be read. */
export async function titlesOf(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: articles.id, title: titleOf(ctx) })
    .from(articles)
    .where(and(sql`${articles.id} = any (${sql.param([...ids])}::integer[])`, readable(ctx)));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** The articles that are called so, written or published, by their titles in small letters. */
export async function idsOf(ctx: Ctx, titles: readonly string[]): Promise<Map<string, number>> {
  if (titles.length === 0) return new Map();
  const names = sql`${sql.param(titles.map(title => title.toLowerCase()))}::text[]`;
  const { rows } = await ctx.db.execute<{ id: number; title: string }>(sql`
    select a.id, lower(a.title) as title from articles a where lower(a.title) = any (${names})
    union all
    select d.article_id, lower(d.title) from article_drafts d where lower(d.title) = any (${names})`);
  return new Map(rows.reverse().map(({ id, title }) => [title, id]));
}

export interface SeenUse extends Record<string, unknown> {
  id: number;
  kind: UseKind;
  article: { id: number; title: string; version: number } | null;
  by: string;
  person_id: number;
  at: string;
}

/** What is said of articles on a ticket, oldest first; the desk reads it. */
export async function selectUses(ctx: Ctx, ticket: number): Promise<SeenUse[]> {
  const { rows } = await ctx.db.execute<SeenUse>(sql`
    select u.id, u.kind, u.person_id, p.name as by, u.at, case when a.id is not null then json_build_object('id', a.id,
      'title', coalesce(a.title, (select d.title from article_drafts d where d.article_id = a.id)), 'version', coalesce(u.version, a.version)) end as article
    from article_uses u join people p on p.id = u.person_id left join articles a on a.id = u.article_id
    where u.ticket_number = ${ticket} and u.undone_at is null
      and ${onSeenTicket(ctx, sql`u.ticket_number`)}
    order by u.id`);
  return rows.map(row => ({ ...row, id: Number(row.id) }));
}
