import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Lang, Words } from '#platform/schemas.ts';
import type { ImportKind } from '../../rules/importing/fields.ts';
import type { Counts, Import } from '../../rules/importing/import.ts';
import type { Encoding, Separator, Verdict } from '../../rules/importing/kinds.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Imports and their lines, named as in migrations/0017_imports.sql, which also says what they mean. */
export const imports = pgTable('imports', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  kind: text('kind').$type<ImportKind>().notNull(),
  name: text('name').notNull(),
  sha256: text('sha256').notNull(),
  size: integer('size').notNull(),
  begun_by: integer('begun_by').notNull(),
  begun_at: instant('begun_at').notNull(),
  person_id: integer('person_id').notNull(),
  session_id: uuid('session_id'),
  token_id: uuid('token_id'),
  lang: text('lang').$type<Lang>().notNull(),
  encoding: text('encoding').$type<Encoding>().notNull(),
  separator: text('separator').$type<Separator>().notNull(),
  columns: text('columns').array().notNull(),
  state: text('state').$type<Import['state']>().notNull(),
  done: integer('done').notNull().default(0),
  total: integer('total'),
  touched_at: instant('touched_at'),
  counts: jsonb('counts').$type<Counts>(),
  trouble: jsonb('trouble').$type<Words>(),
  ended_at: instant('ended_at'),
});
export type ImportRow = typeof imports.$inferSelect;

export const import_lines = pgTable(
  'import_lines',
  {
    import_id: integer('import_id').notNull(),
    line: integer('line').notNull(),
    cells: text('cells').array().notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    changes: jsonb('changes').$type<Record<string, [from: string, to: string]>>(),
    reasons: jsonb('reasons').$type<Words[]>(),
  },
  table => [primaryKey({ columns: [table.import_id, table.line] })],
);
export type ImportLineRow = typeof import_lines.$inferSelect;
