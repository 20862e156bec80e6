import { and, eq, getTableColumns, isNull, sql, type SQL } from 'drizzle-orm';
import { teams } from '#accounts/server/accounts.ts';
import { readsInside, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { own_days, schools } from '#schools/server/schools.ts';
import type { DaysOff } from '#sla/rules/school-days.ts';
import type { StoryFacts } from '../rules/story.ts';
import type { Message } from '../rules/ticket.ts';
import type { Filters } from '../rules/lists/asking.ts';
import type { Group, Sort } from '../rules/lists/order.ts';
import { whereOf } from './filters.ts';
import { writtenOffline } from './slips/store.ts';
import { merged_state } from '../rules/joining/kinds.ts';
import { messagesShown } from './joining/shown.ts';
import { ownReading, readColumns, unreadBy } from './readings/reading.ts';
import { readings } from './readings/tables.ts';
import { assignee, groupings, namesIn, orderOf, requester } from './order.ts';
import { versionsOf } from './messages/store.ts';
import { followsInside } from './opening/views.ts';
import { backFirst, ownSnoozeState } from './snoozes/store.ts';
import { tickets } from './tables.ts';
import { tagIdsOn, tagsBehind, tagsOn } from './tags/store.ts';
import { wordsOfPage, type WordsIn } from './words.ts';

/** Joined reads for the screens: one query each, whatever its length. */

const { words: _, ...ticketColumns } = getTableColumns(tickets);

export const daysOffOfEnded = sql<
  DaysOff[] | null
>`case when ${tickets.ended_at} is not null then ${own_days} end`.as('days_off');

const seenColumns = {
  ...ticketColumns,
  school: { id: schools.id, code: schools.code, name: schools.name },
  zone: schools.zone,
  /** By them its school days are counted, which is only done of an ended ticket. */
  days_off: daysOffOfEnded,
  trained_from: schools.trained_from,
  stage1_from: schools.stage1_from,
  suspended_from: schools.suspended_from,
  requester: { id: requester.id, name: requester.name },
  assignee: { id: assignee.id, name: assignee.name },
  team: { id: teams.id, name: teams.name },
  technician: sql<{ id: number; name: string } | null>`(
    select json_build_object('id', p.id, 'name', p.name) from people p where p.id = ${tickets.passed_to})`.as(
    'technician',
  ),
  ...readColumns,
  goes_on_in: sql<
    number | null
  >`case when ${tickets.state} = ${merged_state.state} and ${tickets.resolution_code} = ${merged_state.resolution_code} then goes_on_in(${tickets.number}) end`.as(
    'goes_on_in',
  ),
};

/** The newest line of a ticket's story that the reader may read; what the iGroup adds to a deed is not a deed. */
export interface LastRow {
  kind: string;
  facts: StoryFacts;
  person_id: number | null;
  name: string | null;
  at: string;
}
const lastLine = (ctx: Ctx) =>
  sql<LastRow | null>`(
  select json_build_object('kind', e.kind, 'facts', e.facts, 'person_id', e.person_id, 'name', p.name, 'at', e.at)
  from events e left join people p on p.id = e.person_id
  where e.ticket_number = ${tickets.number} and ${readsInside(ctx) ? sql`e.kind <> 'inside'` : sql`e.audience = 'school'`}
  order by e.position desc limit 1)`.as('last');

/** The team that a ticket is for, while it stands. */
const ofTeam = and(eq(teams.id, tickets.team_id), isNull(teams.removed_at));

const seenTickets = <Tags>(ctx: Ctx, tags: SQL<Tags>) =>
  ctx.db
    .select({
      ...seenColumns,
      tags: sql<Tags>`(${tags})`.as('tags'),
      last: lastLine(ctx),
      unread: unreadBy(ctx),
      snooze: ownSnoozeState(ctx),
      follows_inside: followsInside(ctx),
    })
    .from(tickets)
    .innerJoin(schools, eq(schools.id, tickets.school_id))
    .innerJoin(requester, eq(requester.id, tickets.requester_id))
    .leftJoin(assignee, eq(assignee.id, tickets.assignee_id))
    .leftJoin(teams, ofTeam)
    .leftJoin(readings, ownReading(ctx));

export type SeenTicket = Awaited<ReturnType<typeof selectTickets>>[number];

/** Where a page of the list goes on: after this activity, and at the same instant after this number. */
export interface After {
  last_activity_at: Date;
  number: number;
}

/** Which part of the list: up to `limit` and one more, which tells that there is a next page. */
export interface Part {
  limit: number;
  after?: After | undefined;
  offset?: number | undefined;
  sort?: Sort | undefined;
  group?: Group | undefined;
}

/**
 * The tickets of a filter in the order asked for. Their numbers are chosen first, each with its place: what is passed over
 * on the way to a late page is only counted, the page alone is put in order, and names are joined to it alone; those of
 * tags are asked for once.
 */
export async function selectTickets(ctx: Ctx, filters: Filters, part: Part) {
  const words = await wordsOfPage(ctx, filters.q);
  const chosen = numbersOf(ctx, filters, { ...part, words })
    .orderBy(...ownFirst(ctx, filters, part), ...orderOf(part.sort, part.group))
    .limit(part.limit + 1)
    .offset(part.offset ?? 0)
    .as('chosen');
  const page = ctx.db
    .select({ number: chosen.number, place: sql<number>`row_number() over ()`.as('place') })
    .from(chosen)
    .as('page');
  const rows = await seenTickets(ctx, tagIdsOn(ctx))
    .innerJoin(page, eq(page.number, tickets.number))
    .orderBy(page.place);
  const tagsOf = await tagsBehind(
    ctx,
    rows.flatMap(({ tags }) => tags),
  );
  return rows.map(row => ({ ...row, tags: tagsOf(row.tags) }));
}

/** Without another order asked for, what is back from its snooze stands above the rest of one's own list. */
const ownFirst = (ctx: Ctx, { snoozed, assignee: of }: Filters, { offset, sort, group }: Part): SQL[] =>
  ctx.who.side === 'desk' &&
  snoozed?.includes('none') &&
  of?.includes('me') &&
  offset !== undefined &&
  !sort &&
  !group
    ? [backFirst(ctx)]
    : [];

/** Only the names that the order asks for are joined: without any, an index alone tells the numbers. */
export function numbersOf(
  ctx: Ctx,
  filters: Filters,
  { after, sort, group, words }: Omit<Part, 'limit'> & { words?: WordsIn },
) {
  const names = namesIn(sort, group);
  let numbers = ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(visibleTo(ctx, tickets.school_id), whereOf(ctx, filters, words), afterOf(after)))
    .$dynamic();
  if (names.has('school')) numbers = numbers.leftJoin(schools, eq(schools.id, tickets.school_id));
  if (names.has('requester')) numbers = numbers.leftJoin(requester, eq(requester.id, tickets.requester_id));
  if (names.has('team')) numbers = numbers.leftJoin(teams, ofTeam);
  if (names.has('assignee')) numbers = numbers.leftJoin(assignee, eq(assignee.id, tickets.assignee_id));
  return numbers;
}

