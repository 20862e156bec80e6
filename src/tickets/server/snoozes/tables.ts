import { bigint, boolean, integer, pgTable, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Who has put which ticket away, and until when: one row for each, ended while it is in sight. */
export const snoozes = pgTable('snoozes', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ticket_number: integer('ticket_number').notNull(),
  person_id: integer('person_id').notNull(),
  until: instant('until'),
  snoozed_at: instant('snoozed_at').notNull(),
  ended_at: instant('ended_at'),
  back: boolean('back').notNull().default(false),
});
