import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Named as in migrations/0019_school_login.sql, which also says what it means. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const handovers = pgTable('handovers', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  school_id: integer('school_id').notNull(),
  from_id: integer('from_id'),
  to_id: integer('to_id').notNull(),
  proposed_by: integer('proposed_by').notNull(),
  proposed_at: instant('proposed_at').notNull(),
  expires_at: instant('expires_at').notNull(),
  reason: text('reason'),
  ended_at: instant('ended_at'),
  ended_as: text('ended_as').$type<'accepted' | 'declined' | 'withdrawn' | 'expired'>(),
});
