import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { Lang } from '#platform/schemas.ts';
import type { ForWhom } from '../../rules/policy.ts';
import type { TicketText } from '../../rules/suggesting/suggesting.ts';

/** What the index of answers is made of, read as the software. */

export interface ToSuggest extends ForWhom {
  id: number;
  title: string;
  summary: string;
  body: string;
  lang: Lang;
}

/** The articles that are published: all, or of these. */
export async function selectToSuggest(db: Db, ids: readonly number[] | undefined): Promise<ToSuggest[]> {
  const { rows } = await db.execute<ToSuggest & Record<string, unknown>>(sql`
    select id, title, summary, body, lang, audience, for_roles, stage1_only from articles
    where version > 0 and archived_at is null
      and ${ids ? sql`id = any (${sql.param([...ids])}::integer[])` : sql`true`} order by id`);
  return rows;
}

export interface TaughtTicket extends TicketText {
  school_id: number | null;
  /** Not for everybody of the desk, or not for its school. */
  hidden: boolean;
}

/** Which tickets: these, or so many below one, the newest first. */
type Which = { numbers: readonly number[] } | { before: number; most: number };

/** Tickets with what was asked, what solved them, and by which articles. */
export async function selectTaught(db: Db, which: Which): Promise<TaughtTicket[]> {
  const [where, most] =
    'numbers' in which
      ? [sql`t.number = any (${sql.param([...which.numbers])}::integer[])`, sql``]
      : [sql`t.number < ${which.before}::integer`, sql`limit ${which.most}`];
  const { rows } = await db.execute<TaughtTicket & Record<string, unknown>>(sql`
    select t.number as id, t.subject as title, t.school_id, t.inside or t.request is not null as hidden,
      coalesce((select r.text from replies r where r.ticket_number = t.number order by r.id limit 1), '') as text,
      case when t.resolution_code is null then '' else coalesce((
        select r.text from replies r join people p on p.id = r.author_id
        where r.ticket_number = t.number and p.school_id is null order by r.id desc limit 1), '') end as solution,
      (select coalesce(json_agg(distinct u.article_id), '[]') from article_uses u
        where u.ticket_number = t.number and u.kind = 'solved' and u.undone_at is null) as articles
    from tickets t where ${where} order by t.number desc ${most}`);
  return rows;
}

/** As `selectTaught`, of another system's tickets, which have ids below zero. */
export async function selectPast(
  db: Db,
  which: { ids: readonly [from: number, to: number] } | { before: number; most: number },
): Promise<TaughtTicket[]> {
  const where: SQL =
    'ids' in which
      ? sql`t.id between ${which.ids[0]}::integer and ${which.ids[1]}::integer`
      : sql`t.id < ${which.before}::integer order by t.id desc limit ${which.most}`;
  const { rows } = await db.execute<TaughtTicket & Record<string, unknown>>(sql`
    select -t.id as id, t.subject as title, t.description as text, t.solution, t.school_id, false as hidden,
      (select coalesce(json_agg(a.article_id), '[]') from past_ticket_articles a where a.past_ticket_id = t.id) as articles
    from past_tickets t where ${where}`);
  return rows;
}

/** What was typed where an article solved it without a ticket. */
export async function selectClicks(
  db: Db,
  after: number,
): Promise<{ id: number; question: string; article: number }[]> {
  const { rows } = await db.execute<{ id: string; question: string; article: number }>(sql`
    select id, question, article_id as article from article_uses
    where question is not null and undone_at is null and ticket_number is null and id > ${after} order by id`);
  return rows.map(row => ({ ...row, id: Number(row.id) }));
}

/** The last of what has happened. */
export async function selectLearned(db: Db): Promise<number> {
  const { rows } = await db.execute<{ last: string | null }>(sql`select max(position) as last from events`);
  return Number(rows[0]!.last ?? 0);
}

const most_events = 500;

/** What the index is to read again, after a position. */
export async function whatHappened(db: Db, position: number) {
  const { rows } = await db.execute<{
    last: string | null;
    count: number;
    tickets: number[];
    articles: number[];
    clicks: number[];
    taken_back: number[];
    past_from: number | null;
    past_to: number | null;
    synonyms: boolean;
  }>(sql`
    select max(position) as last, count(*)::integer as count,
      coalesce(array_agg(distinct ticket_number) filter (where ticket_number is not null), '{}') as tickets,
      coalesce(array_agg(distinct (facts ->> 'article')::integer)
        filter (where kind like 'article\\_%' and facts ? 'article'), '{}') as articles,
      coalesce(array_agg((facts ->> 'use')::integer) filter (where kind = 'article_solved_it'), '{}') as clicks,
      coalesce(array_agg((facts ->> 'use')::integer)
        filter (where kind in ('article_not_solved', 'article_asked_after_all')), '{}') as taken_back,
      min((facts ->> 'first')::integer) filter (where kind = 'past_tickets_imported') as past_from,
      max((facts ->> 'last')::integer) filter (where kind = 'past_tickets_imported') as past_to,
      coalesce(bool_or(kind in ('synonym_added', 'synonym_removed')), false) as synonyms
    from (select * from events where position > ${position} order by position limit ${most_events}) e`);
  const { last, count, past_from, past_to, ...what } = rows[0]!;
  return {
    ...what,
    past: past_from === null ? null : ([past_from, past_to!] as const),
    position: Number(last ?? position),
    more: count === most_events,
  };
}
