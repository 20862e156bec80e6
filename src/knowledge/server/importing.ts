import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notValid } from '#platform/refusals.ts';
import type { PastTickets } from '../rules/suggestion.ts';
import { past_ticket_articles, past_tickets } from './tables.ts';

/**
 * Brings in solved tickets of another system with the articles that solved them. What it calls a ticket is there once:
 * the same again changes nothing, another text changes it. Refuses with not_valid for an article or a school that is not
 * there, and for a ticket that was closed before it was opened; then nothing of the batch is kept.
 */
export async function importTickets(ctx: Ctx, given: PastTickets) {
  given.forEach((ticket, place) => {
    if (Date.parse(ticket.closed) < Date.parse(ticket.opened))
      throw notValid(`${place}.closed`, closed_first);
    if (given.findIndex(each => each.external_id === ticket.external_id) !== place)
      throw notValid(`${place}.external_id`, twice);
  });
  await refuseUnknown(ctx, given);
  const { rows } = await ctx.db.execute<{ id: number; added: boolean }>(sql`
    insert into ${past_tickets} (external_id, school_id, subject, description, solution, opened, closed, imported_at)
    select external_id, school, subject, description, solution, opened, closed, ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as t (external_id text, school integer, subject text,
      description text, solution text, opened timestamptz, closed timestamptz)
    on conflict (external_id) do update set school_id = excluded.school_id, subject = excluded.subject,
      description = excluded.description, solution = excluded.solution, opened = excluded.opened,
      closed = excluded.closed, imported_at = excluded.imported_at
    where (past_tickets.school_id, past_tickets.subject, past_tickets.description, past_tickets.solution,
        past_tickets.opened, past_tickets.closed)
      is distinct from (excluded.school_id, excluded.subject, excluded.description, excluded.solution,
        excluded.opened, excluded.closed)
    returning id, (xmax = 0) as added`);
  const links = JSON.stringify(given.map(({ external_id, articles }) => ({ external_id, articles })));
  const linked = sql`(
    select p.id, a.article::integer as article from jsonb_to_recordset(${links}::jsonb) as t (external_id text, articles jsonb)
    join past_tickets p on p.external_id = t.external_id
    cross join lateral jsonb_array_elements_text(t.articles) as a (article))`;
  const { rows: gone } = await ctx.db.execute<{ id: number }>(sql`
    delete from past_ticket_articles l
    where l.past_ticket_id in (select p.id from past_tickets p
        where p.external_id = any (${sql.param(given.map(({ external_id }) => external_id))}::text[]))
      and (l.past_ticket_id, l.article_id) not in (select id, article from ${linked} k)
    returning l.past_ticket_id as id`);
  const { rows: come } = await ctx.db.execute<{ id: number }>(sql`
    insert into ${past_ticket_articles} (past_ticket_id, article_id) select id, article from ${linked} k
    on conflict do nothing returning past_ticket_id as id`);
  const touched = new Set([...rows, ...gone, ...come].map(({ id }) => id));
  const added = rows.filter(row => row.added).length;
  if (touched.size > 0)
    await recordDeed(ctx, {
      kind: 'past_tickets_imported',
      audience: 'desk',
      facts: { count: touched.size, first: Math.min(...touched), last: Math.max(...touched) },
    });
  return { added, changed: touched.size - added, same: given.length - touched.size };
}

async function refuseUnknown(ctx: Ctx, given: PastTickets): Promise<void> {
  const articles = [...new Set(given.flatMap(ticket => ticket.articles))];
  const schools = [...new Set(given.flatMap(({ school }) => school ?? []))];
  const { rows } = await ctx.db.execute<{ articles: number[]; schools: number[] }>(sql`
    select array(select x from unnest(${sql.param(articles)}::integer[]) x where x not in (select id from articles)) as articles,
      array(select x from unnest(${sql.param(schools)}::integer[]) x where x not in (select id from schools)) as schools`);
  const [unknown] = rows;
  if (unknown!.articles.length > 0) throw notValid('articles', noSuch('article', unknown!.articles[0]!));
  if (unknown!.schools.length > 0) throw notValid('school', noSuch('school', unknown!.schools[0]!));
}

const closed_first = { en: 'Closed before it was opened.', fr: 'Fermé avant d’avoir été ouvert.' };
const twice = { en: 'Twice in one batch.', fr: 'Deux fois dans le même envoi.' };
const noSuch = (what: 'article' | 'school', id: number) =>
  ({
    article: { en: `There is no article ${id}.`, fr: `Il n’y a pas d’article ${id}.` },
    school: { en: `There is no school ${id}.`, fr: `Il n’y a pas d’école ${id}.` },
  })[what];
