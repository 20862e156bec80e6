import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import type { Category } from '#tickets/rules/categories.ts';
import { answerCan, topicCan } from '../../rules/policy.ts';
import type { Topic } from '../../rules/topic.ts';
import { seenAnswer, seenTopic, topicAt } from '../reading.ts';
import { factsOf } from '../shapes.ts';
import {
  holdTopic,
  insertMark,
  settleReports,
  settleTopic,
  updateAnswer,
  updateTopic,
  type Place,
} from '../store.ts';
import { topic_answers, topics } from '../tables.ts';
import { demand, stir, tell } from '../telling.ts';

/**
 * How the desk keeps the forum in order. Each deed can be taken back, is marked with who and why, and is no deed where it is
 * so already. They refuse not_found, and not_now where the topic was merged or hidden.
 */

async function heldTopic(ctx: Ctx, id: number) {
  await holdTopic(ctx, id);
  const row = await seenTopic(ctx, id);
  return { row, can: topicCan(ctx.who, factsOf(row)) };
}

async function done(ctx: Ctx, kind: string, place: Place, whom: 'all' | 'desk' = 'all'): Promise<Topic> {
  await stir(ctx, place.topic, whom);
  const topic = await topicAt(ctx, place.topic);
  await tell(ctx, kind, place);
  return topic;
}

const ofTopic = (id: number): Place => ({ topic: id, answer: null });

/** Puts a topic into another area. */
export async function moveTopic(ctx: Ctx, id: number, area: Category): Promise<Topic> {
  const { row, can } = await heldTopic(ctx, id);
  demand(ctx, row, can.move);
  if (row.area === area) return topicAt(ctx, id);
  await updateTopic(ctx, id, { area });
  await insertMark(ctx, ofTopic(id), 'moved');
  return done(ctx, 'topic_moved', ofTopic(id));
}

/** Locks a topic, so that nothing more is written there, or opens it again. */
export async function lockTopic(ctx: Ctx, id: number, locked: boolean): Promise<Topic> {
  const { row, can } = await heldTopic(ctx, id);
  demand(ctx, row, can.lock);
  if ((row.locked_at !== null) === locked) return topicAt(ctx, id);
  await updateTopic(ctx, id, { locked_at: locked ? ctx.now : null });
  await insertMark(ctx, ofTopic(id), locked ? 'locked' : 'unlocked');
  return done(ctx, locked ? 'topic_locked' : 'topic_unlocked', ofTopic(id));
}

/** Hides a topic with all that is in it from schools, with why, and what was reported of it is done; null shows it again. */
export async function hideTopic(ctx: Ctx, id: number, why: string | null): Promise<Topic> {
  const { row, can } = await heldTopic(ctx, id);
  demand(ctx, { ...row, hidden_at: null }, can.hide);
  if ((row.hidden_at !== null) === (why !== null)) return topicAt(ctx, id);
  // What was merged into it goes with it.
  await ctx.db
    .update(topics)
    .set({ hidden_at: why === null ? null : ctx.now })
    .where(sql`${topics.id} = ${id} or ${topics.merged_into} = ${id}`);
  await marked(ctx, ofTopic(id), why);
  return done(ctx, why === null ? 'topic_shown' : 'topic_hidden', ofTopic(id));
}

/** The same for one answer; where it was the accepted one, none is. */
export async function hideAnswer(ctx: Ctx, id: number, why: string | null): Promise<Topic> {
  const found = await seenAnswer(ctx, id);
  const { row } = await heldTopic(ctx, found.topic.id);
  const { mine, hidden_at } = found.answer;
  const can = answerCan(ctx.who, { mine, hidden: hidden_at !== null, topic: factsOf(row) });
  demand(ctx, row, can.hide);
  const place = { topic: row.id, answer: id };
  if ((hidden_at !== null) === (why !== null)) return topicAt(ctx, row.id);
  await updateAnswer(ctx, id, { hidden_at: why === null ? null : ctx.now });
  if (why !== null && row.accepted_id === id) await updateTopic(ctx, row.id, { accepted_id: null });
  await marked(ctx, place, why);
  await settleTopic(ctx, row.id);
  return done(ctx, why === null ? 'topic_shown' : 'topic_hidden', place);
}

