import { sql } from 'drizzle-orm';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import { readable } from '#knowledge/server/knowledge.ts';
import type { Lang } from '#platform/schemas.ts';
import type { MarkKind } from '../rules/marks.ts';
import type { Signature } from '../rules/signing.ts';
import type { Place } from './store.ts';
import { hidingOf, inSight, me, personOf, type HiddenRow, type Person, type SeenTopic } from './views.ts';

/** What the screens read beside topics and answers, each in one query. */

/** What stands beside a topic: what was merged into it, what became of it, and for the desk what was done with it. */
export async function selectBesideTopic(ctx: Ctx, topic: SeenTopic) {
  const inside = readsInside(ctx);
  const { who } = ctx;
  const ofTicket = inside ? sql`true` : sql`k.school_id = ${who.side === 'school' ? who.school_id : 0}`;
  const { rows } = await ctx.db.execute<Beside>(sql`
    select (select coalesce(json_agg(json_build_object('id', t.id, 'lang', t.lang, 'title', t.title, 'text', t.text,
          'side', t.side, 'by_name', t.by_name, 'by_school', t.by_school, 'asked_at', t.asked_at,
          'mine', exists (select from forum_authors f where f.topic_id = t.id and f.answer_id is null and f.person_id = ${me(ctx)}),
          'author', (select ${personOf(ctx, sql`w`)} from forum_authors w where w.topic_id = t.id and w.answer_id is null))
          order by t.asked_at), '[]')
        from topics t where t.merged_into = ${topic.id} and ${inSight(ctx)}) as merged,
      (select json_build_object('id', articles.id, 'title', coalesce(articles.title, ${inside ? sql`(select d.title from article_drafts d where d.article_id = articles.id)` : sql`''`}))
        from topic_articles x join articles on articles.id = x.article_id
        where x.topic_id = ${topic.id} and ${readable(ctx)}) as article,
      (select k.ticket_number from topic_tickets k where k.topic_id = ${topic.id} and ${ofTicket}) as ticket,
      ${topic.hidden_at === null ? sql`null::json` : hidingOf(ctx, sql`m.topic_id = ${topic.id} and m.answer_id is null`)} as hiding,
      ${
        inside
          ? sql`(select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'by', p.name, 'why', m.why, 'at', m.at) order by m.id), '[]')
        from forum_marks m join people p on p.id = m.by_id where m.topic_id = ${topic.id})`
          : sql`'[]'::json`
      } as marks`);
  return rows[0]!;
}

interface Beside extends Record<string, unknown> {
  merged: (Signature & {
    id: number;
    lang: Lang;
    title: string;
    text: string;
    asked_at: string;
    mine: boolean;
    author: Person | null;
  })[];
  article: { id: number; title: string } | null;
  ticket: number | null;
  hiding: HiddenRow | null;
  marks: { id: number; kind: MarkKind; by: string; why: string | null; at: string }[];
}

/** What a text said before, the newest first. */
export async function selectVersions(ctx: Ctx, { topic, answer }: Place) {
  const { rows } = await ctx.db.execute<{
    id: number;
    title: string | null;
    text: string;
    until: string;
    by_name: string | null;
    inside: boolean;
  }>(sql`
    select v.id, v.title, v.text, v.until, v.by_name, v.inside from topic_versions v
    where ${answer === null ? sql`v.topic_id = ${topic} and v.answer_id is null` : sql`v.answer_id = ${answer}`}
      and ${readsInside(ctx) ? sql`true` : sql`not v.inside`} order by v.id desc`);
  return rows;
}

/** What was reported and nobody has looked at, the oldest first. */
export async function selectReports(ctx: Ctx) {
  const { rows } = await ctx.db.execute<{
    id: number;
    topic_id: number;
    title: string;
    answer_id: number | null;
    text: string;
    why: string;
    by: string;
    school: string | null;
    at: string;
  }>(sql`
    select r.id, t.id as topic_id, t.title, r.answer_id, left(coalesce(a.text, t.text), 300) as text, r.why,
      p.name as by, s.name as school, r.at
    from topic_reports r left join topic_answers a on a.id = r.answer_id
      join topics t on t.id = coalesce(a.topic_id, r.topic_id)
      join people p on p.id = r.person_id left join schools s on s.id = r.school_id
    where r.settled_at is null order by r.id limit 200`);
  return rows;
}

/** The topics that an article was made of. */
export async function selectOfArticle(ctx: Ctx, article: number) {
  const { rows } = await ctx.db.execute<{ id: number; title: string }>(sql`
    select t.id, t.title from topic_articles x join topics t on t.id = x.topic_id
    where x.article_id = ${article} and ${inSight(ctx)} order by t.id`);
  return rows;
}
