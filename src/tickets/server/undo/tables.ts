import { bigint, integer, jsonb, pgTable, timestamp } from 'drizzle-orm/pg-core';
import type { TicketPatch } from '../store.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What a deed changed on the ticket's row: enough to take it back. */
export const changes = pgTable('changes', {
  position: bigint('position', { mode: 'number' }).primaryKey(),
  ticket_number: integer('ticket_number').notNull(),
  school_id: integer('school_id').notNull(),
  person_id: integer('person_id').notNull(),
  at: instant('at').notNull(),
  before: jsonb('before').$type<TicketPatch>().notNull(),
  after: jsonb('after').$type<TicketPatch>().notNull(),
  note_id: bigint('note_id', { mode: 'number' }),
  undone_at: instant('undone_at'),
});
