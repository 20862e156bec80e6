import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { events } from '#accounts/server/story/story.ts';
import { schools } from '#schools/server/schools.ts';
import { tickets } from '../tables.ts';

/** Who of a school is its technician, and what became of what went there. */

/** The school's technical contact who is there, other than the one who asks; the first before her back-up. */
export async function technicianOf(ctx: Ctx, school_id: number, asker: number) {
  const [row] = await ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      and(
        eq(people.school_id, school_id),
        isNull(people.left_at),
        ne(people.id, asker),
        visibleTo(ctx, people.school_id),
        sql`${people.roles} @> array['technical_contact']`,
      ),
    )
    .orderBy(people.backup, people.id)
    .limit(1);
  return row;
}

export async function countPassed(ctx: Ctx, school_id: number): Promise<number> {
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)::integer` })
    .from(tickets)
    .where(
      and(
        eq(tickets.school_id, school_id),
        sql`${tickets.passed_to} is not null and ${tickets.state} = 'waiting_school'`,
        visibleTo(ctx, tickets.school_id),
      ),
    );
  return row!.count;
}

/** What was passed between two instants, by school: counted from the story, where each step has its time. */
export async function selectPassings(
  ctx: Ctx,
  {
    school,
    from,
    before,
  }: { school?: number | undefined; from?: Date | undefined; before?: Date | undefined },
) {
  const { rows } = await ctx.db.execute<{
    school: { id: number; name: string };
    passed: number;
    solved: number;
    sent_up: number;
    withdrawn: number;
    open: number;
    median_hours: number | null;
  }>(sql`
    with passed as (
      select e.ticket_number, e.school_id, e.at,
        -- What was undone is there as before.
        case when t.passed_to is null or t.state <> 'waiting_school' then (
          select json_build_object('kind', n.kind, 'at', n.at) from ${events} n
          where n.ticket_number = e.ticket_number and n.position > e.position
            and n.facts -> 'state' ->> 0 = 'waiting_school' and n.facts -> 'state' ->> 1 <> 'waiting_school'
          order by n.position limit 1) end as next
      from ${events} e join ${tickets} t on t.number = e.ticket_number
      where e.kind = 'pass' and e.audience = 'school'
        and ${school === undefined ? sql`true` : sql`e.school_id = ${school}`}
        and ${from ? sql`e.at >= ${from.toISOString()}::timestamptz` : sql`true`}
        and ${before ? sql`e.at < ${before.toISOString()}::timestamptz` : sql`true`}
    )
    select json_build_object('id', s.id, 'name', s.name) as school,
      count(*)::integer as passed,
      count(*) filter (where next ->> 'kind' in ('solve_at_school', 'resolve'))::integer as solved,
      count(*) filter (where next ->> 'kind' = 'send_up')::integer as sent_up,
      count(*) filter (where next ->> 'kind' not in ('solve_at_school', 'resolve', 'send_up'))::integer as withdrawn,
      count(*) filter (where next is null)::integer as open,
      percentile_cont(0.5) within group (order by extract(epoch from (next ->> 'at')::timestamptz - p.at) / 3600)
        filter (where next ->> 'kind' in ('solve_at_school', 'send_up')) as median_hours
    from passed p join ${schools} s on s.id = p.school_id
    group by s.id, s.name order by count(*) desc, lower(s.name)`);
  return rows;
}
