import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { AnnouncementKind } from '../../rules/announcement-kinds.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What the iGroup announces, as the migrations make it; `schools` null is all of them. */
export const announcements = pgTable('announcements', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  kind: text('kind').$type<AnnouncementKind>().notNull(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  html: text('html').notNull(),
  schools: integer('schools').array(),
  starts_at: instant('starts_at').notNull(),
  ends_at: instant('ends_at'),
  written_by: integer('written_by').notNull(),
  written_at: instant('written_at').notNull(),
  withdrawn_at: instant('withdrawn_at'),
});
export type AnnouncementRow = typeof announcements.$inferSelect;
