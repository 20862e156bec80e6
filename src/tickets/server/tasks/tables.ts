import { bigint, date, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What somebody of the iGroup has to do on a ticket, named as in migrations/0008_tasks.sql. */
export const tasks = pgTable('tasks', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ticket_number: integer('ticket_number').notNull(),
  text: text('text').notNull(),
  assignee_id: integer('assignee_id').notNull(),
  due_on: date('due_on', { mode: 'string' }),
  added_by: integer('added_by').notNull(),
  added_at: instant('added_at').notNull(),
  done_by: integer('done_by'),
  done_at: instant('done_at'),
  told_due_at: instant('told_due_at'),
  removed_at: instant('removed_at'),
});
