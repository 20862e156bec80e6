import { and, desc, eq, inArray } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import { differenceOf } from '#platform/text/lines.ts';
import { moment } from '#sla/rules/moments.ts';
import type {
  Article,
  Articles,
  ArticlesQuery,
  Preview,
  Version,
  Versions,
  Vote,
  Votes,
} from '../rules/article.ts';
import { namedIn } from '../rules/links.ts';
import { publishesArticles, writesArticles } from '../rules/policy.ts';
import { keptText } from './holding.ts';
import { articleOf, lineOf, linked } from './shapes.ts';
import { insertVote } from './store.ts';
import { article_versions, article_votes } from './tables.ts';
import { countList, selectArticle, selectList, type SeenArticle } from './views.ts';

/** Articles as they are read. */

export async function listArticles(ctx: Ctx, query: ArticlesQuery): Promise<Articles> {
  const rows = await selectList(ctx, query);
  return {
    items: rows.map(row => lineOf(ctx, row)),
    counts: await countList(ctx, query),
    can: { write: writesArticles(ctx.who), publish: publishesArticles(ctx.who) },
  };
}

/** The row of an article that one may read. Refuses with not_found. */
export async function seenArticle(ctx: Ctx, id: number): Promise<SeenArticle> {
  const row = await selectArticle(ctx, id);
  if (!row) throw notFound();
  return row;
}

/** As `seenArticle`, of what is published now: what is said of an article is said of that. */
export async function publishedArticle(ctx: Ctx, id: number): Promise<SeenArticle> {
  const row = await seenArticle(ctx, id);
  if (row.version === 0 || row.archived_at) throw notFound();
  return row;
}

/** One article: what is published, and for the desk what is being written. Refuses with not_found. */
export const articleAt = async (ctx: Ctx, id: number): Promise<Article> =>
  articleOf(ctx, await seenArticle(ctx, id));

/** A text as it would be shown, and what it names that no article is called. Refuses with not_found for an article that is not there. */
export async function previewText(ctx: Ctx, { body, lang, article }: Preview) {
  if (article !== undefined) await seenArticle(ctx, article);
  const kept = await keptText(ctx, body);
  const { html } = await linked(ctx, { id: article ?? 0, lang }, kept);
  return { html: html(kept), unknown_links: namedIn(kept).titles };
}

export async function listVersions(ctx: Ctx, id: number): Promise<Versions> {
  await seenArticle(ctx, id);
  const { version, title, published_at, published_by } = article_versions;
  const rows = await ctx.db
    .select({ version, title, at: published_at, by: people.name })
    .from(article_versions)
    .innerJoin(people, eq(people.id, published_by))
    .where(eq(article_versions.article_id, id))
    .orderBy(desc(version));
  return { items: rows.map(({ at, ...row }) => ({ ...row, at: moment(at, seenBy(ctx)) })) };
}

/** A version, and what is different in it against the one before. Refuses with not_found. */
export async function versionAt(ctx: Ctx, id: number, version: number): Promise<Version> {
  const article = await seenArticle(ctx, id);
  const rows = await ctx.db
    .select()
    .from(article_versions)
    .where(
      and(eq(article_versions.article_id, id), inArray(article_versions.version, [version, version - 1])),
    );
  const row = rows.find(each => each.version === version);
  const before = rows.find(each => each.version < version);
  if (!row) throw notFound();
  const source = row.source ?? row.body;
  const { html, written } = await linked(ctx, article, row.body, before?.body, source);
  const text = ({ title, summary, body }: typeof row) => [title, summary, written(body)].join('\n');
  return {
    version,
    title: row.title,
    summary: row.summary,
    html: html(row.body),
    text: written(source),
    lines: before ? differenceOf(text(before), text(row)) : [],
  };
}

/** Says whether the version that is published helped. Refuses with not_found for what cannot be voted on. */
export async function vote(ctx: Ctx, id: number, given: Vote): Promise<Article> {
  await insertVote(ctx, await publishedArticle(ctx, id), given);
  return articleAt(ctx, id);
}

const most_votes = 200;

/** What readers said, the newest first. */
export async function listVotes(ctx: Ctx, id: number): Promise<Votes> {
  await seenArticle(ctx, id);
  const rows = await ctx.db
    .select({
      version: article_votes.version,
      helped: article_votes.helped,
      why: article_votes.why,
      at: article_votes.at,
      by: people.name,
    })
    .from(article_votes)
    .innerJoin(people, eq(people.id, article_votes.person_id))
    .where(eq(article_votes.article_id, id))
    .orderBy(desc(article_votes.id))
    .limit(most_votes);
  return { items: rows.map(({ at, ...row }) => ({ ...row, at: moment(at, seenBy(ctx)) })) };
}
