import { integer, pgTable, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What is measured of each ticket, as migrations/0012_reports.sql makes it. */
export const ticket_measures = pgTable('ticket_measures', {
  ticket_number: integer('ticket_number').primaryKey(),
  school_id: integer('school_id').notNull(),
  answered_at: instant('answered_at'),
  answer_minutes: integer('answer_minutes'),
  resolved_at: instant('resolved_at'),
});
