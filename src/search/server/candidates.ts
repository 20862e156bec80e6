import { sql, type SQL } from 'drizzle-orm';
import { readsInside, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { spokenOf } from '#knowledge/rules/found.ts';
import { article_words, articles, published, readable } from '#knowledge/server/knowledge.ts';
import { schools } from '#schools/server/schools.ts';
import type { Category } from '#tickets/rules/categories.ts';
import { tickets, wordsIn } from '#tickets/server/listed.ts';
import { search_limits } from '../rules/limits.ts';
import type { FoundKind } from '../rules/kinds.ts';
import type { Text } from '../rules/matching.ts';

/** What may be found, as far as this person may read it: so many that each can be looked at, what fits best first. */

export interface Candidate extends Text {
  kind: FoundKind;
  id: number;
  area: Category | null;
}

const looked_at = search_limits.looked_at;
/** Of a message so much is looked at. */
const longest_message = 6_000;
const most_messages = 5;

/** Of so many the titles are looked at, to choose those that are looked at whole. */
const looked_over = 2_000;

/** What is sought: each part of it, and any of them. */
export interface Sought {
  parts: readonly string[];
  any: string;
}

/** How many of the parts a vector of words holds. */
const heldIn = ({ parts }: Sought, words: SQL) =>
  sql`(select count(*) from unnest(${sql.param([...parts])}::tsquery[]) part where ${words} @@ part)`;

/** The words of a title, folded as all words are. */
const wordsOfTitle = sql`array_to_tsvector(array_remove(regexp_split_to_array(lower(regexp_replace(
  normalize(title, nfkd), '[\u0300-\u036f''’ʼ\`]', '', 'g')), '[^[:alnum:]]+'), ''))`;

/**
 * The best of those that hold any: first what holds most parts, then what has most of them in its title and the least beside
 * them, then the newest. `offset 0` keeps the words of a title from being made once for each part.
 */
const bestOf = (sought: Sought, those: SQL, most: number) => sql`
  select * from (select *, ${wordsOfTitle} as title_words from (
    select *, ${heldIn(sought, sql`words`)} as held, ts_rank(words, ${sought.any}::tsquery) as rank
    from (${those}) those order by held desc, rank desc, id desc limit ${looked_over}) looked_over offset 0) titled
  order by held desc, ${heldIn(sought, sql`title_words`)} desc, length(title_words), rank desc, id desc limit ${most}`;

interface ArticleRow extends Record<string, unknown> {
  id: number;
  title: string;
  area: Category | null;
  summary: string;
  body: string;
}

export async function articlesWith(ctx: Ctx, sought: Sought): Promise<Candidate[]> {
  const those = sql`
    select ${articles.id} as id, ${articles.title} as title, ${articles.category} as area, ${articles.summary} as summary,
      ${articles.body} as body, ${article_words.words} as words
    from ${articles} join ${article_words} on ${article_words.article_id} = ${articles.id}
    where ${article_words.words} @@ ${sought.any}::tsquery and ${published} and ${readable(ctx)}`;
  const { rows } = await ctx.db.execute<ArticleRow>(
    sql`select id, title, area, summary, body from (${bestOf(sought, those, looked_at * 3)}) best`,
  );
  return rows.map(({ summary, body, ...row }) => ({
    ...{ kind: 'article', ...row },
    texts: [summary, spokenOf(body)].filter(Boolean),
  }));
}

interface TopicRow extends Record<string, unknown> {
  id: number;
  title: string;
  area: Category;
  texts: string[];
}

/** What nobody finds: a topic that is hidden, or goes on in another. */
const topicStands = sql`t.hidden_at is null and t.merged_into is null`;

/** Topics of the forum, by their question and what was answered: what is hidden is found by nobody. */
export async function topicsWith(ctx: Ctx, sought: Sought): Promise<Candidate[]> {
  const those = sql`
    select t.id, t.title, t.area, t.text, w.words from topics t join topic_words w on w.topic_id = t.id
    where w.words @@ ${sought.any}::tsquery and ${topicStands}`;
  const { rows } = await ctx.db.execute<TopicRow>(sql`
    select id, title, area, text || array(
      select left(a.text, ${longest_message}) from topic_answers a where a.topic_id = best.id and a.hidden_at is null
      order by a.id limit ${most_messages}) as texts
    from (${bestOf(sought, those, looked_at)}) best`);
  return rows.map(({ texts, ...row }) => ({ kind: 'topic', ...row, texts: texts.map(spokenOf) }));
}

interface TicketRow extends Record<string, unknown> {
  id: number;
  title: string;
  area: Category;
  school: string;
  texts: string[];
}

/** Tickets with the words in their subject, or in one message that this person may read. */
export async function ticketsWith(
  ctx: Ctx,
  query: string | undefined,
  number: number | undefined,
): Promise<Candidate[]> {
  const seen = visibleTo(ctx, tickets.school_id);
  const inside = readsInside(ctx);
  const { subjects, replies, notes } = wordsIn(ctx);
  const holds = sql`words @@ ${query}::tsquery`;
  const said = (those: SQL) => sql`(
    select ${tickets.number} from ${those} m join ${tickets} on ${tickets.number} = m.ticket_number
    where m.${holds} and ${seen} order by m.id desc limit ${looked_at})`;
  const messages = inside
    ? sql`(select id, ticket_number, words, text from replies union all
        select id, ticket_number, words, text from notes where taken_back_at is null)`
    : sql`(select id, ticket_number, words, text from replies)`;
  const numbers = query
    ? sql`(select ${tickets.number} from ${subjects} m join ${tickets} on ${tickets.number} = m.number
        where m.${holds} and ${seen} order by ${tickets.number} desc limit ${looked_at})
      union ${said(replies)} ${inside ? sql`union ${said(notes)}` : sql``} union`
    : sql``;
  const { rows } = await ctx.db.execute<TicketRow>(sql`
    select ${tickets.number} as id, ${tickets.subject} as title, ${tickets.category} as area, ${schools.name} as school,
      array(select left(m.text, ${longest_message}) from ${messages} m where m.ticket_number = ${tickets.number}
        and ${query ? sql`m.${holds}` : sql`true`} order by m.id limit ${most_messages}) as texts
    from ${tickets} join ${schools} on ${schools.id} = ${tickets.school_id}
    where ${tickets.number} in (${numbers} select ${number ?? 0}::integer) and ${seen}
    order by ${tickets.number} desc limit ${looked_at * 2}`);
  return rows.map(({ school, texts, ...row }) => ({
    ...{ kind: 'ticket', ...row },
    texts: texts.length > 0 ? texts : ctx.who.side === 'desk' ? [school] : [],
  }));
}

/** Schools by their names, codes and towns: the desk's. */
export async function schoolsWith(ctx: Ctx, words: readonly string[]): Promise<Candidate[]> {
  if (words.length === 0 || !readsInside(ctx)) return [];
  const like = sql.param(words.map(word => `% ${word.replaceAll(/[\\%_]/g, '')}%`));
  const { rows } = await ctx.db.execute<{ id: number; name: string; code: string; town: string | null }>(sql`
    select id, name, code, town from schools where (' ' || found_by) like any (${like}::text[])
    order by lower(name), id limit ${looked_at}`);
  return rows.map(({ id, name, code, town }) => ({
    ...{ kind: 'school', id, title: name, area: null },
    texts: [[code, town].filter(Boolean).join(' · ')],
  }));
}

const newest = 500;

/**
 * The words of what this person may read, each with how many texts hold it: of articles, topics of the forum and tickets,
 * the newest of each, and of schools.
 */
export async function wordsKnown(ctx: Ctx): Promise<Map<string, number>> {
  const { rows } = await ctx.db.execute<{ word: string; count: number }>(sql`
    select word, count(*)::integer as count from (
      select unnest(tsvector_to_array(w.words)) as word from (
        select ${article_words.words} as words from ${articles} join ${article_words} on ${article_words.article_id} = ${articles.id}
        where ${published} and ${readable(ctx)} order by ${articles.id} desc limit ${newest}) w
      union all
      select unnest(tsvector_to_array(f.words)) from (
        select w.words from topics t join topic_words w on w.topic_id = t.id where ${topicStands}
        order by t.id desc limit ${newest}) f
      union all
      select unnest(tsvector_to_array(t.words)) from (
        select ${tickets}.words from ${tickets} where ${visibleTo(ctx, tickets.school_id)}
        order by ${tickets.number} desc limit ${newest}) t
      ${readsInside(ctx) ? sql`union all select unnest(string_to_array(found_by, ' ')) from schools` : sql``}
    ) all_words where word not like '=%' and length(word) > 2 group by 1`);
  return new Map(rows.map(({ word, count }) => [word, count]));
}
