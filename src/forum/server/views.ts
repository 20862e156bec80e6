import { sql, type SQL } from 'drizzle-orm';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import { stem_mark } from '#knowledge/rules/found.ts';
import { termsOf } from '#knowledge/rules/suggesting/terms.ts';
import { queryOf } from '#platform/text/fold.ts';
import type { Lang } from '#platform/schemas.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { Show } from '../rules/shows.ts';
import type { Signature } from '../rules/signing.ts';
import type { TopicsQuery } from '../rules/topic.ts';

/** What the screens read, each in one query. */

/** Who wrote it, which only the desk is told. */
export interface Person {
  id: number;
  name: string;
  school: { id: number; name: string } | null;
}

export interface HiddenRow {
  by: string;
  why: string;
  at: string;
}

export interface SeenTopic extends Signature, Record<string, unknown> {
  id: number;
  area: Category;
  lang: Lang;
  title: string;
  text: string;
  asked_at: string;
  edited_at: string | null;
  accepted_id: number | null;
  locked_at: string | null;
  hidden_at: string | null;
  merged_into: number | null;
  answers: number;
  answered: boolean;
  me_toos: number;
  last_at: string;
  raised_at: string | null;
  mine: boolean;
  me_too: boolean;
  following: boolean;
  fresh: boolean;
  mentioned: boolean;
  author: Person | null;
  consent: 'asked' | 'given' | 'refused' | null;
  reports: number;
}

/** The first wall: a school reads what is not hidden. */
export const inSight = (ctx: Ctx): SQL => (readsInside(ctx) ? sql`true` : sql`t.hidden_at is null`);

export const me = ({ who }: Ctx) => sql`${who.person_id}::integer`;

/** The author's row of a text: one's own for a school, any for the desk. */
const authorOf = (ctx: Ctx, of: SQL) =>
  sql`(select f.* from forum_authors f where ${of} ${readsInside(ctx) ? sql`` : sql`and f.person_id = ${me(ctx)}`})`;

export const personOf = (ctx: Ctx, author: SQL) =>
  readsInside(ctx)
    ? sql`(select json_build_object('id', p.id, 'name', p.name, 'school', case when s.id is not null then
        json_build_object('id', s.id, 'name', s.name) end)
      from people p left join schools s on s.id = ${author}.school_id where p.id = ${author}.person_id)`
    : sql`null::json`;

const openReports = (ctx: Ctx, those: SQL) =>
  readsInside(ctx)
    ? sql`(select count(*)::integer from topic_reports r where r.settled_at is null and ${those})`
    : sql`0`;

const columns = sql`t.id, t.area, t.lang, t.title, t.text, t.side, t.by_name, t.by_school, t.asked_at, t.edited_at, t.accepted_id,
  t.locked_at, t.hidden_at, t.merged_into, t.answers, t.answered, t.me_toos, t.last_at, t.raised_at`;

const seen = (ctx: Ctx) => sql`
  select ${columns}, coalesce(w.person_id = ${me(ctx)}, false) as mine, w.consent,
    exists (select from topic_me_toos m where m.topic_id = t.id and m.person_id = ${me(ctx)}) as me_too,
    l.person_id is not null as following, l.mentioned_at is not null as mentioned,
    coalesce(t.last_at > l.looked_at or l.mentioned_at is not null, false) as fresh,
    ${personOf(ctx, sql`w`)} as author, ${openReports(ctx, sql`r.topic_id = t.id`)} as reports
  from topics t
    left join lateral ${authorOf(ctx, sql`f.topic_id = t.id and f.answer_id is null`)} w on true
    left join topic_followers l on l.topic_id = t.id and l.person_id = ${me(ctx)}`;

export async function selectTopic(ctx: Ctx, id: number): Promise<SeenTopic | undefined> {
  const { rows } = await ctx.db.execute<SeenTopic>(sql`${seen(ctx)} where t.id = ${id} and ${inSight(ctx)}`);
  return rows[0];
}

/** Of a list: nobody has answered it, and somebody might. */
const unanswered = sql`(not t.answered and t.locked_at is null and t.hidden_at is null)`;
const waiting = sql`(t.raised_at is not null and ${unanswered})`;
const reported = sql`exists (select from topic_reports r where r.topic_id = t.id and r.settled_at is null)`;
const visible = sql`t.hidden_at is null`;

const showing: Record<Show, SQL> = {
  all: visible,
  unanswered,
  mine: sql`(w.person_id is not null and ${visible})`,
  followed: sql`(l.person_id is not null and ${visible})`,
  fresh: sql`((t.last_at > l.looked_at or l.mentioned_at is not null) and ${visible})`,
  waiting,
  reported,
  hidden: sql`(t.hidden_at is not null
    or exists (select from topic_answers a where a.topic_id = t.id and a.hidden_at is not null))`,
};

