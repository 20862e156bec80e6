import { bigint, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** How somebody came to see a ticket: sent to a page or a script, opened before her eyes, one of its files fetched. */
export type How = 'loaded' | 'opened' | 'file';

/** Who of the iGroup looked at which ticket (the table is append-only; the database numbers its rows). */
export const accesses = pgTable('accesses', {
  position: bigint('position', { mode: 'number' }).primaryKey(),
  at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
  ticket_number: integer('ticket_number').notNull(),
  school_id: integer('school_id'),
  person_id: integer('person_id').notNull(),
  session_id: uuid('session_id'),
  token_id: uuid('token_id'),
  how: text('how').$type<How>().notNull(),
  hour: integer('hour').notNull(),
});
