import { and, eq, isNull, sql } from 'drizzle-orm';
import { asSoftware, type Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { foundBy } from '#knowledge/rules/found.ts';
import type { Lang } from '#platform/schemas.ts';
import type { WrittenKind, WrittenLately } from '../rules/limits.ts';
import type { MarkKind } from '../rules/marks.ts';
import {
  forum_authors,
  forum_marks,
  topic_answers,
  topic_followers,
  topic_me_toos,
  topic_reports,
  topic_versions,
  topic_words,
  topics,
} from './tables.ts';

/** What is written of topics, answers, and those who take part in them. */

/** One text of the forum: a question, or one of the answers to it. */
export interface Place {
  topic: number;
  answer: number | null;
}

/** Nothing else is done with this topic until the transaction ends; whoever writes on it need not be able to change it. */
export const holdTopic = (ctx: Ctx, id: number): Promise<void> =>
  asSoftware(ctx, 'forum', async ({ db }) => {
    await db.execute(sql`select id from topics where id = ${id} for update`);
  });

export async function insertTopic({ db }: Ctx, row: typeof topics.$inferInsert): Promise<number> {
  const [made] = await db.insert(topics).values(row).returning({ id: topics.id });
  return made!.id;
}

export async function insertAnswer({ db }: Ctx, row: typeof topic_answers.$inferInsert): Promise<number> {
  const [made] = await db.insert(topic_answers).values(row).returning({ id: topic_answers.id });
  return made!.id;
}

export const insertAuthor = (
  { db, who, now }: Ctx,
  { topic, answer }: Place,
  consent: 'given' | null = null,
): Promise<unknown> =>
  db.insert(forum_authors).values({
    topic_id: topic,
    answer_id: answer,
    person_id: who.person_id,
    school_id: who.side === 'school' ? who.school_id : null,
    at: now,
    consent,
  });

export const updateTopic = (
  { db }: Pick<Ctx, 'db'>,
  id: number,
  set: Partial<typeof topics.$inferInsert>,
): Promise<unknown> => db.update(topics).set(set).where(eq(topics.id, id));

export const updateAnswer = (
  { db }: Pick<Ctx, 'db'>,
  id: number,
  set: Partial<typeof topic_answers.$inferInsert>,
): Promise<unknown> => db.update(topic_answers).set(set).where(eq(topic_answers.id, id));

export const insertVersion = (
  { db }: Ctx,
  { topic, answer }: Place,
  row: Omit<typeof topic_versions.$inferInsert, 'topic_id' | 'answer_id'>,
): Promise<unknown> => db.insert(topic_versions).values({ topic_id: topic, answer_id: answer, ...row });

const ofPlace = ({ topic, answer }: Place) =>
  answer === null ? sql`(topic_id = ${topic} and answer_id is null)` : sql`answer_id = ${answer}`;

/** What was said before is for the iGroup alone from now on. */
export const keepVersionsInside = ({ db }: Ctx, place: Place): Promise<unknown> =>
  db.update(topic_versions).set({ inside: true }).where(ofPlace(place));

/** Once for each person; whether it was new. */
export async function putMeToo({ db, who, now }: Ctx, topic: number): Promise<boolean> {
  const done = await db
    .insert(topic_me_toos)
    .values({ topic_id: topic, person_id: who.person_id, at: now })
    .onConflictDoNothing();
  return (done.rowCount ?? 0) > 0;
}

export async function removeMeToo({ db, who }: Ctx, topic: number): Promise<boolean> {
  const done = await db
    .delete(topic_me_toos)
    .where(and(eq(topic_me_toos.topic_id, topic), eq(topic_me_toos.person_id, who.person_id)));
  return (done.rowCount ?? 0) > 0;
}

/** Follows it, having read all that is there. */
export const putFollower = ({ db, who, now }: Ctx, topic: number): Promise<unknown> =>
  db
    .insert(topic_followers)
    .values({ topic_id: topic, person_id: who.person_id, looked_at: now })
    .onConflictDoUpdate({
      target: [topic_followers.topic_id, topic_followers.person_id],
      set: { looked_at: now, mentioned_at: null },
    });

const own = ({ who }: Ctx, topic: number) =>
  and(eq(topic_followers.topic_id, topic), eq(topic_followers.person_id, who.person_id));

export const removeFollower = (ctx: Ctx, topic: number): Promise<unknown> =>
  ctx.db.delete(topic_followers).where(own(ctx, topic));

export const putLook = (ctx: Ctx, topic: number): Promise<unknown> =>
  ctx.db.update(topic_followers).set({ looked_at: ctx.now, mentioned_at: null }).where(own(ctx, topic));

export const putConsent = (
  { db }: Ctx,
  topic: number,
  consent: 'asked' | 'given' | 'refused',
): Promise<unknown> =>
  db
    .update(forum_authors)
    .set({ consent })
    .where(and(eq(forum_authors.topic_id, topic), isNull(forum_authors.answer_id)));

export async function insertReport(
  { db, who, now }: Ctx,
  { topic, answer }: Place,
  why: string,
): Promise<number> {
  const [made] = await db
    .insert(topic_reports)
    .values({
      ...{ topic_id: topic, answer_id: answer, person_id: who.person_id, why, at: now },
      school_id: who.side === 'school' ? who.school_id : null,
    })
    .returning({ id: topic_reports.id });
  return made!.id;
}

/** Whether this person has reported this text and nobody has looked at that yet. */
export async function hasReported({ db, who }: Ctx, place: Place): Promise<boolean> {
  const found = await db
    .select({ id: topic_reports.id })
    .from(topic_reports)
    .where(and(eq(topic_reports.person_id, who.person_id), isNull(topic_reports.settled_at), ofPlace(place)));
  return found.length > 0;
}

/** The desk has looked at what was reported of a text, or at one report; the topic of each. */
export async function settleReports(
  { db, who, now }: Ctx,
  those: Place | { report: number },
): Promise<number[]> {
  const which = 'report' in those ? eq(topic_reports.id, those.report) : ofPlace(those);
  const rows = await db
    .update(topic_reports)
    .set({ settled_at: now, settled_by: who.person_id })
    .where(and(which, isNull(topic_reports.settled_at)))
    .returning({ topic: topic_reports.topic_id });
  return rows.map(({ topic }) => topic);
}

export const insertMark = (
  { db, who, now }: Ctx,
  { topic, answer }: Place,
  kind: MarkKind,
  why: string | null = null,
): Promise<unknown> =>
  db
    .insert(forum_marks)
    .values({ topic_id: topic, answer_id: answer, kind, by_id: who.person_id, at: now, why });

/** What this person wrote in the hour and the day before; she writes one thing at a time. */
export async function writtenLately({ db, who, now }: Ctx, kind: WrittenKind): Promise<WrittenLately> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('forum'), ${who.person_id})`);
  const before = (hours: number) =>
    sql`${new Date(now.getTime() - hours * 3_600_000).toISOString()}::timestamptz`;
  const wrote =
    kind === 'report'
      ? sql`topic_reports where`
      : sql`forum_authors where (answer_id is null) = ${kind === 'topic'} and`;
  const { rows } = await db.execute<WrittenLately & Record<string, unknown>>(sql`
    select count(*)::integer as day, (count(*) filter (where at > ${before(1)}))::integer as hour
    from ${wrote} person_id = ${who.person_id} and at > ${before(24)}`);
  return rows[0]!;
}

/**
 * Keeps what everybody reads of a topic in step with what is there: how many answers, whether somebody else than the asker
 * has answered, how many have the question too, when something was last said, and the words that it is found by.
 */
export async function settleTopic(ctx: Pick<Ctx, 'db' | 'now'>, id: number): Promise<void> {
  await asSoftware(ctx, 'forum', ({ db }) => settled(db, id));
}

async function settled(db: Db, id: number): Promise<void> {
  const { rows } = await db.execute<{ lang: Lang; title: string; texts: string[] }>(sql`
    update topics t set answers = found.answers, answered = found.answered, last_at = greatest(t.asked_at, found.last_at),
      me_toos = (select count(distinct m.person_id) from topic_me_toos m join topics x on x.id = m.topic_id
        where t.id in (x.id, x.merged_into))
    from (
      select count(a.id) as answers, max(a.written_at) as last_at,
        coalesce(bool_or(f.person_id <> asker.person_id), false) as answered
      from forum_authors asker left join topic_answers a on a.topic_id = ${id} and a.hidden_at is null
      left join forum_authors f on f.answer_id = a.id
      where asker.topic_id = ${id} and asker.answer_id is null) found
    where t.id = ${id}
    returning t.lang, t.title, array_prepend(t.text, array(select a.text from topic_answers a
      where a.topic_id = t.id and a.hidden_at is null
      union all select x.title || ' ' || x.text from topics x where x.merged_into = t.id)) as texts`);
  for (const { lang, title, texts } of rows) {
    const words = foundBy({ lang, title, summary: '', body: texts.join('\n') });
    const row = { topic_id: id, words: sql`array_to_tsvector(${sql.param(words)}::text[])` };
    await db
      .insert(topic_words)
      .values(row)
      .onConflictDoUpdate({ target: topic_words.topic_id, set: { words: row.words } });
  }
}
