import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Lang, Words } from '#platform/schemas.ts';
import type { Outcome } from '../../rules/bulks/limits.ts';
import type { Steps } from '../../rules/steps/step.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Work on many tickets at once, and what became of each, named as in migrations/0007_bulk.sql. */
export const bulks = pgTable('bulks', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  person_id: integer('person_id').notNull(),
  session_id: uuid('session_id'),
  token_id: uuid('token_id'),
  lang: text('lang').$type<Lang>().notNull(),
  steps: jsonb('steps').$type<Steps>().notNull(),
  total: integer('total').notNull(),
  asked_at: instant('asked_at').notNull(),
  starts_at: instant('starts_at').notNull(),
  stopped_at: instant('stopped_at'),
  undo_asked_at: instant('undo_asked_at'),
  ended_at: instant('ended_at'),
});
export type BulkRow = typeof bulks.$inferSelect;

export const bulk_tickets = pgTable(
  'bulk_tickets',
  {
    bulk_id: integer('bulk_id').notNull(),
    place: integer('place').notNull(),
    ticket_number: integer('ticket_number').notNull(),
    outcome: text('outcome').$type<Outcome>(),
    done_at: instant('done_at'),
    undone_at: instant('undone_at'),
    reason: jsonb('reason').$type<Words>(),
  },
  table => [primaryKey({ columns: [table.bulk_id, table.place] })],
);
