import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound } from '#platform/refusals.ts';
import { seenTicket } from '#tickets/server/listed.ts';
import { travels_hours, type DeskUse, type SchoolUse } from '../rules/use.ts';
import { publishedArticle, seenArticle } from './reading.ts';
import { insertUse, undoUse } from './store.ts';

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

/** Puts what somebody read and tried with the ticket that she opened after it (S20). */
export const traveller: EventReader = {
  name: 'answers',
  async read(db, position) {
    const { rows } = await db.execute<{ last: string | null; tickets: number[] }>(sql`
      select max(position) as last, coalesce(array_agg(ticket_number) filter (where kind = 'opened'), '{}') as tickets
      from (select * from events where position > ${position} order by position limit 500) e`);
    for (const number of rows[0]!.tickets) await travel(db, number);
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
