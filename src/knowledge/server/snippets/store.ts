import { eq, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { putIn } from '../../rules/putting-in.ts';
import type { NewSnippet } from '../../rules/snippets.ts';
import { article_snippets, type ArticleRow, type SnippetRow } from '../tables.ts';

/** The snippets of articles, as rows. */

type Of = Pick<Ctx, 'db'>;

/** The snippets that these texts put in by their ids: what each is called, and what it says. */
export async function snippetsIn({ db }: Of, ...texts: (string | null | undefined)[]) {
  const { ids } = putIn(texts.join('\n'));
  const rows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(article_snippets)
          .where(sql`${article_snippets.id} = any (${sql.param(ids)}::integer[])`);
  return {
    nameOf: new Map(rows.map(({ id, name }) => [id, name])),
    bodyOf: new Map(rows.map(({ id, body }) => [id, body])),
  };
}

/** The snippets that are called so, by their names in small letters. */
export async function snippetIds({ db }: Of, names: readonly string[]): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const lower = sql<string>`lower(${article_snippets.name})`;
  const rows = await db
    .select({ id: article_snippets.id, name: lower })
    .from(article_snippets)
    .where(sql`${lower} = any (${sql.param(names.map(name => name.toLowerCase()))}::text[])`);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Whether a text puts the snippet in. */
const puts = (text: string, id = 'article_snippets.id') =>
  sql.raw(`position('{{#' || ${id} || '}}' in ${text}) > 0`);

const used_in = sql<{ id: number; title: string }[]>`(
  select coalesce(json_agg(json_build_object('id', a.id, 'title', coalesce(a.title, d.title)) order by a.id), '[]')
  from articles a left join article_drafts d on d.article_id = a.id where ${puts('a.source')} or ${puts('d.body')})`;

export interface SeenSnippet extends SnippetRow {
  by: string;
  used_in: { id: number; title: string }[];
}

export const selectSnippets = ({ db }: Of, id?: number): Promise<SeenSnippet[]> =>
  db
    .select({
      ...{ id: article_snippets.id, name: article_snippets.name, body: article_snippets.body },
      ...{ edition: article_snippets.edition, written_by: article_snippets.written_by },
      ...{ written_at: article_snippets.written_at, by: people.name, used_in },
    })
    .from(article_snippets)
    .innerJoin(people, eq(people.id, article_snippets.written_by))
    .where(id === undefined ? undefined : eq(article_snippets.id, id))
    .orderBy(sql`lower(${article_snippets.name})`);

export async function holdSnippet({ db }: Of, id: number): Promise<SnippetRow | undefined> {
  const [row] = await db.select().from(article_snippets).where(eq(article_snippets.id, id)).for('update');
  return row;
}

export async function insertSnippet({ db, who, now }: Ctx, given: NewSnippet): Promise<number> {
  const [made] = await db
    .insert(article_snippets)
    .values({ ...given, written_by: who.person_id, written_at: now })
    .returning({ id: article_snippets.id });
  return made!.id;
}

export const updateSnippet = (
  { db, who, now }: Ctx,
  id: number,
  given: NewSnippet & { edition: number },
): Promise<unknown> =>
  db
    .update(article_snippets)
    .set({ ...given, written_by: who.person_id, written_at: now })
    .where(eq(article_snippets.id, id));

export const deleteSnippet = ({ db }: Of, id: number): Promise<unknown> =>
  db.delete(article_snippets).where(eq(article_snippets.id, id));

/** The articles in use that show it, held until the transaction ends. */
export async function holdShowing({ db }: Of, id: number): Promise<ArticleRow['id'][]> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select id from articles where version > 0 and archived_at is null and ${puts('source', String(id))}
    order by id for update`);
  return rows.map(row => row.id);
}
