import { and, desc, eq } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import { differenceOf } from '#platform/text/lines.ts';
import { moment } from '#sla/rules/moments.ts';
import type { Article, Articles, ArticlesQuery, Version, Versions, Vote, Votes } from '../rules/article.ts';
import { keptLinks, namedIn, writtenLinks } from '../rules/links.ts';
import { writesArticles } from '../rules/policy.ts';
import { articleOf, htmlFor, lineOf } from './shapes.ts';
import { insertVote } from './store.ts';
import { article_versions, article_votes, type ArticleRow } from './tables.ts';
import { countList, idsOf, selectArticle, selectList, titlesOf } from './views.ts';

/** Articles as they are read. */

export async function listArticles(ctx: Ctx, query: ArticlesQuery): Promise<Articles> {
  const rows = await selectList(ctx, query);
  return {
    items: rows.map(row => lineOf(ctx, row)),
    counts: await countList(ctx, query),
    can: { write: writesArticles(ctx.who) },
  };
}

/** One article: what is published, and for the desk what is being written. Refuses with not_found. */
export async function articleAt(ctx: Ctx, id: number): Promise<Article> {
  const row = await selectArticle(ctx, id);
  if (!row) throw notFound();
  return articleOf(ctx, row);
}

/** A text as it would be shown, and what it names that no article is called. */
export async function previewText(ctx: Ctx, body: string) {
  const kept = keptLinks(body, await idsOf(ctx, namedIn(body).titles));
  return { html: await htmlFor(ctx, kept), unknown_links: namedIn(kept).titles };
}

const versionsOf = (ctx: Ctx, id: number) =>
  ctx.db
    .select({
      version: article_versions.version,
      title: article_versions.title,
      summary: article_versions.summary,
      body: article_versions.body,
      at: article_versions.published_at,
      by: people.name,
    })
    .from(article_versions)
    .innerJoin(people, eq(people.id, article_versions.published_by))
    .where(eq(article_versions.article_id, id))
    .orderBy(desc(article_versions.version));

export async function listVersions(ctx: Ctx, id: number): Promise<Versions> {
  await articleAt(ctx, id);
  const rows = await versionsOf(ctx, id);
  return {
    items: rows.map(({ version, title, by, at }) => ({ version, title, by, at: moment(at, seenBy(ctx)) })),
  };
}

/** A version, and what is different in it against the one before. Refuses with not_found. */
export async function versionAt(ctx: Ctx, id: number, version: number): Promise<Version> {
  await articleAt(ctx, id);
  const rows = await versionsOf(ctx, id);
  const row = rows.find(each => each.version === version);
  if (!row) throw notFound();
  const before = rows.find(each => each.version === version - 1);
  const titleOf = await titlesOf(ctx, namedIn(`${row.body}\n${before?.body ?? ''}`).ids);
  const text = (of: typeof row) => [of.title, of.summary, writtenLinks(of.body, titleOf)].join('\n');
  return {
    version,
    title: row.title,
    summary: row.summary,
    html: await htmlFor(ctx, row.body),
    text: writtenLinks(row.body, titleOf),
    lines: before ? differenceOf(text(before), text(row)) : [],
  };
}

/** Says whether the version that is published helped. Refuses with not_found for what cannot be voted on. */
export async function vote(ctx: Ctx, id: number, given: Vote): Promise<Article> {
  const row = await selectArticle(ctx, id);
  if (!row || row.version === 0 || row.archived_at) throw notFound();
  await insertVote(ctx, row as ArticleRow, given);
  return articleAt(ctx, id);
}

const most_votes = 200;

/** What readers said, the newest first. */
export async function listVotes(ctx: Ctx, id: number): Promise<Votes> {
  await articleAt(ctx, id);
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
    .where(and(eq(article_votes.article_id, id)))
    .orderBy(desc(article_votes.id))
    .limit(most_votes);
  return { items: rows.map(({ at, ...row }) => ({ ...row, at: moment(at, seenBy(ctx)) })) };
}
