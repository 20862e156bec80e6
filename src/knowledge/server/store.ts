import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Vote } from '../rules/article.ts';
import { foundBy } from '../rules/found.ts';
import type { UseKind } from '../rules/use.ts';
import {
  article_drafts,
  article_uses,
  article_versions,
  article_words,
  article_votes,
  articles,
  type ArticleRow,
  type DraftRow,
} from './tables.ts';

/** All writes of this house. */

/** The article with what is being written, held until the transaction ends. */
export async function holdArticle(
  { db }: Pick<Ctx, 'db'>,
  id: number,
): Promise<{ article: ArticleRow; draft: DraftRow | null } | undefined> {
  const [article] = await db.select().from(articles).where(eq(articles.id, id)).for('update');
  if (!article) return undefined;
  const [draft] = await db.select().from(article_drafts).where(eq(article_drafts.article_id, id));
  return { article, draft: draft ?? null };
}

/** The article that another system calls so. */
export async function idOfExternal(
  { db }: Pick<Ctx, 'db'>,
  external_id: string,
): Promise<number | undefined> {
  const [row] = await db
    .select({ id: articles.id })
    .from(articles)
    .where(eq(articles.external_id, external_id));
  return row?.id;
}

export async function insertArticle(
  { db }: Pick<Ctx, 'db'>,
  row: typeof articles.$inferInsert,
): Promise<number> {
  const [made] = await db.insert(articles).values(row).returning({ id: articles.id });
  return made!.id;
}

export const updateArticle = (
  { db }: Pick<Ctx, 'db'>,
  id: number,
  set: Partial<typeof articles.$inferInsert>,
): Promise<unknown> => db.update(articles).set(set).where(eq(articles.id, id));

/** What is being written, in place of what was. */
export const putDraft = (
  { db }: Pick<Ctx, 'db'>,
  row: typeof article_drafts.$inferInsert,
): Promise<unknown> =>
  db.insert(article_drafts).values(row).onConflictDoUpdate({ target: article_drafts.article_id, set: row });

export const updateDraft = (
  { db }: Pick<Ctx, 'db'>,
  id: number,
  set: Partial<typeof article_drafts.$inferInsert>,
): Promise<unknown> => db.update(article_drafts).set(set).where(eq(article_drafts.article_id, id));

export const removeDraft = ({ db }: Pick<Ctx, 'db'>, id: number): Promise<unknown> =>
  db.delete(article_drafts).where(eq(article_drafts.article_id, id));

export const insertVersion = (
  { db }: Pick<Ctx, 'db'>,
  row: typeof article_versions.$inferInsert,
): Promise<unknown> => db.insert(article_versions).values(row);

/** What the published text is found by. */
export function putWords(
  { db }: Pick<Ctx, 'db'>,
  article_id: number,
  text: Parameters<typeof foundBy>[0],
): Promise<unknown> {
  const words = sql`array_to_tsvector(${sql.param(foundBy(text))}::text[])`;
  return db
    .insert(article_words)
    .values({ article_id, words })
    .onConflictDoUpdate({ target: article_words.article_id, set: { words } });
}

interface NewUse {
  article: Pick<ArticleRow, 'id' | 'version'> | null;
  kind: UseKind;
  ticket?: number;
  question?: string | undefined;
}

/**
 * Keeps what became of an article. Twice the same of a ticket is once; answers its row. What the editors have ticked off,
 * and what was said of an older version, is said anew.
 */
export async function insertUse(
  { db, who, now }: Ctx,
  { article, kind, ticket, question }: NewUse,
): Promise<number> {
  if (ticket !== undefined) {
    const [same] = await db
      .select({ id: article_uses.id })
      .from(article_uses)
      .where(
        and(
          eq(article_uses.ticket_number, ticket),
          eq(article_uses.kind, kind),
          article ? eq(article_uses.article_id, article.id) : undefined,
          sql`${article_uses.undone_at} is null and ${article_uses.done_at} is null`,
          kind === 'wrong' ? eq(article_uses.version, article!.version) : undefined,
        ),
      );
    if (same) return same.id;
  }
  const [made] = await db
    .insert(article_uses)
    .values({
      article_id: article?.id ?? null,
      version: article?.version ?? null,
      kind,
      ticket_number: ticket ?? null,
      school_id: who.side === 'school' ? who.school_id : null,
      person_id: who.person_id,
      at: now,
      question: kind === 'solved_it' ? question?.trim() || null : null,
    })
    .returning({ id: article_uses.id });
  return made!.id;
}

/** Takes back what one said oneself; what it was said of, where there was something. */
export async function undoUse({ db, who, now }: Ctx, id: number) {
  const [row] = await db
    .update(article_uses)
    .set({ undone_at: now })
    .where(
      and(
        eq(article_uses.id, id),
        eq(article_uses.person_id, who.person_id),
        sql`${article_uses.undone_at} is null`,
      ),
    )
    .returning({
      ticket: article_uses.ticket_number,
      kind: article_uses.kind,
      article: article_uses.article_id,
    });
  return row;
}

export const insertVote = (
  { db, who, now }: Ctx,
  { id: article_id, version }: Pick<ArticleRow, 'id' | 'version'>,
  { helped, why }: Vote,
): Promise<unknown> =>
  db.insert(article_votes).values({
    article_id,
    version,
    person_id: who.person_id,
    school_id: who.side === 'school' ? who.school_id : null,
    helped,
    why: why?.trim() || null,
    at: now,
  });
