import { bigint, integer, pgTable, primaryKey, timestamp } from 'drizzle-orm/pg-core';

/** How far each person has read a ticket, as the migrations make it. */
export const readings = pgTable(
  'readings',
  {
    person_id: integer('person_id').notNull(),
    ticket_number: integer('ticket_number').notNull(),
    reply_id: bigint('reply_id', { mode: 'number' }).notNull().default(0),
    note_id: bigint('note_id', { mode: 'number' }).notNull().default(0),
    at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  table => [primaryKey({ columns: [table.person_id, table.ticket_number] })],
);
