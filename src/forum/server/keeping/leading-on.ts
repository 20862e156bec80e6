import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Lang } from '#platform/schemas.ts';
import { notNow } from '#platform/refusals.ts';
import { NewArticle } from '#knowledge/rules/article.ts';
import type { ArticleKind } from '#knowledge/rules/kinds.ts';
import type { TakingPart } from '#knowledge/rules/without-names.ts';
import { beginArticle } from '#knowledge/server/knowledge.ts';
import { openTicket } from '#tickets/server/tickets.ts';
import { topicCan } from '../../rules/policy.ts';
import { articleFrom } from '../../rules/to-article.ts';
import type { Topic } from '../../rules/topic.ts';
import { seenTopic, topicAt } from '../reading.ts';
import { factsOf } from '../shapes.ts';
import { holdTopic, putConsent } from '../store.ts';
import { topic_articles, topic_tickets } from '../tables.ts';
import { demand, stir, tell } from '../telling.ts';
import { selectBesideTopic } from '../beside.ts';
import { selectAnswers, type SeenTopic } from '../views.ts';

/** What a topic becomes: an article, or a ticket of who asked. */

async function heldWithBeside(ctx: Ctx, id: number) {
  await holdTopic(ctx, id);
  const row = await seenTopic(ctx, id);
  const beside = await selectBesideTopic(ctx, row);
  return { row: { ...row, locked_at: null }, beside, can: topicCan(ctx.who, factsOf(row, beside)) };
}

const ofTopic = (id: number) => ({ topic: id, answer: null });

/**
 * Begins an article from the question and the answer that was accepted, without the names of who takes part, mail
 * addresses and telephone numbers. Twice is once. Refuses not_found, not_now.
 */
export async function makeArticle(ctx: Ctx, id: number, kind: ArticleKind): Promise<Topic> {
  const { row, beside, can } = await heldWithBeside(ctx, id);
  if (beside.article !== null) return topicAt(ctx, id);
  demand(ctx, row, can.article);
  const answers = await selectAnswers(ctx, id);
  const accepted = answers.find(answer => answer.id === row.accepted_id);
  const { title, body } = articleFrom({
    ...{ lang: row.lang, title: row.title, question: row.text },
    answer: accepted?.text ?? null,
    known: await takingPart(ctx, id),
  });
  const article = await beginArticle(
    ctx,
    NewArticle.parse({ kind, audience: 'schools', category: row.area, lang: row.lang, title, body }),
  );
  await ctx.db
    .insert(topic_articles)
    .values({ topic_id: id, article_id: article.id, by_id: ctx.who.person_id, at: ctx.now });
  await stir(ctx, id);
  const topic = await topicAt(ctx, id);
  await tell(ctx, 'topic_made_article', ofTopic(id), { article: article.id });
  return topic;
}

/** Who took part, and of which schools. */
async function takingPart({ db }: Ctx, id: number): Promise<TakingPart> {
  const { rows } = await db.execute<{ person: string; school: string | null; code: string }>(sql`
    select distinct p.name as person, s.name as school, s.code
    from forum_authors f join people p on p.id = f.person_id left join schools s on s.id = f.school_id
      left join topic_answers a on a.id = f.answer_id
    where ${id}::integer in (f.topic_id, a.topic_id)`);
  return {
    people: rows.map(({ person }) => person),
    schools: rows.flatMap(({ school, code }) => (school === null ? [] : [{ name: school, code }])),
  };
}

/** Asks whoever asked the forum whether the desk may open a ticket for her. Twice is once. */
export async function askConsent(ctx: Ctx, id: number): Promise<Topic> {
  const { row, can } = await heldWithBeside(ctx, id);
  if (row.consent === 'asked') return topicAt(ctx, id);
  demand(ctx, row, can.ask_consent);
  await putConsent(ctx, id, 'asked');
  await ctx.db.execute(sql`
    update topic_followers set mentioned_at = ${ctx.now.toISOString()}::timestamptz
    where topic_id = ${id} and person_id = (
      select person_id from forum_authors where topic_id = ${id} and answer_id is null)`);
  await stir(ctx, id);
  const topic = await topicAt(ctx, id);
  await tell(ctx, 'topic_consent_asked', ofTopic(id));
  return topic;
}

/** Opens a ticket for whoever asked, who has agreed to it. Twice is once. Refuses not_now without her consent. */
export async function makeTicket(ctx: Ctx, id: number): Promise<Topic> {
  const { row, beside, can } = await heldWithBeside(ctx, id);
  if (beside.ticket !== null) return topicAt(ctx, id);
  if (ctx.code_wall && row.side === 'school' && row.consent !== 'given') throw notNow(no_consent);
  demand(ctx, row, can.open_ticket);
  const asker = row.author!;
  const { number } = await openTicket(ctx, {
    ...{ school: asker.school!.id, requester: asker.id, channel: 'web' },
    ...{ subject: row.title, category: row.area, impact: 'one_person', urgency: 'normal' },
    ...textsOf(row),
  });
  await ctx.db.insert(topic_tickets).values({
    ...{ topic_id: id, ticket_number: number, school_id: asker.school!.id },
    ...{ by_id: ctx.who.person_id, at: ctx.now },
  });
  await stir(ctx, id);
  const topic = await topicAt(ctx, id);
  await tell(ctx, 'topic_made_ticket', ofTopic(id), { ticket: number });
  return topic;
}

const no_consent = {
  en: 'Whoever asked has not agreed to a ticket yet. Ask for it in the topic.',
  fr: 'La personne qui a posé la question n’a pas encore accepté un billet. Demandez-le dans le sujet.',
};

/** Each side reads from where it came on its own page. */
function textsOf({ id, lang, text }: SeenTopic): { description: string; note: string } {
  const from: Record<Lang, string> = { en: 'Asked in the forum', fr: 'Demandé dans le forum' };
  return {
    description: `${text}\n\n[${from[lang]}](/forum/${id})`,
    note: `[${from[lang]}](/desk/forum/${id})`,
  };
}
