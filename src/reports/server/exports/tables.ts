import { bigint, boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Lang } from '#platform/schemas.ts';
import type { ColumnName } from '#tickets/rules/lists/order.ts';
import type { StoredQuery } from '#tickets/rules/lists/view.ts';
import type { Export, Format } from '../../rules/exports/export.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Exports, named as in migrations/0012_reports.sql; `of_rights` in 0029. */
export const exports = pgTable('exports', {
  id: uuid('id').primaryKey().defaultRandom(),
  person_id: integer('person_id').notNull(),
  session_id: uuid('session_id'),
  token_id: uuid('token_id'),
  lang: text('lang').$type<Lang>().notNull(),
  name: text('name').notNull(),
  format: text('format').$type<Format>().notNull(),
  query: jsonb('query').$type<StoredQuery>().notNull(),
  columns: text('columns').array().$type<ColumnName[]>().notNull(),
  asked_at: instant('asked_at').notNull(),
  total: integer('total'),
  done: integer('done').notNull().default(0),
  touched_at: instant('touched_at'),
  outcome: text('outcome').$type<Exclude<Export['state'], 'waiting' | 'running'>>(),
  ended_at: instant('ended_at'),
  of_rights: boolean('of_rights').notNull().default(false),
  sha256: text('sha256'),
  size: bigint('size', { mode: 'number' }),
});
export type ExportRow = typeof exports.$inferSelect;
