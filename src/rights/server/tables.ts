import { boolean, date, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Lang } from '#platform/schemas.ts';
import type { RightKind } from '../rules/kinds.ts';
import type { Action, State } from '../rules/life.ts';

/** The tables of this house, named as in migrations/, which also say what they mean. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

/** Who holds a right, and what it opens: of a right and of a request alike. */
const what = {
  school_id: integer('school_id').notNull(),
  person_id: integer('person_id'),
  holder_name: text('holder_name'),
  holder_job: text('holder_job'),
  kind: text('kind').$type<RightKind>().notNull(),
  words: text('words'),
  at_schools: text('at_schools'),
};

export const rights = pgTable('rights', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  ...what,
  since: day('since').notNull(),
  until: day('until'),
  ended_on: day('ended_on'),
  asked_until: day('asked_until'),
});
export type RightRow = typeof rights.$inferSelect;

export const rights_requests = pgTable('rights_requests', {
  ticket_number: integer('ticket_number').primaryKey(),
  ...what,
  action: text('action').$type<Action>().notNull(),
  state: text('state').$type<State>().notNull(),
  right_id: integer('right_id'),
  why: text('why'),
  from_on: day('from_on').notNull(),
  until_on: day('until_on'),
  touches_more: boolean('touches_more').notNull(),
  asked_for: integer('asked_for'),
  asked_by: integer('asked_by'),
  asked_at: instant('asked_at').notNull(),
  edits: integer('edits').notNull().default(0),
  edited_by: integer('edited_by'),
  edited_at: instant('edited_at'),
  lang: text('lang').$type<Lang>().notNull(),
  prepared_by: integer('prepared_by'),
  prepared_at: instant('prepared_at'),
  approved_by: integer('approved_by'),
  refused_by: integer('refused_by'),
  refused_because: text('refused_because'),
  decided_at: instant('decided_at'),
  done_by: integer('done_by'),
  done_at: instant('done_at'),
  withdrawn_by: integer('withdrawn_by'),
  withdrawn_at: instant('withdrawn_at'),
});
export type RequestRow = typeof rights_requests.$inferSelect;
