import {
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Words } from '#platform/schemas.ts';
import type { Category } from '../../rules/categories.ts';
import type { Bounds, Choice, Condition, FieldKind, RequiredAt, Values } from '../../rules/fields/field.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Custom fields and what tickets hold in them, named as in migrations/0005_fields.sql. */
export const fields = pgTable('fields', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  kind: text('kind').$type<FieldKind>().notNull(),
  name: jsonb('name').$type<Words>().notNull(),
  help: jsonb('help').$type<Words>(),
  categories: text('categories').array().$type<Category[]>().notNull(),
  required: text('required').$type<RequiredAt>().notNull(),
  for_school: boolean('for_school').notNull(),
  bounds: jsonb('bounds').$type<Bounds>().notNull(),
  choices: jsonb('choices').$type<Choice[]>().notNull(),
  condition: jsonb('condition').$type<Condition>(),
  place: integer('place').notNull(),
  made_by: integer('made_by').notNull(),
  made_at: instant('made_at').notNull(),
  changed_by: integer('changed_by').notNull(),
  changed_at: instant('changed_at').notNull(),
  removed_at: instant('removed_at'),
});
export type FieldRow = typeof fields.$inferSelect;

export const ticket_fields = pgTable(
  'ticket_fields',
  {
    ticket_number: integer('ticket_number').notNull(),
    audience: text('audience').$type<'school' | 'desk'>().notNull(),
    school_id: integer('school_id').notNull(),
    values: jsonb('values').$type<Values>().notNull(),
    words: tsvector('words').notNull(),
  },
  table => [primaryKey({ columns: [table.ticket_number, table.audience] })],
);
