import { bigint, boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Words } from '#platform/schemas.ts';
import type { Category } from '../../rules/categories.ts';
import type { ListedItem } from '../../rules/tasks/checklist.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Checklists and their items on tickets, named as in migrations/0008_tasks.sql. */
export const checklists = pgTable('checklists', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  name: text('name').notNull(),
  categories: text('categories').array().$type<Category[]>().notNull(),
  items: jsonb('items').$type<ListedItem[]>().notNull(),
  created_by: integer('created_by').notNull(),
  created_at: instant('created_at').notNull(),
  changed_by: integer('changed_by').notNull(),
  changed_at: instant('changed_at').notNull(),
  removed_at: instant('removed_at'),
});

export const checklist_items = pgTable('checklist_items', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ticket_number: integer('ticket_number').notNull(),
  checklist_id: integer('checklist_id'),
  list: text('list'),
  text: jsonb('text').$type<Words>().notNull(),
  required_before_solving: boolean('required_before_solving').notNull().default(false),
  place: integer('place').notNull(),
  added_by: integer('added_by'),
  added_at: instant('added_at').notNull(),
  ticked_by: integer('ticked_by'),
  ticked_at: instant('ticked_at'),
  removed_at: instant('removed_at'),
});
