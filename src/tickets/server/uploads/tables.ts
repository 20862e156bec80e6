import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Files on their way (migrations/0002_together.sql). */
export const uploads = pgTable('uploads', {
  id: uuid('id').primaryKey().defaultRandom(),
  person_id: integer('person_id').notNull(),
  name: text('name').notNull(),
  size: integer('size').notNull(),
  received: integer('received').notNull().default(0),
  begun_at: timestamp('begun_at', { withTimezone: true, mode: 'date' }).notNull(),
  touched_at: timestamp('touched_at', { withTimezone: true, mode: 'date' }).notNull(),
  file_id: uuid('file_id'),
});
