import { and, eq, exists, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Lang } from '#platform/schemas.ts';
import { tickets } from '#tickets/server/listed.ts';
import { article_uses } from '../tables.ts';

/** What was said to be wrong or missing, as rows; of tickets that one may see alone. */

export interface MarkLine extends Record<string, unknown> {
  id: number;
  kind: 'wrong' | 'missing';
  ticket: { number: number; subject: string; school: string };
  /** Null of what is missing. */
  article: { id: number; title: string; lang: Lang; version: number } | null;
  by: string;
  at: string;
}

const most = 200;

/** What is still to be looked at, the newest first. */
export async function selectMarks(ctx: Ctx): Promise<MarkLine[]> {
  const { rows } = await ctx.db.execute<MarkLine>(sql`
    select u.id, u.kind, u.at, p.name as by,
      json_build_object('number', tickets.number, 'subject', tickets.subject, 'school', s.name) as ticket,
      case when a.id is not null then json_build_object('id', a.id, 'lang', a.lang, 'version', coalesce(u.version, 0),
        'title', coalesce(a.title, (select d.title from article_drafts d where d.article_id = a.id))) end as article
    from ${article_uses} u join ${tickets} on tickets.number = u.ticket_number join schools s on s.id = tickets.school_id
      join people p on p.id = u.person_id left join articles a on a.id = u.article_id
    where u.undone_at is null and u.done_at is null and ${visibleTo(ctx, tickets.school_id)}
      and ((u.kind = 'wrong' and a.archived_at is null and a.version <= coalesce(u.version, 0))
        or (u.kind = 'missing' and not exists (
          select from ${article_uses} w join articles k on k.id = w.article_id
          where w.ticket_number = u.ticket_number and w.kind = 'written' and w.undone_at is null and w.id > u.id
            and k.archived_at is null)))
    order by u.id desc limit ${most}`);
  return rows.map(row => ({ ...row, id: Number(row.id) }));
}

/** Ticks a mark off, or puts it back on the list; whether there is such a one. Twice is once. */
export async function putMarkDone(ctx: Ctx, id: number, done: boolean): Promise<boolean> {
  const seen = ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(eq(tickets.number, article_uses.ticket_number), visibleTo(ctx, tickets.school_id)));
  const mark = and(
    ...[eq(article_uses.id, id), inArray(article_uses.kind, ['wrong', 'missing'])],
    ...[isNull(article_uses.undone_at), exists(seen)],
  );
  const [there] = await ctx.db.select({ id: article_uses.id }).from(article_uses).where(mark);
  if (!there) return false;
  await ctx.db
    .update(article_uses)
    .set(done ? { done_at: ctx.now, done_by: ctx.who.person_id } : { done_at: null, done_by: null })
    .where(and(mark, done ? isNull(article_uses.done_at) : isNotNull(article_uses.done_at)));
  return true;
}
