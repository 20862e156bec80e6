import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** How long each step usually takes, as migrations/0038_step_times.sql makes it. */
export const step_times = pgTable(
  'step_times',
  {
    category: text('category').notNull(),
    state: text('state').notNull(),
    tickets: integer('tickets').notNull(),
    schools: integer('schools').notNull(),
    half_minutes: integer('half_minutes').notNull(),
    most_minutes: integer('most_minutes').notNull(),
    counted_at: timestamp('counted_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  table => [primaryKey({ columns: [table.category, table.state] })],
);
