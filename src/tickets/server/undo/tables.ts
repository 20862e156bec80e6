import { bigint, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What a deed changed: enough to put it back, by the `way` (ways.ts) that knows what `before` and `after` hold. */
export const changes = pgTable('changes', {
  position: bigint('position', { mode: 'number' }).primaryKey(),
  ticket_number: integer('ticket_number').notNull(),
  school_id: integer('school_id').notNull(),
  person_id: integer('person_id').notNull(),
  at: instant('at').notNull(),
  way: text('way').notNull(),
  before: jsonb('before').$type<unknown>().notNull(),
  after: jsonb('after').$type<unknown>().notNull(),
  undone_at: instant('undone_at'),
});
