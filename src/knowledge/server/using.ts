import { sql } from 'drizzle-orm';
import type { Software } from '#accounts/rules/who.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound } from '#platform/refusals.ts';
import type { Category } from '#tickets/rules/categories.ts';
import { seenTicket } from '#tickets/server/listed.ts';
import { asked_again_hours, isAskedAgain } from '../rules/asked-again.ts';
import { travels_hours, type DeskUse, type SchoolUse } from '../rules/use.ts';
import { publishedArticle, seenArticle } from './reading.ts';
import { insertUse, undoUse } from './store.ts';
import { selectTaught } from './suggesting/reading.ts';

/** What became of articles for those who read them. */

/** A school's person has read an article, tried it, or it solved her problem. Refuses with not_found. */
export async function useArticle(
  ctx: Ctx,
  id: number,
  { kind, question }: SchoolUse,
): Promise<{ id: number }> {
  const article = await publishedArticle(ctx, id);
  const use = await insertUse(ctx, { article, kind, question });
  if (kind === 'solved_it') await tellSolved(ctx, 'article_solved_it', { article: id, use });
  return { id: use };
}

/** The desk says of a ticket which article solved it, was wrong, or went to the school; or that none says it. */
export async function useOnTicket(ctx: Ctx, number: number, given: DeskUse): Promise<{ id: number }> {
  const ticket = await seenTicket(ctx, number);
  const article = given.kind === 'missing' ? null : await seenArticle(ctx, given.article);
  const id = await insertUse(ctx, { article, kind: given.kind, ticket: number });
  await tell(ctx, ticket);
  return { id };
}

/** Takes back what one said oneself. Refuses with not_found. */
export async function takeUseBack(ctx: Ctx, id: number): Promise<void> {
  const undone = await undoUse(ctx, id);
  if (!undone) throw notFound();
  const { ticket, kind, article } = undone;
  if (ticket !== null) await tell(ctx, await seenTicket(ctx, ticket));
  else if (kind === 'solved_it') await tellSolved(ctx, 'article_not_solved', { article: article!, use: id });
}

/** The line of the story of what an article did without a ticket; the index follows it. */
const tellSolved = (ctx: Ctx, kind: string, facts: { article: number; use: number }) =>
  recordDeed(ctx, {
    kind,
    audience: ctx.who.side,
    ...(ctx.who.side === 'school' && { school_id: ctx.who.school_id }),
    facts,
  });

/** The line of the ticket's story, for the desk; the index follows it. */
const tell = (ctx: Ctx, { number, school_id }: { number: number; school_id: number }) =>
  recordDeed(ctx, { kind: 'answer_marked', audience: 'desk', ticket_number: number, school_id });

const software: Software = { side: 'system', job: 'answers' };

/**
 * Puts what somebody read and tried with the ticket that she opened after it (S20), and what had solved it with the
 * ticket that asks it after all: that is no answer without a ticket any more.
 */
export const traveller: EventReader = {
  name: 'answers',
  async read(db, position) {
    const { rows } = await db.execute<{ last: string | null; tickets: number[] }>(sql`
      select max(position) as last, coalesce(array_agg(ticket_number) filter (where kind = 'opened'), '{}') as tickets
      from (select * from events where position > ${position} order by position limit 500) e`);
    for (const number of rows[0]!.tickets) await travel(db, number);
    await notSolved(db, rows[0]!.tickets);
    return Number(rows[0]!.last ?? position);
  },
};

async function travel(db: Db, number: number): Promise<void> {
  const { rows } = await db.execute(sql`
    update article_uses u set ticket_number = t.number from tickets t
    where t.number = ${number} and u.person_id = t.requester_id and u.ticket_number is null and u.kind in ('read', 'tried')
      and u.undone_at is null and not t.inside and u.school_id = t.school_id
      and u.at < t.opened_at and u.at > t.opened_at - make_interval(hours => ${travels_hours})
    returning u.id`);
  if (rows.length > 0) await sendSignal(db, { to: 'desk', kind: 'answers', facts: { ticket: number } });
}

interface SolvedBefore extends Record<string, unknown> {
  use: string;
  article: number;
  ticket: number;
  school_id: number;
  question: string | null;
  about: Category | null;
  subject: string;
  category: Category;
  opened_at: string;
}

/** What its requester said within a day before was solved, and what the ticket asks again. */
async function notSolved(db: Db, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  const { rows } = await db.execute<SolvedBefore>(sql`
    select u.id as use, u.article_id as article, t.number as ticket, u.school_id, u.question, a.category as about,
      t.subject, t.category, t.opened_at
    from tickets t join article_uses u on u.person_id = t.requester_id and u.school_id = t.school_id
      join articles a on a.id = u.article_id
    where t.number = any (${sql.param([...numbers])}::integer[]) and not t.inside
      and u.kind = 'solved_it' and u.ticket_number is null and u.undone_at is null
      and u.at <= t.opened_at and u.at > t.opened_at - make_interval(hours => ${asked_again_hours})
    order by t.number, u.id`);
  if (rows.length === 0) return;
  const texts = await selectTaught(db, { numbers: rows.map(({ ticket }) => ticket) });
  const again = rows.filter(({ question, about, ticket, subject, category }) => {
    const text = texts.find(({ id }) => id === ticket)?.text ?? '';
    return isAskedAgain({ question, category: about }, { subject, text, category });
  });
  for (const { use, ticket, article, school_id, opened_at } of again) {
    const { rowCount } = await db.execute(sql`
      update article_uses set ticket_number = ${ticket} where id = ${use} and ticket_number is null`);
    // It teaches no more, either.
    if (rowCount === 1)
      await recordDeed(
        { who: software, db, now: new Date(opened_at) },
        {
          ...{ kind: 'article_asked_after_all', audience: 'desk', school_id },
          facts: { article, use: Number(use), ticket },
        },
      );
  }
}
