import { and, asc, count, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { alias } from 'drizzle-orm/pg-core';
import { onSeenTicket, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { schools } from '#schools/server/schools.ts';
import { tickets } from '../tables.ts';
import { tasks } from './tables.ts';

/** What is to be done on tickets: all SQL of this folder. */

export type TaskRow = typeof tasks.$inferSelect;

const there = isNull(tasks.removed_at);
const open = and(there, isNull(tasks.done_at));

export async function selectTask({ db }: Ctx, number: number, id: number): Promise<TaskRow | undefined> {
  const [row] = await db
    .select()
    .from(tasks)
    .where(and(eq(tasks.ticket_number, number), eq(tasks.id, id), there));
  return row;
}

export async function countTasks({ db }: Ctx, number: number): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(tasks)
    .where(and(eq(tasks.ticket_number, number), there));
  return row!.count;
}

type NewTask = Pick<TaskRow, 'text' | 'assignee_id' | 'due_on' | 'told_due_at'>;

export async function insertTask({ db, who, now }: Ctx, number: number, task: NewTask): Promise<TaskRow> {
  const [row] = await db
    .insert(tasks)
    .values({ ...task, ticket_number: number, added_by: who.person_id, added_at: now })
    .returning();
  return row!;
}

export const updateTasks = (
  { db }: Pick<Ctx, 'db'>,
  ids: readonly number[],
  change: Partial<TaskRow>,
): Promise<unknown> =>
  db
    .update(tasks)
    .set(change)
    .where(inArray(tasks.id, [...ids]));

/** The open tasks of a ticket with whose they are, the oldest first. */
export const selectOpenTasks = ({ db }: Ctx, number: number) =>
  db
    .select({ task: tasks, assignee: people.name })
    .from(tasks)
    .innerJoin(people, eq(people.id, tasks.assignee_id))
    .where(and(eq(tasks.ticket_number, number), open))
    .orderBy(asc(tasks.id));

const by = alias(people, 'by');

/** One's own open tasks with their tickets: what is due first, and those without a day last. */
export const selectMyTasks = (ctx: Ctx) =>
  ctx.db
    .select({
      task: tasks,
      by: by.name,
      ticket: {
        number: tickets.number,
        subject: tickets.subject,
        state: tickets.state,
        school: schools.name,
      },
    })
    .from(tasks)
    .innerJoin(tickets, eq(tickets.number, tasks.ticket_number))
    .innerJoin(schools, eq(schools.id, tickets.school_id))
    .innerJoin(by, eq(by.id, tasks.added_by))
    .where(and(eq(tasks.assignee_id, ctx.who.person_id), visibleTo(ctx, tickets.school_id), open))
    .orderBy(sql`${tasks.due_on} nulls last`, asc(tasks.id))
    .limit(500);

/** How many open tasks one has oneself; asked together with the counts of her views. */
export const ownOpenTasks = (ctx: Ctx): SQL =>
  sql`(select count(*)::integer from ${tasks} where assignee_id = ${ctx.who.person_id}::integer and done_at is null
    and removed_at is null and ${onSeenTicket(ctx, tasks.ticket_number)})`;

/** A ticket's tasks for its page, open ones first: see beside.ts. */
export const tasksOn = (number: number): SQL => sql`
  select coalesce(json_agg(json_build_object('id', t.id, 'text', t.text, 'due_on', t.due_on,
    'assignee', json_build_object('id', a.id, 'name', a.name), 'by', json_build_object('id', b.id, 'name', b.name),
    'done_by', case when d.id is not null then json_build_object('id', d.id, 'name', d.name) end, 'done_at', t.done_at)
    order by t.done_at is not null, t.due_on nulls last, t.id), '[]')
  from tasks t join people a on a.id = t.assignee_id join people b on b.id = t.added_by
    left join people d on d.id = t.done_by
  where t.ticket_number = ${number} and t.removed_at is null`;

interface Person {
  id: number;
  name: string;
}
export interface BesideTask extends Pick<TaskRow, 'id' | 'text' | 'due_on'> {
  assignee: Person;
  by: Person;
  done_by: Person | null;
  done_at: string | null;
}
