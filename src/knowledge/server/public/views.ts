import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { Lang } from '#platform/schemas.ts';
import { articles } from '../tables.ts';
import { published } from '../views.ts';

/** What everybody reads. The one wall here is this condition: published, and for the public. */

export const for_everybody = and(published, eq(articles.audience, 'public'));

const { id, kind, category, lang, title, summary, version } = articles;
const line = {
  id,
  kind,
  category,
  lang,
  version,
  title: sql<string>`${title}`,
  summary: sql<string>`${summary}`,
};

/** Frequent questions first, then those in the reader's language, then what was used most of late. */
export const publicArticles = (db: Db, seen: { lang: Lang }) =>
  db
    .select(line)
    .from(articles)
    .where(for_everybody)
    .orderBy(
      desc(sql`${kind} = 'faq'`),
      desc(sql`${lang} = ${seen.lang}`),
      desc(articles.recent_uses),
      sql`lower(${title})`,
      id,
    )
    .limit(200);

export async function publicArticle(db: Db, which: number) {
  const { body, published_at, review_on } = articles;
  const [row] = await db
    .select({ ...line, body: sql<string>`${body}`, published_at, review_on })
    .from(articles)
    .where(and(for_everybody, eq(id, which)));
  return row && { ...row, published_at: row.published_at! };
}

/** Of these articles the lines of those that everybody may read. */
export const publicLines = (db: Db, ids: readonly number[]) =>
  db
    .select(line)
    .from(articles)
    .where(and(for_everybody, sql`${id} = any (${sql.param([...ids])}::integer[])`));

/** The titles of these articles, of those that everybody may read. */
export async function publicTitles(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await publicLines(db, ids);
  return new Map(rows.map(row => [row.id, row.title]));
}
