import { and, eq, inArray, sql, type Column, type SQL } from 'drizzle-orm';
import { onSeenTicket, type Ctx } from '#accounts/server/acting.ts';
import { schools } from '#schools/server/schools.ts';
import { told_before_days } from '../rules/days.ts';
import type { ExceptionQuery } from '../rules/exception.ts';
import type { Topic } from '../rules/topics.ts';
import { seenBy } from './store.ts';
import { exceptions, type StepRow } from './tables.ts';

/** Joined reads for the screens: one query each, whatever its length. */

interface Named {
  id: number;
  name: string;
}
const named = (id: Column) =>
  sql<Named | null>`(select json_build_object('id', n.id, 'name', n.name) from people n where n.id = ${id})`;

export type PastStep = Pick<StepRow, 'step' | 'reason' | 'until' | 'minutes'> & {
  by: Named | null;
  at: string;
};
const history = sql<PastStep[]>`(
  select coalesce(json_agg(json_build_object('step', h.step, 'reason', h.reason, 'until', h.until,
    'minutes', h.minutes, 'at', h.taken_at,
    'by', case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end) order by h.id), '[]')
  from exception_steps h left join people p on p.id = h.taken_by where h.exception_id = ${exceptions.id})`;

/** Of the tickets that count for it, those that one may see: of the standing one a school has its own. */
const counted = ({ who, code_wall }: Ctx): SQL => sql`
  from exception_tickets x join tickets t on t.number = x.ticket_number
  where x.exception_id = ${exceptions.id} and ${onSeenTicket({ who, code_wall }, sql`x.ticket_number`)}
    and ${who.side === 'school' && code_wall ? sql`x.school_id = ${who.school_id}::integer` : sql`true`}`;
const countedTickets = (ctx: Ctx) =>
  sql<number[]>`array(select x.ticket_number ${counted(ctx)} order by x.ticket_number)`;
const minutes = (ctx: Ctx) => sql<number>`(
  coalesce((select sum(t.minutes) ${counted(ctx)}), 0)
  + coalesce((select sum(h.minutes) from exception_steps h where h.exception_id = ${exceptions.id}), 0))`;

const ends = sql`(${exceptions.state} = 'allowed' and ${exceptions.until} is not null)`;
/** Which a list shows; days are counted where its reader is. */
const showing = (today: string): Record<ExceptionQuery['show'], SQL | undefined> => ({
  now: sql`${exceptions.state} in ('asked', 'allowed')`,
  asked: sql`${exceptions.state} = 'asked'`,
  in_force: sql`${exceptions.state} = 'allowed'`,
  ending: sql`${ends} and ${exceptions.until} <= ${today}::date + ${told_before_days}::integer`,
  over: sql`${exceptions.state} in ('refused', 'withdrawn', 'ended')`,
  all: undefined,
});

/** What is new to a person of a school: told after she looked last, or in the last weeks. */
const isFresh = ({ who, now }: Ctx): SQL =>
  sql`${exceptions.state} <> 'asked' and ${exceptions.told_at} > coalesce(
    (select l.looked_at from exception_looks l where l.person_id = ${who.person_id}::integer),
    ${now.toISOString()}::timestamptz - interval '14 days')`;

const columns = (ctx: Ctx) => ({
  exception: exceptions,
  school: { id: schools.id, name: schools.name, code: schools.code },
  zone: schools.zone,
  asked_for: named(exceptions.asked_for).as('for_name'),
  asked_by: named(exceptions.asked_by).as('by_name'),
  decided_by: named(exceptions.decided_by).as('decider'),
  history: history.as('history'),
  tickets: countedTickets(ctx).as('counted'),
  minutes: minutes(ctx).mapWith(Number).as('spent'),
});

const seen = (ctx: Ctx) =>
  ctx.db
    .select({
      ...columns(ctx),
      total: sql<number>`count(*) over ()`.mapWith(Number).as('total'),
      all_minutes: sql<number>`sum(${minutes(ctx)}) over ()`.mapWith(Number).as('all_spent'),
    })
    .from(exceptions)
    .leftJoin(schools, eq(schools.id, exceptions.school_id))
    .$dynamic();

/** A page of the register: what waits first, then what ends next, then the newest. */
export const selectExceptions = (
  ctx: Ctx,
  { school, topic, show, fresh, limit, offset }: ExceptionQuery,
  today: string,
) =>
  seen(ctx)
    .where(
      and(
        seenBy(ctx),
        school && inArray(exceptions.school_id, school),
        topic && inArray(exceptions.topic, topic),
        showing(today)[show],
        fresh && isFresh(ctx),
      ),
    )
    .orderBy(
      sql`array_position(array['asked', 'allowed'], ${exceptions.state})`,
      sql`case when ${exceptions.state} = 'allowed' then ${exceptions.until} end nulls last`,
      sql`${exceptions.id} desc`,
    )
    .limit(limit)
    .offset(offset);
export type SeenException = Awaited<ReturnType<typeof selectExceptions>>[number];

export const exceptionAt = (ctx: Ctx, id: number) => seen(ctx).where(and(eq(exceptions.id, id), seenBy(ctx)));

const newest_on_ticket = 20;

/** What there is about a ticket: asked on it or counted for it; what stands at its school, and for all. */
export const exceptionsAbout = (ctx: Ctx, { number, school_id }: { number: number; school_id: number }) =>
  seen(ctx)
    .where(
      and(
        seenBy(ctx),
        sql`(${exceptions.ticket_number} = ${number}::integer
          or ${exceptions.state} = 'allowed' and (${exceptions.school_id} = ${school_id}::integer or ${exceptions.standing} is not null)
          or exists (select from exception_tickets x where x.exception_id = ${exceptions.id} and x.ticket_number = ${number}::integer))`,
      ),
    )
    .orderBy(sql`${exceptions.standing} is not null`, sql`${exceptions.id} desc`)
    .limit(newest_on_ticket);

/** What the newest exception of a ticket is about; undefined where none was asked for. */
export async function topicOn(ctx: Ctx, number: number): Promise<Topic | undefined> {
  const [row] = await ctx.db
    .select({ topic: exceptions.topic })
    .from(exceptions)
    .where(and(eq(exceptions.ticket_number, number), seenBy(ctx)))
    .orderBy(sql`${exceptions.id} desc`)
    .limit(1);
  return row?.topic;
}
