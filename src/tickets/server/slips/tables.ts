import { bigint, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const slips = pgTable('slips', {
  id: text('id').primaryKey(),
  school_id: integer('school_id').notNull(),
  ticket_number: integer('ticket_number').notNull(),
  reply_id: bigint('reply_id', { mode: 'number' }),
  arrived_by: integer('arrived_by').notNull(),
  arrived_at: instant('arrived_at').notNull(),
  written_at: instant('written_at'),
});
