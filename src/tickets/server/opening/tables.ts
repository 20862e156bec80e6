import { integer, pgTable } from 'drizzle-orm/pg-core';

/** Tickets that a school sees and that go on from one inside: in no row that the school reads. */
export const inside_follows = pgTable('inside_follows', {
  number: integer('number').primaryKey(),
  inside_number: integer('inside_number').notNull(),
});
