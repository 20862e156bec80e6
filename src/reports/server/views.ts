import { and, sql, type SQL } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { people } from '#accounts/server/accounts.ts';
import { schools } from '#schools/server/schools.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { State } from '#tickets/rules/lifecycle.ts';
import { answer_ranges, age_ranges, rangeOf } from '#tickets/rules/lists/ranges.ts';
import { deskToday, startOf, ticket_measures, tickets, whereOf } from '#tickets/server/listed.ts';
import type { Narrowing } from '../rules/dashboard.ts';
import type { Stretch } from '../rules/stretches.ts';

/** What the dashboard reads: one query for each picture, however many tickets there are. */

const seen = (ctx: Ctx, filters: Parameters<typeof whereOf>[1]): SQL =>
  and(visibleTo(ctx, tickets.school_id), whereOf(ctx, filters))!;

const instants = (ctx: Ctx, days: readonly number[]): SQL =>
  sql`${sql.param(days.map(day => startOf(ctx, day)))}::timestamptz[]`;

/** One number of open tickets: of a state, of an age (its place in `age_ranges`) and a state, and so on. */
export interface OpenRow extends Record<string, unknown> {
  by: 'state' | 'age' | 'assignee' | 'category' | 'school';
  state: State | null;
  age: number | null;
  assignee_id: number | null;
  category: Category | null;
  school_id: number | null;
  name: string | null;
  count: number;
}

/** How many tickets are open, by everything that is drawn of them, in one pass over the rows. */
export async function selectOpen(ctx: Ctx, narrowing: Narrowing): Promise<OpenRow[]> {
  const today = deskToday(ctx);
  // Youngest first are the ages, and the oldest instant is the first bound.
  const bounds = age_ranges
    .flatMap(range => rangeOf(range)!.to ?? [])
    .map(to => today - to)
    .reverse();
  const { rows } = await ctx.db.execute<OpenRow>(sql`
    select counted.*, coalesce(s.name, p.name) as name from (
      select case when grouping(age) = 0 then 'age' when grouping(state) = 0 then 'state'
          when grouping(assignee_id) = 0 then 'assignee' when grouping(category) = 0 then 'category'
          else 'school' end as by,
        state, ${bounds.length}::integer - age as age, assignee_id, category, school_id, count(*)::integer as count
      from (
        select ${tickets.state}, width_bucket(${tickets.opened_at}, ${instants(ctx, bounds)}) as age,
          ${tickets.assignee_id}, ${tickets.category}, ${tickets.school_id}
        from ${tickets} where ${seen(ctx, narrowing)}
      ) open
      group by grouping sets ((state), (age, state), (assignee_id), (category), (school_id))
    ) counted
    left join ${schools} s on s.id = counted.school_id left join ${people} p on p.id = counted.assignee_id`);
  return rows;
}

export interface FlowRow extends Record<string, unknown> {
  what: 'opened' | 'resolved';
  /** Place of the stretch. */
  stretch: number;
  count: number;
}

/** How many tickets were opened and solved in each stretch. */
export async function selectFlow(
  ctx: Ctx,
  narrowing: Narrowing,
  stretches: readonly Stretch[],
): Promise<FlowRow[]> {
  const bounds = [...stretches.map(({ first }) => first), stretches.at(-1)!.last + 1];
  const counted = (what: FlowRow['what'], at: SQL, from: SQL) => sql`
    select ${what}::text as what, width_bucket(${at}, ${instants(ctx, bounds)}) - 1 as stretch, count(*)::integer as count
    from ${from}
    where ${at} >= ${startOf(ctx, bounds[0]!)}::timestamptz and ${at} < ${startOf(ctx, bounds.at(-1)!)}::timestamptz
      and ${seen(ctx, { ...narrowing, state: ['all'] })}
    group by 2`;
  const resolved = sql`${ticket_measures} join ${tickets} on ${tickets.number} = ${ticket_measures.ticket_number}`;
  const { rows } = await ctx.db.execute<FlowRow>(
    sql`${counted('opened', sql`${tickets.opened_at}`, sql`${tickets}`)} union all
      ${counted('resolved', sql`${ticket_measures.resolved_at}`, resolved)}`,
  );
  return rows;
}

/** How many tickets were opened between two days, of each category. */
export async function selectOpened(
  ctx: Ctx,
  narrowing: Narrowing,
  days: string,
): Promise<{ category: Category; count: number }[]> {
  const { rows } = await ctx.db.execute<{ category: Category; count: number }>(sql`
    select ${tickets.category}, count(*)::integer as count from ${tickets}
    where ${seen(ctx, { ...narrowing, state: ['all'], opened: [days] })} group by 1`);
  return rows;
}

export interface AnswerRow extends Record<string, unknown> {
  /** Place in `answer_ranges`; null in the row of all. */
  range: number | null;
  /** Without an answer of the desk: still open, or ended. */
  waiting: number;
  never: number;
  answered: number;
  median: number | null;
  ninth: number | null;
}

/** How long the first answers took to tickets that were opened in a stretch; the minutes were counted before. */
export async function selectAnswers(ctx: Ctx, narrowing: Narrowing, days: string): Promise<AnswerRow[]> {
  const bounds = answer_ranges.slice(1).map(range => rangeOf(range)!.from);
  const { rows } = await ctx.db.execute<AnswerRow>(sql`
    select range, count(*) filter (where minutes is null and ended_at is null)::integer as waiting,
      count(*) filter (where minutes is null and ended_at is not null)::integer as never,
      count(minutes)::integer as answered,
      percentile_disc(0.5) within group (order by minutes) as median,
      percentile_disc(0.9) within group (order by minutes) as ninth
    from (
      select ${tickets.ended_at}, ${ticket_measures.answer_minutes} as minutes,
        width_bucket(${ticket_measures.answer_minutes}, ${sql.param(bounds)}::integer[]) as range
      from ${tickets} left join ${ticket_measures} on ${ticket_measures.ticket_number} = ${tickets.number}
      where ${seen(ctx, { ...narrowing, state: ['all'], opened: [days] })}
    ) asked
    group by grouping sets ((range), ())
    having count(minutes) > 0 or grouping(range) = 1
    order by grouping(range) desc, range`);
  return rows;
}

/** Whether there is any ticket at all. */
export async function anyTicket(ctx: Ctx): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ any: boolean }>(
    sql`select exists (select from ${tickets} where ${visibleTo(ctx, tickets.school_id)}) as any`,
  );
  return rows[0]!.any;
}
