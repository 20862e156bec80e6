import { and, desc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import { inStage1 } from '#accounts/rules/who.ts';
import { onSeenTicket, readsInside, type Ctx } from '#accounts/server/acting.ts';
import { status_limits } from '../rules/kinds.ts';
import type { NoticesQuery } from '../rules/notice.ts';
import { under_way } from '../rules/problem.ts';
import type { ToldMove } from '../rules/states.ts';
import { status_notices as notices, status_systems, type NoticeRow } from './tables.ts';

/** What the screens read, each in one query. */

/** The first wall: the iGroup reads all; a school what is published, by the audience of it. */
export function readable({ who, code_wall }: Pick<Ctx, 'who' | 'code_wall'>): SQL {
  if (!code_wall || who.side === 'desk') return sql`true`;
  return sql`(${notices.published_at} is not null and (${notices.audience} in ('public', 'schools')
    or ${notices.audience} = ${inStage1(who) ? 'stage1' : 'before_stage1'}
    or (${notices.audience} = 'some' and exists (select from status_notice_schools s
      where s.notice_id = ${notices.id} and s.school_id = ${who.school_id}))))`;
}

export interface UpdateSeen {
  id: string;
  text: string;
  move: ToldMove | null;
  at: string;
  by: string;
  by_id: number;
  leaves_at: string;
  told: boolean;
}

interface Named {
  id: number;
  name: string;
}

export interface MeTooSeen {
  at: string;
  browser: string | null;
  system: string | null;
  computers: number | null;
  works: boolean | null;
  ticket: number | null;
}

export interface InsideSeen {
  by: string;
  schools: Named[];
  tickets: number;
  open_tickets: number;
  me_toos: number;
  computers: number;
  affected_schools: number;
}

export type SeenNotice = NoticeRow & {
  system: { id: number; name_en: string; name_fr: string };
  updates: UpdateSeen[];
  me_too: MeTooSeen | null;
  inside: InsideSeen | null;
};

/** A school hears of an update when it is told; the iGroup also of one that waits. */
const updatesOf = (ctx: Pick<Ctx, 'who' | 'code_wall'>) => sql<UpdateSeen[]>`(
  select coalesce(json_agg(json_build_object('id', u.id, 'text', u.text, 'move', u.move,
    'at', coalesce(u.told_at, u.written_at), 'by', p.name, 'by_id', u.written_by, 'leaves_at', u.leaves_at,
    'told', u.told_at is not null) order by u.written_at desc, u.id), '[]')
  from status_updates u left join people p on p.id = u.written_by
  where u.notice_id = ${notices.id} and u.taken_back_at is null
    and ${readsInside(ctx) ? sql`true` : sql`u.told_at is not null`})`;

const own = ({ who }: Pick<Ctx, 'who'>) => sql`me.notice_id = ${notices.id} and me.taken_back_at is null
  and me.person_id = ${who.person_id}`;
const meTooOf = (ctx: Pick<Ctx, 'who'>) => sql<MeTooSeen | null>`(
  select json_build_object('at', me.said_at, 'browser', me.browser, 'system', me.system, 'computers', me.computers,
    'works', me.works, 'ticket', me.ticket_number) from status_me_toos me where ${own(ctx)})`;

/** Whom it is for by name, and who is affected: no school is told of another. */
const insideOf = (ctx: Pick<Ctx, 'who' | 'code_wall'>) =>
  readsInside(ctx)
    ? sql<InsideSeen | null>`(
  select json_build_object('by', (select p.name from people p where p.id = ${notices.written_by}),
    'schools', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by lower(c.name), c.id), '[]')
      from status_notice_schools s join schools c on c.id = s.school_id where s.notice_id = ${notices.id}),
    'tickets', count(*) filter (where a.number is not null), 'open_tickets', count(*) filter (where a.open),
    'me_toos', count(*) filter (where a.number is null), 'computers', coalesce(sum(a.computers), 0),
    'affected_schools', count(distinct a.school_id))
  from (
    select g.school_id, g.ticket_number as number, t.state = any (${sql.param([...under_way])}::text[]) as open, null::integer as computers
    from status_gathered g join tickets t on t.number = g.ticket_number
    where g.notice_id = ${notices.id} and g.parted_at is null and ${onSeenTicket(ctx, sql`g.ticket_number`)}
    union all
    select m.school_id, null, false, m.computers from status_me_toos m
    where m.notice_id = ${notices.id} and m.taken_back_at is null) a)`
    : sql<InsideSeen | null>`null::json`;

const seen = (ctx: Pick<Ctx, 'who' | 'code_wall' | 'db'>) =>
  ctx.db
    .select({
      ...getTableColumns(notices),
      system: {
        id: status_systems.id,
        name_en: status_systems.name_en,
        name_fr: status_systems.name_fr,
      },
      updates: updatesOf(ctx).as('updates'),
      me_too: meTooOf(ctx).as('me_too'),
      inside: insideOf(ctx).as('inside'),
    })
    .from(notices)
    .innerJoin(status_systems, eq(status_systems.id, notices.system_id))
    .$dynamic();

export async function selectNotice(ctx: Ctx, id: string): Promise<SeenNotice | undefined> {
  const [row] = await seen(ctx).where(and(eq(notices.id, id), readable(ctx)));
  return row;
}

const at = (time: Date) => sql`${time.toISOString()}::timestamptz`;
const hours = 3_600_000;

/** Not over: written, planned or running, by its times as states.ts has it. */
const goesOn = (now: Date): SQL => sql`(${notices.state} = 'draft' or (${notices.state} = 'open'
  and not (${notices.kind} = 'planned_work' and ${notices.ends_at} is not null and ${notices.ends_at} <= ${at(now)})))`;

/** What somebody is asked about, as it is solved, or what was solved a moment ago: a school still reads that. */
const lately = (ctx: Ctx): SQL =>
  ctx.who.side === 'desk'
    ? sql`false`
    : sql`(${notices.state} = 'solved' and (${notices.ended_at} > ${at(new Date(ctx.now.getTime() - status_limits.solved_hours * hours))}
      or exists (select from status_me_toos me where ${own(ctx)} and me.works is null)))`;

/**
 * The notices of a query that one may read, one more than the limit tells that there are more. What is current: what
 * runs first, the worst on top, then what comes next; what is past, the last that changed first.
 */
export function selectNotices(ctx: Ctx, { when, kind, cursor, limit }: NoticesQuery): Promise<SeenNotice[]> {
  const current = sql`(${goesOn(ctx.now)} or ${lately(ctx)})`;
  const of_kind = kind && eq(notices.kind, kind);
  const query = seen(ctx);
  if (when === 'current')
    return query
      .where(and(readable(ctx), of_kind, current))
      .orderBy(...nearest(ctx.now), notices.id)
      .limit(limit + 1);
  const after =
    cursor &&
    sql`(${notices.changed_at}, ${notices.id}) < (select c.changed_at, c.id from status_notices c where c.id = ${cursor}::uuid)`;
  return query
    .where(and(readable(ctx), of_kind, sql`not ${current}`, after || undefined))
    .orderBy(desc(notices.changed_at), desc(notices.id))
    .limit(limit + 1);
}

const nearest = (now: Date) => [
  sql`case when ${notices.state} = 'draft' then 2 when ${notices.state} = 'solved' then 3
    when ${notices.starts_at} > ${at(now)} then 1 else 0 end`,
  sql`case when ${notices.starts_at} <= ${at(now)} then array_position(array['down', 'partly', 'slow'], ${notices.severity}) end`,
  sql`case when ${notices.starts_at} > ${at(now)} then ${notices.starts_at} end`,
  desc(notices.starts_at),
];

/** What goes wrong now, of what one may read: among these the one that somebody types is sought. */
export const selectProblems = (ctx: Ctx, drafts = false): Promise<SeenNotice[]> =>
  seen(ctx)
    .where(
      and(
        readable(ctx),
        sql`${notices.kind} <> 'planned_work'`,
        sql`((${notices.state} = 'open' and ${notices.starts_at} <= ${at(ctx.now)})
          or (${drafts} and ${notices.state} = 'draft'))`,
      ),
    )
    .orderBy(desc(notices.starts_at), notices.id)
    .limit(200);
