import { sql } from 'drizzle-orm';
import { readsInside, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { tickets } from '#tickets/server/listed.ts';
import type { Article } from '../rules/article.ts';
import { withoutNames, type TakingPart } from '../rules/without-names.ts';
import { article_uses } from './tables.ts';

/** What an article has to do with the ticket from which it is written: nothing that tells who it was (S21), and a way back. */

/** Each of these texts without who was on the ticket, its schools, and numbers that are somebody's. */
export async function bareOf<T extends Record<string, string>>(
  ctx: Ctx,
  ticket: number,
  texts: T,
): Promise<T> {
  const known = await takingPart(ctx, ticket);
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, withoutNames(text, known)]),
  ) as T;
}

/**
 * Who asked, was put on it, wrote, works it or called; with them whoever else is at the school or the desk, who may be
 * spoken of. What is joined to the ticket is shown on it, so its people are of it too.
 */
async function takingPart({ db }: Ctx, ticket: number): Promise<TakingPart> {
  const of = sql`(select t.* from tickets t where t.number = ${ticket} or t.number in (
    select case when j.from_number = ${ticket} then j.to_number else j.from_number end from joinings j
    where ${ticket} in (j.from_number, j.to_number) and j.undone_at is null))`;
  const { rows } = await db.execute<{ name: string; takes_part: boolean }>(sql`
    with of_it as ${of},
      taking as (
        select unnest(array[requester_id, assignee_id, opened_by, passed_to]) as id from of_it
        union select person_id from ticket_people where ticket_number in (select number from of_it)
        union select author_id from replies where ticket_number in (select number from of_it)
        union select author_id from notes where ticket_number in (select number from of_it))
    select p.name, p.id in (select id from taking where id is not null) as takes_part from people p
    where p.school_id is null or p.school_id in (select school_id from of_it) or p.id in (select id from taking)
    union all select caller, true from of_it where caller is not null`);
  const { rows: schools } = await db.execute<{ name: string; code: string }>(sql`
    select name, code from schools where id in (select school_id from ${of} of_it)`);
  const named = (takes_part: boolean) =>
    rows.filter(row => row.takes_part === takes_part).map(({ name }) => name);
  return { people: named(true), spoken_of: named(false), schools };
}

/** The tickets from which an article was written, of those that one may see; the desk is told of them alone. */
export async function ticketsBehind(ctx: Ctx, article: number): Promise<Article['from_tickets']> {
  if (!readsInside(ctx)) return [];
  const { rows } = await ctx.db.execute<{ number: number; subject: string }>(sql`
    select distinct tickets.number, tickets.subject
    from ${article_uses} u join ${tickets} on tickets.number = u.ticket_number
    where u.article_id = ${article} and u.kind = 'written' and u.undone_at is null and ${visibleTo(ctx, tickets.school_id)}
    order by tickets.number`);
  return rows;
}
