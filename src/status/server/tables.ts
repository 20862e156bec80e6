import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Lang } from '#platform/schemas.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { Audience, NoticeKind, Severity } from '../rules/kinds.ts';
import type { Standing, ToldMove } from '../rules/states.ts';

/** The tables of this house, as the migration makes them, which also says what they mean. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const status_systems = pgTable('status_systems', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  name_en: text('name_en').notNull(),
  name_fr: text('name_fr').notNull(),
  place: integer('place').notNull(),
  removed_at: instant('removed_at'),
});

export const status_notices = pgTable('status_notices', {
  id: uuid('id').primaryKey().defaultRandom(),
  kind: text('kind').$type<NoticeKind>().notNull(),
  system_id: integer('system_id').notNull(),
  severity: text('severity').$type<Severity>().notNull(),
  audience: text('audience').$type<Audience>().notNull(),
  lang: text('lang').$type<Lang>().notNull(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  category: text('category').$type<Category>().notNull(),
  state: text('state').$type<Standing['state']>().notNull().default('draft'),
  starts_at: instant('starts_at').notNull(),
  ends_at: instant('ends_at'),
  edition: integer('edition').notNull().default(1),
  written_by: integer('written_by').notNull(),
  written_at: instant('written_at').notNull(),
  published_at: instant('published_at'),
  ended_at: instant('ended_at'),
  changed_at: instant('changed_at').notNull(),
});
export type NoticeRow = typeof status_notices.$inferSelect;

export const status_notice_schools = pgTable(
  'status_notice_schools',
  { notice_id: uuid('notice_id').notNull(), school_id: integer('school_id').notNull() },
  table => [primaryKey({ columns: [table.notice_id, table.school_id] })],
);

export const status_versions = pgTable(
  'status_versions',
  {
    notice_id: uuid('notice_id').notNull(),
    edition: integer('edition').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    changed_by: integer('changed_by').notNull(),
    changed_at: instant('changed_at').notNull(),
  },
  table => [primaryKey({ columns: [table.notice_id, table.edition] })],
);

export const status_updates = pgTable('status_updates', {
  id: uuid('id').primaryKey().defaultRandom(),
  notice_id: uuid('notice_id').notNull(),
  text: text('text').notNull(),
  move: text('move').$type<ToldMove>(),
  written_by: integer('written_by').notNull(),
  written_at: instant('written_at').notNull(),
  leaves_at: instant('leaves_at').notNull(),
  bulk_id: integer('bulk_id'),
  told_at: instant('told_at'),
  taken_back_at: instant('taken_back_at'),
});
export type UpdateRow = typeof status_updates.$inferSelect;

export const status_gathered = pgTable('status_gathered', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  notice_id: uuid('notice_id').notNull(),
  ticket_number: integer('ticket_number').notNull(),
  school_id: integer('school_id').notNull(),
  gathered_by: integer('gathered_by').notNull(),
  gathered_at: instant('gathered_at').notNull(),
  parted_by: integer('parted_by'),
  parted_at: instant('parted_at'),
});

export const status_me_toos = pgTable('status_me_toos', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  notice_id: uuid('notice_id').notNull(),
  school_id: integer('school_id').notNull(),
  person_id: integer('person_id').notNull(),
  said_at: instant('said_at').notNull(),
  browser: text('browser'),
  system: text('system'),
  computers: integer('computers'),
  taken_back_at: instant('taken_back_at'),
  works: boolean('works'),
  answered_at: instant('answered_at'),
  ticket_number: integer('ticket_number'),
});