async function marked(ctx: Ctx, place: Place, why: string | null): Promise<void> {
  await insertMark(ctx, place, why === null ? 'shown' : 'hidden', why);
  if (why !== null) await settleReports(ctx, place);
}

/**
 * Merges a topic into another: its answers come along, its question is read there, and its address leads there. What had
 * been merged into it goes on there too. Refuses not_found for the other one as well.
 */
export async function mergeTopic(ctx: Ctx, id: number, into: number): Promise<Topic> {
  // In one order, so that two merges never wait for each other.
  for (const each of [id, into].sort((a, b) => a - b)) await holdTopic(ctx, each);
  const row = await seenTopic(ctx, id);
  const target = await seenTopic(ctx, into);
  if (row.merged_into === into) return topicAt(ctx, into);
  demand(ctx, row, topicCan(ctx.who, factsOf(row)).merge);
  if (id === into || target.merged_into !== null || target.hidden_at !== null) throw notNow(no_target);
  await ctx.db.update(topic_answers).set({ topic_id: into }).where(eq(topic_answers.topic_id, id));
  await ctx.db
    .update(topics)
    .set({ merged_into: into })
    .where(sql`${topics.id} = ${id} or ${topics.merged_into} = ${id}`);
  await followAlong(ctx, id, into);
  await insertMark(ctx, ofTopic(id), 'merged');
  await settleTopic(ctx, into);
  await stir(ctx, id);
  return done(ctx, 'topic_merged', ofTopic(into));
}

/** Who followed it follows where it goes on. */
const followAlong = ({ db }: Ctx, id: number, into: number): Promise<unknown> =>
  db.execute(sql`
    insert into topic_followers (topic_id, person_id, looked_at)
    select ${into}::integer, person_id, looked_at from topic_followers where topic_id = ${id}
    on conflict do nothing`);

/** Takes a merged topic out again, with the answers that were written on it. */
export async function partTopic(ctx: Ctx, id: number): Promise<Topic> {
  const found = await seenTopic(ctx, id);
  if (found.merged_into === null) return topicAt(ctx, id);
  for (const each of [id, found.merged_into].sort((a, b) => a - b)) await holdTopic(ctx, each);
  const row = await seenTopic(ctx, id);
  const from = row.merged_into;
  if (from === null) return topicAt(ctx, id);
  demand(ctx, { ...row, merged_into: null }, topicCan(ctx.who, factsOf(row)).part);
  await ctx.db.update(topic_answers).set({ topic_id: id }).where(eq(topic_answers.written_on, id));
  await updateTopic(ctx, id, { merged_into: null });
  const target = await seenTopic(ctx, from);
  const accepted =
    target.accepted_id === null ? undefined : (await seenAnswer(ctx, target.accepted_id)).answer;
  if (accepted && accepted.topic_id !== from) await updateTopic(ctx, from, { accepted_id: null });
  await insertMark(ctx, ofTopic(id), 'parted');
  await settleTopic(ctx, id);
  await settleTopic(ctx, from);
  await stir(ctx, from);
  return done(ctx, 'topic_parted', ofTopic(id));
}

const no_target = {
  en: 'It cannot be merged into that one: choose a topic that is there for everybody.',
  fr: 'Impossible de le fusionner avec celui-là : choisissez un sujet visible de tous.',
};

/** The desk has looked at a report. Refuses with not_found; twice is once. */
export async function settleReport(ctx: Ctx, id: number): Promise<Record<string, never>> {
  const [topic] = await settleReports(ctx, { report: id });
  if (topic === undefined) {
    const { rows } = await ctx.db.execute(sql`select id from topic_reports where id = ${id}`);
    if (rows.length === 0) throw notFound();
    return {};
  }
  await stir(ctx, topic, 'desk');
  await tell(ctx, 'topic_report_settled', ofTopic(topic));
  return {};
}
