import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { moment } from '#sla/rules/moments.ts';
import { keepersOfSchools, leads } from '#accounts/rules/policy.ts';
import { readTopicNotices } from '#tickets/server/tickets.ts';
import { inside_shows } from '../rules/shows.ts';
import type { OfArticle, Reports, TextVersions, Topic, Topics, TopicsQuery } from '../rules/topic.ts';
import { selectBesideTopic, selectOfArticle, selectReports, selectVersions } from './beside.ts';
import { lineOf, topicOf } from './shapes.ts';
import { putLook, type Place } from './store.ts';
import {
  countTopics,
  selectAnswer,
  selectAnswers,
  selectTopic,
  selectTopics,
  type After,
  type SeenAnswer,
  type SeenTopic,
} from './views.ts';

/** The forum as it is read. */

/** A page of topics, what was said last first. Refuses not_valid; not_found for a list that is the desk's. */
export async function listTopics(ctx: Ctx, query: TopicsQuery): Promise<Topics> {
  if (ctx.code_wall && ctx.who.side === 'school' && inside_shows.has(query.show)) throw notFound();
  const rows = await selectTopics(
    ctx,
    query,
    query.cursor === undefined ? undefined : readCursor(query.cursor),
  );
  const items = rows.slice(0, query.limit);
  return {
    items: items.map(row => lineOf(ctx, row)),
    next: rows.length > query.limit && !query.like ? cursorOf(items.at(-1)!) : null,
    counts: await countTopics(ctx, query.area),
    can: { set_days: keepersOfSchools(ctx.who), set_names: leads(ctx.who) },
  };
}

const cursorOf = ({ last_at, id }: SeenTopic): string =>
  Buffer.from(`${new Date(last_at).getTime()}.${id}`).toString('base64url');

function readCursor(cursor: string): After {
  const found = /^(\d{1,15})\.(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!found)
    throw notValid('cursor', {
      en: 'This is not a cursor of this list.',
      fr: 'Ce n’est pas un curseur de cette liste.',
    });
  return { last: Number(found[1]), id: Number(found[2]) };
}

/** The row of a topic that one may read. Refuses with not_found. */
export async function seenTopic(ctx: Ctx, id: number): Promise<SeenTopic> {
  const row = await selectTopic(ctx, id);
  if (!row) throw notFound();
  return row;
}

/** The row of an answer that one may read, with its topic. Refuses with not_found. */
export async function seenAnswer(ctx: Ctx, id: number): Promise<{ answer: SeenAnswer; topic: SeenTopic }> {
  const answer = await selectAnswer(ctx, id);
  if (!answer) throw notFound();
  return { answer, topic: await seenTopic(ctx, answer.topic_id) };
}

/** A topic with its answers; one that was merged says in which it goes on. Refuses with not_found. */
export async function topicAt(ctx: Ctx, id: number): Promise<Topic> {
  const row = await seenTopic(ctx, id);
  return topicOf(ctx, row, {
    answers: await selectAnswers(ctx, id),
    beside: await selectBesideTopic(ctx, row),
  });
}

/** She has read all that is there: it is new to her no more. */
export async function lookAtTopic(ctx: Ctx, id: number): Promise<Record<string, never>> {
  await seenTopic(ctx, id);
  await putLook(ctx, id);
  if (ctx.who.side === 'desk') await readTopicNotices(ctx, id);
  return {};
}

export async function versionsOf(ctx: Ctx, place: Place): Promise<TextVersions> {
  await (place.answer === null ? seenTopic(ctx, place.topic) : seenAnswer(ctx, place.answer));
  const rows = await selectVersions(ctx, place);
  return {
    items: rows.map(({ text, until, by_name, ...row }) => ({
      ...row,
      by: by_name,
      html: htmlOf(text),
      until: moment(new Date(until), seenBy(ctx)),
    })),
  };
}

/** What was reported and nobody has looked at, the oldest first. */
export async function listReports(ctx: Ctx): Promise<Reports> {
  const rows = await selectReports(ctx);
  return {
    items: rows.map(({ topic_id, title, answer_id, at, ...row }) => ({
      ...row,
      topic: { id: topic_id, title },
      answer: answer_id,
      at: moment(new Date(at), seenBy(ctx)),
    })),
  };
}

/** The topics that an article was made of. */
export const topicsOfArticle = async (ctx: Ctx, article: number): Promise<OfArticle> => ({
  items: await selectOfArticle(ctx, article),
});
