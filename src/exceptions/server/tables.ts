import { date, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { State } from '../rules/days.ts';
import type { Standing, Topic } from '../rules/topics.ts';

/** The tables of this house, named as in migrations/0046, which also says what they mean. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

export const exceptions = pgTable('exceptions', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  school_id: integer('school_id'),
  standing: text('standing').$type<Standing>(),
  topic: text('topic').$type<Topic>().notNull(),
  state: text('state').$type<State>().notNull(),
  ticket_number: integer('ticket_number'),
  asked_for: integer('asked_for'),
  asked_by: integer('asked_by'),
  asked_at: instant('asked_at'),
  why: text('why'),
  allowed: text('allowed'),
  decided_by: integer('decided_by'),
  since: day('since'),
  until: day('until'),
  ended_on: day('ended_on'),
  told_until: day('told_until'),
  told_at: instant('told_at').notNull(),
});
export type ExceptionRow = typeof exceptions.$inferSelect;

export const steps = ['ask', 'allow', 'refuse', 'withdraw', 'prolong', 'end', 'run_out', 'spend'] as const;

export const exception_steps = pgTable('exception_steps', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  exception_id: integer('exception_id').notNull(),
  school_id: integer('school_id').notNull(),
  step: text('step').$type<(typeof steps)[number]>().notNull(),
  taken_by: integer('taken_by'),
  taken_at: instant('taken_at').notNull(),
  reason: text('reason'),
  until: day('until'),
  minutes: integer('minutes'),
});
export type StepRow = typeof exception_steps.$inferSelect;

export const exception_tickets = pgTable('exception_tickets', {
  ticket_number: integer('ticket_number').primaryKey(),
  exception_id: integer('exception_id').notNull(),
  school_id: integer('school_id').notNull(),
  put_by: integer('put_by').notNull(),
  put_at: instant('put_at').notNull(),
});

export const exception_looks = pgTable('exception_looks', {
  person_id: integer('person_id').primaryKey(),
  school_id: integer('school_id').notNull(),
  looked_at: instant('looked_at').notNull(),
});
