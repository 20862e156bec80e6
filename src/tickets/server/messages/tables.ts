import { bigint, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What a message said before it was edited. `school_id` is who may read it: none of a note's. */
export const message_versions = pgTable('message_versions', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ticket_number: integer('ticket_number').notNull(),
  reply_id: bigint('reply_id', { mode: 'number' }),
  note_id: bigint('note_id', { mode: 'number' }),
  school_id: integer('school_id'),
  text: text('text').notNull(),
  edited_by: integer('edited_by').notNull(),
  edited_at: instant('edited_at').notNull(),
  undone_at: instant('undone_at'),
});
