import { integer, pgTable, primaryKey, timestamp } from 'drizzle-orm/pg-core';

/** Who of the school is on a ticket beside the one who asked, as the migrations make it. */
export const ticket_people = pgTable(
  'ticket_people',
  {
    ticket_number: integer('ticket_number').notNull(),
    person_id: integer('person_id').notNull(),
    school_id: integer('school_id').notNull(),
    added_by: integer('added_by').notNull(),
    added_at: timestamp('added_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  table => [primaryKey({ columns: [table.ticket_number, table.person_id] })],
);
