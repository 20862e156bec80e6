import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Lang, Words } from '#platform/schemas.ts';
import type { SentMoving, SentReply } from '../../rules/macros/macro.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What leaves: a reply, or a move that says something to the school; with what is done beside it. */
export type OutgoingDeed = ({ kind: 'reply' } & SentReply) | ({ kind: 'move' } & SentMoving);

/** Messages of the desk that wait to leave, and what became of them. */
export const outgoing = pgTable('outgoing', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ticket_number: integer('ticket_number').notNull(),
  author_id: integer('author_id').notNull(),
  session_id: uuid('session_id'),
  token_id: uuid('token_id'),
  lang: text('lang').$type<Lang>().notNull(),
  deed: jsonb('deed').$type<OutgoingDeed>().notNull(),
  html: text('html').notNull(),
  held_at: instant('held_at').notNull(),
  leaves_at: instant('leaves_at').notNull(),
  outcome: text('outcome').$type<'sent' | 'taken_back' | 'stopped' | 'dismissed'>(),
  ended_at: instant('ended_at'),
  reason: jsonb('reason').$type<Words>(),
});
