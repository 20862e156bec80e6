import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Tags, named as in migrations/0004_tags.sql. */
export const tags = pgTable('tags', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  name: text('name').notNull(),
  created_by: integer('created_by').notNull(),
  created_at: instant('created_at').notNull(),
  removed_at: instant('removed_at'),
  stands_for: integer('stands_for'),
});

export const ticket_tags = pgTable(
  'ticket_tags',
  {
    ticket_number: integer('ticket_number').notNull(),
    tag_id: integer('tag_id').notNull(),
    added_by: integer('added_by').notNull(),
    added_at: instant('added_at').notNull(),
  },
  table => [primaryKey({ columns: [table.ticket_number, table.tag_id] })],
);
