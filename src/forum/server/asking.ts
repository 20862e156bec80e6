import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { langOf } from '#knowledge/rules/suggesting/terms.ts';
import { Refusal } from '#platform/refusals.ts';
import { rates, waitFor, type WrittenKind } from '../rules/limits.ts';
import { answerCan, keepsForum, topicCan } from '../rules/policy.ts';
import { signatureOf, type NamesChoice, type Signature } from '../rules/signing.ts';
import type { NewAnswer, NewTopic, Topic, TopicEdit } from '../rules/topic.ts';
import { seenAnswer, seenTopic, topicAt } from './reading.ts';
import { factsOf } from './shapes.ts';
import {
  holdTopic,
  insertAnswer,
  insertAuthor,
  insertMark,
  insertTopic,
  insertVersion,
  keepVersionsInside,
  putFollower,
  settleTopic,
  updateAnswer,
  updateTopic,
  writtenLately,
  type Place,
} from './store.ts';
import { demand, stir, tell } from './telling.ts';

/** The deeds that write: a question, an answer, and what is changed in them. */

/** As whom this person writes: her school says it. */
async function signature({ db, who }: Ctx): Promise<Signature> {
  if (who.side === 'desk') return signatureOf(who, { school: '', names: 'person' });
  const { rows } = await db.execute<{ school: string; names: NamesChoice }>(sql`
    select s.name as school, coalesce(n.names, 'school') as names
    from schools s left join forum_names n on n.school_id = s.id where s.id = ${who.school_id}`);
  return signatureOf(who, rows[0]!);
}

/** Refuses too_many where a person of a school has written too much of late; what she typed stays hers to send. */
export async function demandRate(ctx: Ctx, kind: WrittenKind): Promise<void> {
  if (ctx.who.side === 'desk') return;
  const wait = waitFor(kind, await writtenLately(ctx, kind));
  if (wait !== undefined) throw new Refusal('too_many', rates[kind].says, { retry_after_seconds: wait });
}

/** Asks the forum. Whoever asks follows it. Refuses too_many. */
export async function askTopic(ctx: Ctx, given: NewTopic): Promise<Topic> {
  await demandRate(ctx, 'topic');
  const { may_open_ticket, ...written } = given;
  const id = await insertTopic(ctx, {
    ...written,
    lang: written.lang ?? langOf(`${written.title}\n${written.text}`),
    ...(await signature(ctx)),
    asked_at: ctx.now,
    last_at: ctx.now,
  });
  const place: Place = { topic: id, answer: null };
  await insertAuthor(ctx, place, ctx.who.side === 'school' && may_open_ticket ? 'given' : null);
  await putFollower(ctx, id);
  await settleTopic(ctx, id);
  await stir(ctx, id);
  const topic = await topicAt(ctx, id);
  await tell(ctx, 'topic_asked', place);
  return topic;
}

/** Answers a topic, and follows it from then on. Refuses not_found, too_many; not_now where it is locked or merged. */
export async function answerTopic(ctx: Ctx, id: number, { text, lang }: NewAnswer): Promise<Topic> {
  await holdTopic(ctx, id);
  const row = await seenTopic(ctx, id);
  demand(ctx, row, topicCan(ctx.who, factsOf(row)).answer);
  await demandRate(ctx, 'answer');
  const answer = await insertAnswer(ctx, {
    ...{ topic_id: id, written_on: id, lang: lang ?? langOf(text), text, written_at: ctx.now },
    ...(await signature(ctx)),
  });
  await insertAuthor(ctx, { topic: id, answer });
  await putFollower(ctx, id);
  await settleTopic(ctx, id);
  await stir(ctx, id);
  const topic = await topicAt(ctx, id);
  await tell(ctx, 'topic_answered', { topic: id, answer });
  return topic;
}

/** Changes a question; what it said stays readable. The same again is no change. Refuses not_found, not_allowed, not_now. */
export async function editTopic(ctx: Ctx, id: number, { title, text }: TopicEdit): Promise<Topic> {
  await holdTopic(ctx, id);
  const row = await seenTopic(ctx, id);
  demand(ctx, row, topicCan(ctx.who, factsOf(row)).edit);
  if (row.title === title && row.text === text) return topicAt(ctx, id);
  const place = { topic: id, answer: null };
  await keepVersion(ctx, place, { title: row.title, text: row.text, mine: row.mine });
  await updateTopic(ctx, id, { title, text, edited_at: ctx.now });
  return edited(ctx, place, id);
}

/** The same of an answer. */
export async function editAnswer(ctx: Ctx, id: number, text: string): Promise<Topic> {
  const { answer, topic } = await seenAnswer(ctx, id);
  await holdTopic(ctx, topic.id);
  const { mine, hidden_at } = answer;
  const can = answerCan(ctx.who, { mine, hidden: hidden_at !== null, topic: factsOf(topic) });
  demand(ctx, { ...topic, hidden_at: topic.hidden_at ?? hidden_at }, can.edit);
  if (answer.text === text) return topicAt(ctx, topic.id);
  const place = { topic: answer.written_on, answer: id };
  await keepVersion(ctx, place, { title: null, text: answer.text, mine });
  await updateAnswer(ctx, id, { text, edited_at: ctx.now });
  return edited(ctx, place, topic.id);
}

/** What the iGroup changes in another's text it takes out: from then on only the iGroup reads what was there. */
async function keepVersion(
  ctx: Ctx,
  place: Place,
  { mine, ...was }: { title: string | null; text: string; mine: boolean },
): Promise<void> {
  const keeps = !mine && keepsForum(ctx.who);
  if (keeps) {
    await keepVersionsInside(ctx, place);
    await insertMark(ctx, place, 'edited');
  }
  await insertVersion(ctx, place, {
    ...was,
    until: ctx.now,
    by_name: keeps ? ctx.who.name : null,
    inside: keeps,
  });
}

async function edited(ctx: Ctx, place: Place, id: number): Promise<Topic> {
  await settleTopic(ctx, id);
  await stir(ctx, id);
  const topic = await topicAt(ctx, id);
  await tell(ctx, 'topic_edited', place);
  return topic;
}
