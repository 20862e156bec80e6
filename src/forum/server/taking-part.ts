import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { answerCan, keepsForum, topicCan } from '../rules/policy.ts';
import type { Topic } from '../rules/topic.ts';
import { demandRate } from './asking.ts';
import { seenAnswer, seenTopic, topicAt } from './reading.ts';
import { factsOf } from './shapes.ts';
import {
  hasReported,
  holdTopic,
  insertMark,
  insertReport,
  putConsent,
  putFollower,
  putMeToo,
  removeFollower,
  removeMeToo,
  settleTopic,
  updateTopic,
  type Place,
} from './store.ts';
import { demand, stir, tell } from './telling.ts';
import { selectBesideTopic } from './beside.ts';

/** What readers do with a topic, beside writing on it. Each refuses not_found, not_allowed, not_now. Twice is once. */

/** She has the same question, or takes that back. */
export async function sayMeToo(ctx: Ctx, id: number, too: boolean): Promise<Topic> {
  await holdTopic(ctx, id);
  const row = await seenTopic(ctx, id);
  demand(ctx, row, topicCan(ctx.who, factsOf(row)).me_too);
  if (await (too ? putMeToo(ctx, id) : removeMeToo(ctx, id))) {
    await settleTopic(ctx, id);
    await stir(ctx, id);
    await tell(ctx, too ? 'topic_me_too' : 'topic_me_too_taken_back', { topic: id, answer: null });
  }
  return topicAt(ctx, id);
}

/** Follows a topic, or no more. */
export async function followTopic(ctx: Ctx, id: number, follow: boolean): Promise<Topic> {
  const row = await seenTopic(ctx, id);
  demand({ ...ctx }, { ...row, locked_at: null }, topicCan(ctx.who, factsOf(row)).follow);
  await (follow ? putFollower(ctx, id) : removeFollower(ctx, id));
  return topicAt(ctx, id);
}

/** Chooses the answer that solves it, or takes that back (null): the asker, or the desk. */
export async function acceptAnswer(ctx: Ctx, id: number, answer: number | null): Promise<Topic> {
  await holdTopic(ctx, id);
  const row = await seenTopic(ctx, id);
  demand(ctx, row, topicCan(ctx.who, factsOf(row)).accept);
  if (row.accepted_id === answer) return topicAt(ctx, id);
  const found = answer === null ? undefined : (await seenAnswer(ctx, answer)).answer;
  if (found && (found.topic_id !== id || found.hidden_at !== null)) throw notFound();
  await updateTopic(ctx, id, { accepted_id: answer });
  const place: Place = { topic: id, answer: answer ?? row.accepted_id };
  if (!row.mine && keepsForum(ctx.who))
    await insertMark(ctx, place, answer === null ? 'unaccepted' : 'accepted');
  await stir(ctx, id);
  const topic = await topicAt(ctx, id);
  await tell(ctx, answer === null ? 'topic_unaccepted' : 'topic_accepted', place);
  return topic;
}

/** The asker lets the desk open a ticket for her, or does not. */
export async function consent(ctx: Ctx, id: number, said: 'given' | 'refused'): Promise<Topic> {
  await holdTopic(ctx, id);
  const row = await seenTopic(ctx, id);
  const beside = await selectBesideTopic(ctx, row);
  if (ctx.code_wall && beside.ticket !== null && row.mine) throw notNow(has_ticket);
  demand(ctx, { ...row, locked_at: null }, topicCan(ctx.who, factsOf(row, beside)).consent);
  if (row.consent === said) return topicAt(ctx, id);
  await putConsent(ctx, id, said);
  await stir(ctx, id);
  const topic = await topicAt(ctx, id);
  await tell(ctx, said === 'given' ? 'topic_consented' : 'topic_consent_refused', {
    topic: id,
    answer: null,
  });
  return topic;
}

const has_ticket = {
  en: 'A ticket was opened already.',
  fr: 'Un billet a déjà été ouvert.',
};

/** Reports a question or an answer to the desk, with why. Whoever has done so is waited for. */
export async function report(ctx: Ctx, place: Place, why: string): Promise<Topic> {
  const { row, allowed, hidden_at } = await reportable(ctx, place);
  demand(ctx, { ...row, locked_at: null, hidden_at: row.hidden_at ?? hidden_at }, allowed);
  const of = { topic: row.id, answer: place.answer };
  if (!(await hasReported(ctx, of))) {
    await demandRate(ctx, 'report');
    await insertReport(ctx, of, why);
    await stir(ctx, row.id, 'desk');
    await tell(ctx, 'topic_reported', of);
  }
  return topicAt(ctx, row.id);
}

async function reportable(ctx: Ctx, place: Place) {
  if (place.answer === null) {
    const row = await seenTopic(ctx, place.topic);
    return { row, hidden_at: null, allowed: topicCan(ctx.who, factsOf(row)).report };
  }
  const { answer, topic } = await seenAnswer(ctx, place.answer);
  const { mine, hidden_at } = answer;
  const can = answerCan(ctx.who, { mine, hidden: hidden_at !== null, topic: factsOf(topic) });
  return { row: topic, hidden_at, allowed: can.report };
}
