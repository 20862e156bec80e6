import { bigint, integer, pgTable, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Who of the iGroup follows which ticket: one row for each, ended while she does not. */
export const followers = pgTable('followers', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ticket_number: integer('ticket_number').notNull(),
  person_id: integer('person_id').notNull(),
  added_by: integer('added_by').notNull(),
  added_at: instant('added_at').notNull(),
  ended_at: instant('ended_at'),
});
