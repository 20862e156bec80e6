import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** What is being written, for its person alone (migrations/0002_together.sql). */
export const drafts = pgTable(
  'drafts',
  {
    person_id: integer('person_id').notNull(),
    place: text('place').notNull(),
    fields: jsonb('fields').$type<Record<string, string>>().notNull(),
    version: integer('version').notNull(),
    written_at: timestamp('written_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  table => [primaryKey({ columns: [table.person_id, table.place] })],
);
