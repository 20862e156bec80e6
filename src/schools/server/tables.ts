import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** The tables of this house, named as in migrations/0001_foundation.sql. */

export const schools = pgTable('schools', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  town: text('town'),
  zone: text('zone').notNull().default('America/Vancouver'),
  created_at: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
});