const afterOf = (after: After | undefined): SQL | undefined =>
  after &&
  sql`(${tickets.last_activity_at}, ${tickets.number}) < (${after.last_activity_at.toISOString()}::timestamptz, ${after.number}::integer)`;

export async function selectTicket(ctx: Ctx, number: number): Promise<SeenTicket | undefined> {
  const [row] = await seenTickets(ctx, tagsOn(ctx, tickets.number)).where(
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
  written_offline: string | null;
  files: { id: string; name: string; type: string; size: number }[];
  /** What it said before, each until it was edited. */
  versions: { text: string; until: string }[];
  /** Where it was written, and where it goes on, when that is another ticket. */
  origin: number | null;
  went_on: number | null;
}

/** What a ticket shows: replies, and for the desk notes, oldest first, each with its files, also those joined to it. */
export async function selectMessages(ctx: Ctx, number: number): Promise<MessageRow[]> {
  const of = (kind: 'reply' | 'note') => sql`
    select ${kind}::text as kind, m.id, m.author_id, m.text, m.html, m.written_at, m.origin, m.went_on, (
      select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size) order by f.uploaded_at, f.id), '[]')
      from files f where ${kind === 'reply' ? sql`f.reply_id` : sql`f.note_id`} = m.id
    ) as files, ${versionsOf(kind)} as versions,
      ${kind === 'reply' ? writtenOffline : sql`null::timestamptz`} as written_offline
    from (${messagesShown(kind, number)}) m`;
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

export interface GroupRow {
  /** A school's or person's id, a value of the filter, or null for none. */
  key: string | number | null;
  name: string | null;
  count: number;
}

/** The groups that a list of these filters falls into, in the list's order. */
export const selectGroups = (ctx: Ctx, filters: Filters, by: Group): Promise<GroupRow[]> =>
  ctx.db
    .select({
      key: sql<GroupRow['key']>`${groupings[by].key}`.as('key'),
      name: sql<string | null>`${groupings[by].name}`.as('name'),
      count: sql<number>`count(*)::integer`.as('count'),
    })
    .from(tickets)
    .leftJoin(schools, eq(schools.id, tickets.school_id))
    .leftJoin(assignee, eq(assignee.id, tickets.assignee_id))
    .leftJoin(teams, ofTeam)
    .where(and(visibleTo(ctx, tickets.school_id), whereOf(ctx, filters)))
    .groupBy(groupings[by].key)
    .orderBy(...groupings[by].by);
