import { date, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import type { Lang } from '#platform/schemas.ts';
import type { DeskTime } from '#sla/rules/desk-hours.ts';
import type { Promised, Targets } from '#sla/rules/targets.ts';
import type { Watched } from '../rules/watching.ts';

/** The tables of this house, as the migrations make them, which also say what they mean. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

export const agreements = pgTable('agreements', {
  version: integer('version').primaryKey(),
  targets: jsonb('targets').$type<Targets>().notNull(),
  goals: jsonb('goals').$type<Promised['goals']>().notNull(),
  warn_at: jsonb('warn_at').$type<number[]>().notNull(),
  complaint_days: smallint('complaint_days'),
  review_on: day('review_on'),
  text_en: text('text_en'),
  text_fr: text('text_fr'),
  edition: integer('edition').notNull().default(1),
  written_by: integer('written_by'),
  written_at: instant('written_at').notNull(),
  published_by: integer('published_by'),
  published_at: instant('published_at'),
  effective_on: day('effective_on'),
  effective_at: instant('effective_at'),
  hours: jsonb('hours').$type<DeskTime>(),
  document_en: text('document_en'),
  document_fr: text('document_fr'),
  sha256_en: text('sha256_en'),
  sha256_fr: text('sha256_fr'),
});
export type AgreementRow = typeof agreements.$inferSelect;

export const agreement_signatures = pgTable('agreement_signatures', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  version: integer('version').notNull(),
  school_id: integer('school_id').notNull(),
  fact_id: integer('fact_id').notNull(),
  side: text('side').$type<'school' | 'group'>().notNull(),
  way: text('way').$type<'browser' | 'paper'>().notNull(),
  party: text('party').notNull(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  person_id: integer('person_id').notNull(),
  signed_on: day('signed_on').notNull(),
  signed_at: instant('signed_at').notNull(),
  lang: text('lang').$type<Lang>(),
  sha256: text('sha256'),
});

export const agreement_reminders = pgTable(
  'agreement_reminders',
  {
    version: integer('version').notNull(),
    school_id: integer('school_id').notNull(),
    reminded_by: integer('reminded_by').notNull(),
    reminded_at: instant('reminded_at').notNull(),
  },
  table => [primaryKey({ columns: [table.version, table.school_id, table.reminded_at] })],
);

export const agreement_told = pgTable(
  'agreement_told',
  {
    version: integer('version').notNull(),
    what: text('what').$type<Watched>().notNull(),
    of: text('of').notNull(),
    told_at: instant('told_at').notNull(),
  },
  table => [primaryKey({ columns: [table.version, table.what, table.of] })],
);
