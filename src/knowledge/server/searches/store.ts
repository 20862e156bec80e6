import { sql } from 'drizzle-orm';
import { asSoftware, type Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { keptWords, namesSomebody, searched_limits as limits } from '../../rules/searched.ts';
import { article_searches, article_searches_done } from '../tables.ts';

/** What was searched in vain, as rows: words, whose school, how often. */

const day_ms = 86_400_000;
const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
const since = (now: Date, days: number) => instant(new Date(now.getTime() - days * day_ms));

interface By {
  db: Db;
  now: Date;
  /** Whose it is: a school's; null for somebody of the desk, or not signed in. */
  school_id: number | null;
  by_desk: boolean;
}

/** Counts a search, where something of it may be kept. */
export async function countSearch({ db, now, school_id, by_desk }: By, typed: string): Promise<void> {
  const words = keptWords(typed);
  if (words === null || namesSomebody(words, await namesKnown(db, now, words))) return;
  const of_same = sql`s.school_id is not distinct from ${school_id}::integer and s.by_desk = ${by_desk}`;
  await db.execute(sql`
    insert into ${article_searches} (words, school_id, by_desk, first_at, last_at)
    select ${words}, ${school_id}::integer, ${by_desk}::boolean, ${instant(now)}, ${instant(now)}
    where exists (select from ${article_searches} s where s.words = ${words} and ${of_same})
      or (select count(*) from ${article_searches} s where ${of_same} and s.first_at > ${since(now, 1)}) < ${limits.new_a_day}
    on conflict (words, school_id, by_desk) do update set count = article_searches.count + 1, last_at = excluded.last_at`);
}

/** The people, of any school, of whose names a part is among the words: they are asked for to keep none of them. */
async function namesKnown(db: Db, now: Date, words: string): Promise<string[]> {
  return asSoftware({ db, now }, 'searches', async software => {
    const { rows } = await software.db.execute<{ name: string }>(sql`
      select distinct name from people
      where lower(name) like any (${sql.param(
        words
          .split(' ')
          .filter(word => word.length > 2)
          .map(word => `%${word}%`),
      )}::text[])`);
    return rows.map(({ name }) => name);
  });
}

export interface SearchLine extends Record<string, unknown> {
  words: string;
  times: number;
  schools: number;
  desk: boolean;
  last: string;
}

const most = 200;

/** What is still to be looked at, the most frequent first. */
export async function selectSearches({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<SearchLine[]> {
  const { rows } = await db.execute<SearchLine>(sql`
    select words, sum(count)::integer as times, count(school_id)::integer as schools,
      bool_or(by_desk) as desk, max(last_at) as last
    from ${article_searches} s
    where s.last_at > ${since(now, limits.kept_days)} and not exists (select from ${article_searches_done} d where d.words = s.words)
    group by words order by times desc, last desc, words limit ${most}`);
  return rows;
}

/** The editors have done with it: left, or by an article. Twice is once. */
export const putDone = (
  { db, who, now }: Ctx,
  words: string,
  article_id: number | null = null,
): Promise<unknown> =>
  db.execute(sql`
    insert into ${article_searches_done} (words, article_id, done_by, done_at)
    values (${words}, ${article_id}::integer, ${who.person_id}, ${instant(now)}) on conflict do nothing`);

export const takeUp = ({ db }: Pick<Ctx, 'db'>, words: string): Promise<unknown> =>
  db.execute(sql`delete from ${article_searches_done} where words = ${words} and article_id is null`);

/** Whether schools or others searched something in vain in the last week that nobody has looked at; the desk knows its own. */
export async function anyOfWeek(db: Db, now: Date): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from ${article_searches} s where s.last_at > ${since(now, 7)} and not s.by_desk
      and not exists (select from ${article_searches_done} d where d.words = s.words) limit 1`);
  return rows.length > 0;
}

export const forgetSearches = (db: Db, now: Date): Promise<unknown> =>
  db.execute(sql`delete from ${article_searches} where last_at < ${since(now, limits.kept_days)}`);
