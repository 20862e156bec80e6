import { bigint, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { NoticeKind } from '../../rules/notices.ts';

/** What concerns a person of the iGroup, and what she does not want to be told, as the migrations make them. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const notices = pgTable('notices', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  person_id: integer('person_id').notNull(),
  kind: text('kind').$type<NoticeKind>().notNull(),
  /** Null where it is of a month ('YYYY-MM'), whose statement is there. */
  ticket_number: integer('ticket_number'),
  month: text('month'),
  /** What is told of the supported system, or a topic of the forum, and what that was called. */
  status_id: uuid('status_id'),
  topic_id: integer('topic_id'),
  about: text('about'),
  /** The day on which the week's searches that found nothing were there. */
  week: date('week', { mode: 'string' }),
  /** The version of the agreement that it is of. */
  agreement: integer('agreement'),
  /** The event that made it; null where it was not an event. */
  position: bigint('position', { mode: 'number' }),
  by_id: integer('by_id'),
  /** The work on many tickets that made it. */
  bulk_id: integer('bulk_id'),
  /** Of how many tickets it tells. */
  count: integer('count').notNull().default(1),
  at: instant('at').notNull(),
  read_at: instant('read_at'),
  /** When she is to be told, as long as she is not. */
  held_until: instant('held_until'),
});

export const notices_off = pgTable(
  'notices_off',
  { person_id: integer('person_id').notNull(), kind: text('kind').$type<NoticeKind>().notNull() },
  table => [primaryKey({ columns: [table.person_id, table.kind] })],
);