export interface After {
  last: number;
  id: number;
}

/** A page of topics, what was said last first; one more than `limit` tells that there is a next one. */
export async function selectTopics(
  ctx: Ctx,
  { area, show, q, like, limit }: TopicsQuery,
  after: After | undefined,
): Promise<SeenTopic[]> {
  const words = like ? likeQuery(like) : q ? queryOf(q) : undefined;
  if (like && !words) return [];
  const { rows } = await ctx.db.execute<SeenTopic>(sql`${seen(ctx)}
    where ${inSight(ctx)} and t.merged_into is null and ${show === 'mine' ? mineOf(ctx) : showing[show]}
      and ${area ? sql`t.area = ${area}` : sql`true`}
      and ${words ? sql`t.id in (select topic_id from topic_words where words @@ ${words}::tsquery)` : sql`true`}
      and ${after ? sql`(t.last_at, t.id) < (${new Date(after.last).toISOString()}::timestamptz, ${after.id}::integer)` : sql`true`}
    order by ${like ? sql`(select ts_rank(words, ${words}::tsquery) from topic_words where topic_id = t.id) desc,` : sql``}
      t.last_at desc, t.id desc limit ${limit + 1}`);
  return rows;
}

/** Any of the words that say something, by their stems. */
const likeQuery = (text: string): string | undefined =>
  termsOf(text)
    .map(stem => `'${stem_mark}${stem.replaceAll(/['\\\\]/g, '')}'`)
    .join(' | ') || undefined;

/** She asked it, or has answered it. */
const mineOf = (ctx: Ctx) => sql`(${visible} and t.id in (
  select coalesce(a.topic_id, f.topic_id) from forum_authors f left join topic_answers a on a.id = f.answer_id
  where f.person_id = ${me(ctx)}))`;

export async function countTopics(ctx: Ctx, area: Category | undefined) {
  const inside = readsInside(ctx);
  const count = (those: SQL) => sql`(count(*) filter (where ${those}))::integer`;
  const { rows } = await ctx.db.execute<{ unanswered: number; waiting: number; reported: number }>(sql`
    select ${count(unanswered)} as unanswered, ${inside ? count(waiting) : sql`0`} as waiting,
      ${inside ? count(reported) : sql`0`} as reported
    from topics t where ${inSight(ctx)} and t.merged_into is null and ${area ? sql`t.area = ${area}` : sql`true`}`);
  return rows[0]!;
}

export interface SeenAnswer extends Signature, Record<string, unknown> {
  id: number;
  topic_id: number;
  written_on: number;
  lang: Lang;
  text: string;
  written_at: string;
  edited_at: string | null;
  hidden_at: string | null;
  mine: boolean;
  author: Person | null;
  hiding: HiddenRow | null;
  reports: number;
}

/** Who hid a text last, and why; the desk reads it. */
export const hidingOf = (ctx: Ctx, of: SQL) =>
  readsInside(ctx)
    ? sql`(select json_build_object('by', p.name, 'why', m.why, 'at', m.at) from forum_marks m join people p on p.id = m.by_id
        where ${of} and m.kind = 'hidden' order by m.id desc limit 1)`
    : sql`null::json`;

const seenAnswers = (ctx: Ctx, of: SQL) => sql`
  select a.id, a.topic_id, a.written_on, a.lang, a.text, a.side, a.by_name, a.by_school, a.written_at, a.edited_at, a.hidden_at,
    coalesce(w.person_id = ${me(ctx)}, false) as mine, ${personOf(ctx, sql`w`)} as author,
    case when a.hidden_at is not null then ${hidingOf(ctx, sql`m.answer_id = a.id`)} end as hiding,
    ${openReports(ctx, sql`r.answer_id = a.id`)} as reports
  from topic_answers a left join lateral ${authorOf(ctx, sql`f.answer_id = a.id`)} w on true
  where ${of} and ${readsInside(ctx) ? sql`true` : sql`a.hidden_at is null`} order by a.written_at, a.id`;

export async function selectAnswers(ctx: Ctx, topic: number): Promise<SeenAnswer[]> {
  const { rows } = await ctx.db.execute<SeenAnswer>(seenAnswers(ctx, sql`a.topic_id = ${topic}`));
  return rows;
}

export async function selectAnswer(ctx: Ctx, id: number): Promise<SeenAnswer | undefined> {
  const { rows } = await ctx.db.execute<SeenAnswer>(seenAnswers(ctx, sql`a.id = ${id}`));
  return rows[0];
}
