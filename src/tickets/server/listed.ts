import { and, eq, isNull, sql } from 'drizzle-orm';
import { teams } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import { schools } from '#schools/server/schools.ts';
import type { Filters } from '../rules/lists/asking.ts';
import type { Group, Sort } from '../rules/lists/order.ts';
import { assignee, orderOf, requester } from './order.ts';
import { tagIdsOn, tagsBehind } from './tags/store.ts';
import { tickets } from './tables.ts';
import { numbersOf } from './views.ts';

/** The door for whoever reads over all tickets: the list's filters, its order, its rows, and what is measured. */
export { whereOf } from './filters.ts';
export { deskToday, startOf } from './measures/filters.ts';
export { ticket_measures } from './measures/tables.ts';
export { accesses, type How } from './accesses/tables.ts';
export { selectLedgers } from './clocks/store.ts';
export { tickets } from './tables.ts';
export { wordsIn } from './words.ts';

/** The ticket that something is about, for who may see it. Refuses not_found. */
export async function seenTicket(ctx: Ctx, number: number) {
  const { school_id, inside, state, category, subject } = tickets;
  const [ticket] = await ctx.db
    .select({ number: tickets.number, school_id, inside, state, category, subject })
    .from(tickets)
    .where(and(eq(tickets.number, number), visibleTo(ctx, school_id)));
  if (!ticket) throw notFound();
  return ticket;
}

/** The numbers of all tickets of a list in its order: four bytes for each, so that the rows can be read in parts. */
export async function selectNumbers(
  ctx: Ctx,
  filters: Filters,
  { sort, group }: { sort?: Sort | undefined; group?: Group | undefined },
): Promise<Int32Array> {
  const numbers = numbersOf(ctx, filters, { sort, group }).orderBy(...orderOf(sort, group));
  const { rows } = await ctx.db.execute<{ numbers: string }>(sql`select array(${numbers})::text as numbers`);
  return Int32Array.from(rows[0]!.numbers.slice(1, -1).split(',').filter(Boolean), Number);
}

/** Some of a list's tickets as they are now, in no order; what one may not see is not among them. */
export async function selectListed(ctx: Ctx, numbers: Iterable<number>) {
  const rows = await ctx.db
    .select({
      number: tickets.number,
      subject: tickets.subject,
      state: tickets.state,
      category: tickets.category,
      request: tickets.request,
      priority: tickets.priority,
      school: schools.name,
      school_code: schools.code,
      requester: requester.name,
      assignee: assignee.name,
      team: teams.name,
      tags: tagIdsOn(ctx).as('tags'),
      opened_at: tickets.opened_at,
      last_activity_at: tickets.last_activity_at,
      due_at: tickets.due_at,
      planned_for: tickets.planned_for,
      minutes: tickets.minutes,
      level2_reference: tickets.level2_reference,
    })
    .from(tickets)
    .innerJoin(schools, eq(schools.id, tickets.school_id))
    .innerJoin(requester, eq(requester.id, tickets.requester_id))
    .leftJoin(assignee, eq(assignee.id, tickets.assignee_id))
    .leftJoin(teams, and(eq(teams.id, tickets.team_id), isNull(teams.removed_at)))
    .where(
      and(
        visibleTo(ctx, tickets.school_id),
        sql`${tickets.number} = any (${sql.param([...numbers])}::integer[])`,
      ),
    );
  const tagsOf = await tagsBehind(
    ctx,
    rows.flatMap(({ tags }) => tags),
  );
  return rows.map(row => ({ ...row, tags: tagsOf(row.tags).map(({ name }) => name) }));
}
