import { asc, desc, sql, type SQL } from 'drizzle-orm';
import { alias, type AnyPgColumn as Column } from 'drizzle-orm/pg-core';
import { people, teams } from '#accounts/server/accounts.ts';
import { schools } from '#schools/server/schools.ts';
import { category_ids } from '../rules/categories.ts';
import { courts, state_ids, statesInCourt } from '../rules/lifecycle.ts';
import { downward_sorts, type Group, type Sort, type SortName } from '../rules/lists/order.ts';
import { priorities } from '../rules/priority.ts';
import { tickets } from './tables.ts';

/** The list's orders as SQL: a table from each name to its expression. What was asked never becomes text of a query. */

export const requester = alias(people, 'requester');
export const assignee = alias(people, 'assignee');

const quoted = (ids: readonly string[]) => ids.map(id => `'${id}'`).join(', ');
/** The place of a value among our own ids, which stand in the text so that the same expression is the same text. */
const rankOf = (column: Column, ids: readonly string[]) =>
  sql`array_position(${sql.raw(`array[${quoted(ids)}]`)}, ${column})`;
const caseless = (column: Column) => sql`lower(${column})`;

/** Whose turn, or null when the ticket has ended. */
const court = sql`case ${sql.join(
  courts.map(
    name =>
      sql`when ${tickets.state} in (${sql.raw(quoted(statesInCourt(name)))}) then ${sql.raw(`'${name}'`)}`,
  ),
  sql` `,
)} end`;

const unnamed = sql`(${tickets.assignee_id} is not null)`;

const teamless = sql`(${teams.id} is not null)`;

const sorted: Record<SortName, readonly (SQL | Column)[]> = {
  activity: [tickets.last_activity_at],
  due: [tickets.due_at],
  opened: [tickets.opened_at],
  number: [],
  priority: [rankOf(tickets.priority, priorities)],
  state: [rankOf(tickets.state, state_ids)],
  school: [caseless(schools.name), schools.id],
  assignee: [unnamed, caseless(assignee.name)],
  team: [teamless, caseless(teams.name)],
  requester: [caseless(requester.name)],
  category: [rankOf(tickets.category, category_ids)],
  subject: [caseless(tickets.subject)],
};

/** A way to part the list: what its groups are told by, what a named one is called, the order they stand in. */
interface Grouping {
  key: SQL | Column;
  name: SQL | Column;
  by: readonly (SQL | Column)[];
}
const nameless = sql`null::text`;

export const groupings: Record<Group, Grouping> = {
  state: { key: tickets.state, name: nameless, by: [rankOf(tickets.state, state_ids)] },
  court: {
    key: court,
    name: nameless,
    by: [sql`array_position(${sql.raw(`array[${quoted(courts)}]`)}, ${court})`],
  },
  school: { key: schools.id, name: schools.name, by: [caseless(schools.name), schools.id] },
  assignee: {
    key: assignee.id,
    name: assignee.name,
    by: [sql`(${assignee.id} is not null)`, caseless(assignee.name), assignee.id],
  },
  team: { key: teams.id, name: teams.name, by: [teamless, caseless(teams.name), teams.id] },
  category: { key: tickets.category, name: nameless, by: [rankOf(tickets.category, category_ids)] },
  priority: { key: tickets.priority, name: nameless, by: [rankOf(tickets.priority, priorities)] },
};

const bySort = (sort: Sort) => sort.replace(/^-/, '') as SortName;

/** By what an order goes: where that is somebody's name, it has to be joined. */
export const namesIn = (sort: Sort = 'activity', group?: Group): ReadonlySet<string | undefined> =>
  new Set([bySort(sort), group]);

/** The whole order of a list: groups first, then the sort, and the number last, so that no two tickets are equal. */
export function orderOf(sort: Sort = 'activity', group?: Group): SQL[] {
  const name = bySort(sort);
  const down = downward_sorts.includes(name) !== sort.startsWith('-');
  const turn = down ? desc : asc;
  return [
    ...(group ? groupings[group].by.map(each => asc(each)) : []),
    ...sorted[name].map(each => turn(each)),
    turn(tickets.number),
  ];
}
