import { boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Guide } from '../rules/guide.ts';
import type { Owner } from '../rules/kinds.ts';
import type { Entry } from '../rules/network/network.ts';
import type { HandedBack } from '../rules/whose/hand-back.ts';
import type { Words } from '#platform/schemas.ts';
import type { Measured } from '../rules/measuring/measured.ts';

/** The tables of this house, as the migrations make them, which also say what they mean. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const guide_versions = pgTable('guide_versions', {
  version: integer('version').primaryKey(),
  guide: jsonb('guide').$type<Guide>().notNull(),
  why: text('why').notNull(),
  published_at: instant('published_at').notNull(),
  published_by: integer('published_by'),
});

export const guide_drafts = pgTable('guide_drafts', {
  one: boolean('one').primaryKey().default(true),
  guide: jsonb('guide').$type<Guide>().notNull(),
  edition: integer('edition').notNull(),
  version: integer('version').notNull(),
  written_by: integer('written_by').notNull(),
  written_at: instant('written_at').notNull(),
});

export const checks = pgTable('checks', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  run: uuid('run').notNull(),
  code: text('code').notNull(),
  guide_version: integer('guide_version').notNull(),
  answers: jsonb('answers').$type<[question: string, answer: string][]>().notNull(),
  beside: jsonb('beside').$type<[question: string, answer: string | null][]>().notNull(),
  outcome: text('outcome'),
  owner: text('owner').$type<Owner>(),
  measured: jsonb('measured').$type<Measured>(),
  message: text('message'),
  school_id: integer('school_id').notNull(),
  person_id: integer('person_id').notNull(),
  ticket_number: integer('ticket_number'),
  began_at: instant('began_at').notNull(),
  kept_at: instant('kept_at').notNull(),
});
export type CheckRow = typeof checks.$inferSelect;

export const hand_back_texts = pgTable('hand_back_texts', {
  duty: text('duty').$type<HandedBack>().primaryKey(),
  text: jsonb('text').$type<Words>().notNull(),
  next: jsonb('next').$type<Words>().notNull(),
  changed_by: integer('changed_by').notNull(),
  changed_at: instant('changed_at').notNull(),
});

export const network_lists = pgTable('network_lists', {
  version: integer('version').primaryKey(),
  entries: jsonb('entries').$type<Entry[]>().notNull(),
  why: text('why').notNull(),
  holds_from: date('holds_from', { mode: 'string' }).notNull(),
  published_by: integer('published_by').notNull(),
  published_at: instant('published_at').notNull(),
});

export const network_looks = pgTable('network_looks', {
  person_id: integer('person_id').primaryKey(),
  school_id: integer('school_id').notNull(),
  looked_at: instant('looked_at').notNull(),
});
