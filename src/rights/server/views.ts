import { and, eq, inArray, isNotNull, isNull, sql, type Column, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { schools } from '#schools/server/schools.ts';
import type { RegisterQuery } from '../rules/register.ts';
import type { Action } from '../rules/life.ts';
import { rights, rights_requests } from './tables.ts';

/** Joined reads for the screens: one query each, whatever its length. */

interface Named {
  id: number;
  name: string;
}

const holder = alias(people, 'holder');
const named = (id: Column) =>
  sql<Named | null>`(select json_build_object('id', n.id, 'name', n.name) from people n where n.id = ${id})`;

/** What a ticket asks for, with the names of all who had a hand in it. */
export async function selectRequest(ctx: Ctx, number: number) {
  const q = rights_requests;
  const [row] = await ctx.db
    .select({
      request: q,
      school: { id: schools.id, name: schools.name },
      zone: schools.zone,
      holder: { name: holder.name, left_at: holder.left_at },
      ends: rights.until,
      asked_for: named(q.asked_for).as('asked_for_name'),
      asked_by: named(q.asked_by).as('asked_by_name'),
      edited_by: named(q.edited_by).as('edited_by_name'),
      prepared_by: named(q.prepared_by).as('prepared_by_name'),
      approved_by: named(q.approved_by).as('approved_by_name'),
      refused_by: named(q.refused_by).as('refused_by_name'),
      done_by: named(q.done_by).as('done_by_name'),
      withdrawn_by: named(q.withdrawn_by).as('withdrawn_by_name'),
    })
    .from(q)
    .innerJoin(schools, eq(schools.id, q.school_id))
    .leftJoin(holder, eq(holder.id, q.person_id))
    .leftJoin(rights, eq(rights.id, q.right_id))
    .where(and(eq(q.ticket_number, number), visibleTo(ctx, q.school_id)));
  return row;
}
export type SeenRequest = NonNullable<Awaited<ReturnType<typeof selectRequest>>>;

export interface PastRow {
  ticket: number;
  action: Action;
  asked_for: Named | null;
  approved_by: Named | null;
  done_by: Named;
  done_at: string;
}

const history = sql<PastRow[]>`(
  select coalesce(json_agg(json_build_object('ticket', q.ticket_number, 'action', q.action,
    'asked_for', case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end,
    'approved_by', case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end,
    'done_by', json_build_object('id', d.id, 'name', d.name), 'done_at', q.done_at) order by q.done_at), '[]')
  from rights_requests q left join people a on a.id = q.asked_for left join people b on b.id = q.approved_by
    join people d on d.id = q.done_by
  where q.right_id = ${rights.id} and q.state = 'done')`.as('history');

const underWay = sql<number | null>`(
  select q.ticket_number from rights_requests q
  where q.right_id = ${rights.id} and q.state in ('ending', 'asked', 'prepared', 'approved'))`.as(
  'under_way',
);

/** Who approved what makes the right what it is now. */
const approver = sql`(
  select q.approved_by from rights_requests q
  where q.right_id = ${rights.id} and q.state = 'done' and q.action <> 'remove' order by q.done_at desc limit 1)`;

function whereOf(ctx: Ctx, query: Omit<RegisterQuery, 'limit' | 'offset'>, today: string): SQL | undefined {
  const within = query.ends_within;
  return and(
    visibleTo(ctx, rights.school_id),
    query.school && inArray(rights.school_id, query.school),
    query.kind && inArray(rights.kind, query.kind),
    query.person && inArray(rights.person_id, query.person),
    query.approved_by && sql`${approver} = any (${sql.param(query.approved_by)}::integer[])`,
    query.ended === 'all'
      ? undefined
      : query.ended === 'yes'
        ? isNotNull(rights.ended_on)
        : isNull(rights.ended_on),
    within === undefined ? undefined : sql`${rights.until} <= ${today}::date + ${within}::integer`,
    query.left && isNotNull(holder.left_at),
  );
}

/** A page of the register: by school and name, what ended last after what stands; each with how many there are in all. */
export const selectRights = (ctx: Ctx, { limit, offset, ...query }: RegisterQuery, today: string) =>
  ctx.db
    .select({
      right: rights,
      school: { id: schools.id, name: schools.name, code: schools.code },
      zone: schools.zone,
      holder: { name: holder.name, left_at: holder.left_at },
      history,
      under_way: underWay,
      total: sql<number>`count(*) over ()`.mapWith(Number).as('total'),
    })
    .from(rights)
    .innerJoin(schools, eq(schools.id, rights.school_id))
    .leftJoin(holder, eq(holder.id, rights.person_id))
    .where(whereOf(ctx, query, today))
    .orderBy(
      sql`lower(${schools.name})`,
      sql`${rights.ended_on} is not null`,
      sql`lower(coalesce(${holder.name}, ${rights.holder_name}))`,
      rights.id,
    )
    .limit(limit)
    .offset(offset);
export type SeenRight = Awaited<ReturnType<typeof selectRights>>[number];

/** Everybody who has approved something that stands, by name. */
export async function selectApprovers(ctx: Ctx): Promise<Named[]> {
  const rows = await ctx.db
    .selectDistinct({ id: people.id, name: people.name })
    .from(rights_requests)
    .innerJoin(people, eq(people.id, rights_requests.approved_by))
    .innerJoin(rights, eq(rights.id, rights_requests.right_id))
    .where(
      and(
        visibleTo(ctx, rights_requests.school_id),
        eq(rights_requests.state, 'done'),
        isNull(rights.ended_on),
        eq(rights_requests.approved_by, approver),
      ),
    );
  return rows.sort((one, other) => one.name.localeCompare(other.name));
}
