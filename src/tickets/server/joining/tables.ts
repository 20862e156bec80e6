import { bigint, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Kind } from '../../rules/joining/kinds.ts';
import type { ResolutionCode, State } from '../../rules/lifecycle.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** How a ticket stood before it was merged. */
export interface Was {
  state: State;
  ended_at: string | null;
  resolution_code: ResolutionCode | null;
  planned_for: string | null;
}

/** Which tickets are joined and how, as the migrations make it; an undone one stays as a fact of the past. */
export const joinings = pgTable('joinings', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  kind: text('kind').$type<Kind>().notNull(),
  from_number: integer('from_number').notNull(),
  to_number: integer('to_number').notNull(),
  /** The school that may know of it; null: the desk alone. */
  school_id: integer('school_id'),
  made_by: integer('made_by').notNull(),
  made_at: instant('made_at').notNull(),
  was: jsonb('was').$type<Was>(),
  undone_by: integer('undone_by'),
  undone_at: instant('undone_at'),
});
export type JoiningRow = typeof joinings.$inferSelect;

/** The messages that a split shows on the other ticket. */
export const joined_messages = pgTable('joined_messages', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  joining_id: integer('joining_id').notNull(),
  reply_id: bigint('reply_id', { mode: 'number' }),
  note_id: bigint('note_id', { mode: 'number' }),
  school_id: integer('school_id'),
});
