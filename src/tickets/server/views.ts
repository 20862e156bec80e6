import { and, desc, eq, getTableColumns, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { people } from '#accounts/server/accounts.ts';
import { readsInside, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { schools } from '#schools/server/schools.ts';
import type { Filters, Message } from '../rules/ticket.ts';
import { whereOf } from './filters.ts';
import { ownReading, readColumns, unreadBy } from './readings/reading.ts';
import { readings } from './readings/tables.ts';
import { tickets } from './tables.ts';

/** Joined reads for the screens: one query each, whatever its length. */

const requester = alias(people, 'requester');
const assignee = alias(people, 'assignee');
const { words: _, ...ticketColumns } = getTableColumns(tickets);

const seenColumns = {
  ...ticketColumns,
  school: { id: schools.id, code: schools.code, name: schools.name },
  zone: schools.zone,
  requester: { id: requester.id, name: requester.name },
  assignee: { id: assignee.id, name: assignee.name },
  ...readColumns,
};

const seenTickets = (ctx: Ctx) =>
  ctx.db
    .select({ ...seenColumns, unread: unreadBy(ctx) })
    .from(tickets)
    .innerJoin(schools, eq(schools.id, tickets.school_id))
    .innerJoin(requester, eq(requester.id, tickets.requester_id))
    .leftJoin(assignee, eq(assignee.id, tickets.assignee_id))
    .leftJoin(readings, ownReading(ctx));

export type SeenTicket = Awaited<ReturnType<typeof selectTickets>>[number];

/** Where a page of the list goes on: after this activity, and at the same instant after this number. */
export interface After {
  last_activity_at: Date;
  number: number;
}

/** The tickets of a filter, newest activity first; one more than `limit` tells that there is a next page. */
export const selectTickets = (
  ctx: Ctx,
  filters: Filters,
  page: { limit: number; after?: After | undefined },
) =>
  seenTickets(ctx)
    .where(and(visibleTo(ctx, tickets.school_id), whereOf(ctx, filters), afterOf(page.after)))
    .orderBy(desc(tickets.last_activity_at), desc(tickets.number))
    .limit(page.limit + 1);

const afterOf = (after: After | undefined): SQL | undefined =>
  after &&
  sql`(${tickets.last_activity_at}, ${tickets.number}) < (${after.last_activity_at.toISOString()}::timestamptz, ${after.number}::integer)`;

export async function selectTicket(ctx: Ctx, number: number): Promise<SeenTicket | undefined> {
  const [row] = await seenTickets(ctx).where(
    and(eq(tickets.number, number), visibleTo(ctx, tickets.school_id)),
  );
  return row;
}

export interface MessageRow {
  kind: Message['kind'];
  id: number;
  author_id: number;
  author_name: string;
  author_side: 'school' | 'desk';
  text: string;
  html: string;
  written_at: string;
  files: { id: string; name: string; type: string; size: number }[];
}

/** A ticket's replies, and for the desk its notes, oldest first, each with its files. */
export async function selectMessages(ctx: Ctx, number: number): Promise<MessageRow[]> {
  const of = (kind: 'reply' | 'note') => sql`
    select ${kind}::text as kind, m.id, m.author_id, m.text, m.html, m.written_at, (
      select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size) order by f.uploaded_at, f.id), '[]')
      from files f where ${kind === 'reply' ? sql`f.reply_id` : sql`f.note_id`} = m.id
    ) as files
    from ${kind === 'reply' ? sql`replies` : sql`notes`} m where m.ticket_number = ${number}`;
  const { rows } = await ctx.db.execute<MessageRow & Record<string, unknown>>(sql`
    select m.*, p.name as author_name, case when p.school_id is null then 'desk' else 'school' end as author_side
    from (${readsInside(ctx) ? sql`${of('reply')} union all ${of('note')}` : of('reply')}) m
    join people p on p.id = m.author_id
    order by m.written_at, m.kind desc, m.id`);
  return rows;
}

export interface CountRow {
  state: SeenTicket['state'];
  priority: SeenTicket['priority'];
  category: SeenTicket['category'];
  unassigned: boolean;
  mine: boolean;
  count: number;
}

/** How many tickets of a filter there are, by everything that the counts tell: one pass over the rows. */
export const selectCounts = (ctx: Ctx, filters: Filters): Promise<CountRow[]> =>
  ctx.db
    .select({
      state: tickets.state,
      priority: tickets.priority,
      category: tickets.category,
      unassigned: sql<boolean>`${isNull(tickets.assignee_id)}`.as('unassigned'),
      mine: sql<boolean>`coalesce(${tickets.assignee_id} = ${ctx.who.person_id}::integer, false)`.as('mine'),
      count: sql<number>`count(*)::integer`.as('count'),
    })
    .from(tickets)
    .where(and(visibleTo(ctx, tickets.school_id), whereOf(ctx, filters)))
    .groupBy(sql`1, 2, 3, 4, 5`);
