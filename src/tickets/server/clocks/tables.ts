import { bigint, boolean, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { MarkKind } from '../../rules/clocks/mark.ts';
import type { State } from '../../rules/lifecycle.ts';
import type { Priority } from '../../rules/priority.ts';

/** The ledger and what time has told, as migrations/0029_clocks.sql makes them. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const clock_marks = pgTable('clock_marks', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ticket_number: integer('ticket_number').notNull(),
  school_id: integer('school_id').notNull(),
  at: instant('at').notNull(),
  kind: text('kind').$type<MarkKind>().notNull(),
  state: text('state').$type<State>().notNull(),
  priority: text('priority').$type<Priority>().notNull(),
  passed: boolean('passed').notNull(),
});

export const clock_told = pgTable(
  'clock_told',
  {
    ticket_number: integer('ticket_number').notNull(),
    what: text('what').notNull(),
    round: bigint('round', { mode: 'number' }).notNull(),
    step: integer('step').notNull(),
    told_at: instant('told_at').notNull(),
  },
  table => [primaryKey({ columns: [table.ticket_number, table.what, table.round, table.step] })],
);

export const clock_recounts = pgTable('clock_recounts', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  school_id: integer('school_id'),
  asked_at: instant('asked_at').notNull(),
  total: integer('total'),
  done: integer('done').notNull().default(0),
  upto: integer('upto').notNull().default(0),
  ended_at: instant('ended_at'),
});
