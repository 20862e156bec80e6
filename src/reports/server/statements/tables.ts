import { boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { DeskTimes } from '#sla/rules/desk-hours.ts';
import type { Promised, PromisedClock } from '#sla/rules/targets.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { Priority } from '#tickets/rules/priority.ts';
import type { Numbers } from '../../rules/statements/numbers.ts';
import type { Reason } from '../../rules/statements/reasons.ts';

/** Statements as migrations/0033_statements.sql makes them, which also says what they mean. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const statement_months = pgTable('statement_months', {
  month: text('month').primaryKey(),
  from_at: instant('from_at').notNull(),
  to_at: instant('to_at').notNull(),
  touched_at: instant('touched_at').notNull(),
  closed_at: instant('closed_at'),
});

/** By what was measured, as JSON keeps it. */
export interface KeptMeasure {
  times: (Omit<DeskTimes[number], 'since'> & { since: string })[];
  promises: Promised[];
}

export const statements = pgTable('statements', {
  month: text('month').notNull(),
  school_id: integer('school_id'),
  numbers: jsonb('numbers').$type<Numbers>().notNull(),
  measure: jsonb('measure').$type<KeptMeasure>().notNull(),
});

export const statement_breaches = pgTable('statement_breaches', {
  month: text('month').notNull(),
  ticket_number: integer('ticket_number').notNull(),
  clock: text('clock').$type<PromisedClock>().notNull(),
  school_id: integer('school_id').notNull(),
  category: text('category').$type<Category>().notNull(),
  priority: text('priority').$type<Priority>().notNull(),
  due_at: instant('due_at').notNull(),
  met_at: instant('met_at'),
  spent: integer('spent').notNull(),
  target: integer('target').notNull(),
  reason: jsonb('reason').$type<Reason>().notNull(),
});

export const statement_looks = pgTable('statement_looks', {
  person_id: integer('person_id').primaryKey(),
  school_id: integer('school_id').notNull(),
  month: text('month').notNull(),
});

export const how_fast_switches = pgTable('how_fast_switches', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  shown: boolean('shown').notNull(),
  said_by: integer('said_by').notNull(),
  said_at: instant('said_at').notNull(),
});
