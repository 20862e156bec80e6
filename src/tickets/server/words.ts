import { sql } from 'drizzle-orm';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import { queryOf } from '#platform/text/fold.ts';

/** Where the words of tickets are sought: subjects by `number`, the others by `ticket_number`. */
export type WordsIn = ReturnType<typeof rowsOf>;

/** For the desk in views that have its wall as a condition, so that the indexes of words are used (migration 0037). */
const views: WordsIn = {
  subjects: sql`ticket_words`,
  replies: sql`reply_words`,
  notes: sql`note_words`,
  fields: sql`field_words`,
};

/** In the rows themselves, ticket by ticket: a school's are few. */
const rowsOf = (ctx: Ctx) => ({
  subjects: sql`tickets`,
  replies: sql`replies`,
  notes: sql`(select id, ticket_number, words from notes where taken_back_at is null)`,
  fields: readsInside(ctx)
    ? sql`ticket_fields`
    : sql`(select ticket_number, words from ticket_fields where audience = 'school')`,
});

export const wordsIn = (ctx: Ctx): WordsIn => (ctx.who.side === 'desk' ? views : rowsOf(ctx));

/** From so many messages on, a page is full before an index has told all that hold the words. */
const many = 20_000;

/** The same for one page of a list: what is said everywhere is asked ticket by ticket, which ends with the page. */
export async function wordsOfPage(ctx: Ctx, typed: string | undefined): Promise<WordsIn> {
  const query = typed && queryOf(typed);
  if (!query || ctx.who.side !== 'desk') return wordsIn(ctx);
  const { rows } = await ctx.db.execute<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    sql`explain (format json) select from reply_words where words @@ ${query}::tsquery`,
  );
  return rows[0]!['QUERY PLAN'][0].Plan['Plan Rows'] < many ? views : rowsOf(ctx);
}
