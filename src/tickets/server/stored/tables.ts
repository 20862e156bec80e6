import { boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { StoredQuery } from '../../rules/lists/view.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Stored queries, named as in migrations/0002_together.sql. */
export const views = pgTable('views', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  owner_id: integer('owner_id').notNull(),
  name: text('name').notNull(),
  shared: boolean('shared').notNull().default(false),
  query: jsonb('query').$type<StoredQuery>().notNull(),
  created_at: instant('created_at').notNull(),
  changed_at: instant('changed_at').notNull(),
  removed_at: instant('removed_at'),
});
