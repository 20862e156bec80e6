import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Words } from '#platform/schemas.ts';
import type { Category } from '../../rules/categories.ts';
import type { Values } from '../../rules/fields/field.ts';
import type { Impact, Urgency } from '../../rules/priority.ts';
import type { ForWhom } from '../../rules/templates/template.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Templates of tickets and their use, named as in migrations/0005_fields.sql. */
export const templates = pgTable('templates', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  name: jsonb('name').$type<Words>().notNull(),
  for_whom: text('for_whom').$type<ForWhom>().notNull(),
  category: text('category').$type<Category>(),
  subject: jsonb('subject').$type<Words>(),
  description: jsonb('description').$type<Words>(),
  impact: text('impact').$type<Impact>(),
  urgency: text('urgency').$type<Urgency>(),
  values: jsonb('values').$type<Values>().notNull(),
  made_by: integer('made_by').notNull(),
  made_at: instant('made_at').notNull(),
  changed_by: integer('changed_by').notNull(),
  changed_at: instant('changed_at').notNull(),
  removed_at: instant('removed_at'),
});

export const template_uses = pgTable('template_uses', {
  ticket_number: integer('ticket_number').primaryKey(),
  template_id: integer('template_id').notNull(),
  school_id: integer('school_id').notNull(),
  used_by: integer('used_by').notNull(),
  used_at: instant('used_at').notNull(),
});
