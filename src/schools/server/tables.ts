import {
  date,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { SchoolKind } from '../rules/kinds.ts';
import type { DayOffKind } from '../rules/day-off-kinds.ts';

/** The tables of this house, named as in migrations/, which also say what they mean. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

/** What a school said of its connection; what is not known is not there. */
export type NetworkFacts = Partial<Record<'provider' | 'proxy' | 'firewall', string>>;

export const schools = pgTable('schools', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  town: text('town'),
  zone: text('zone').notNull().default('America/Vancouver'),
  created_at: instant('created_at').notNull(),
  kind: text('kind').$type<SchoolKind>(),
  first_grade: smallint('first_grade'),
  last_grade: smallint('last_grade'),
  wave_id: integer('wave_id'),
  network: jsonb('network').$type<NetworkFacts>().notNull().default({}),
  found_by: text('found_by').notNull().default(''),
  version: integer('version').notNull().default(1),
  trained_from: day('trained_from'),
  stage1_from: day('stage1_from'),
  suspended_from: day('suspended_from'),
  invited_from: day('invited_from'),
  signed_from: day('signed_from'),
  training_from: day('training_from'),
});

export const waves = pgTable('waves', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  name: text('name').notNull(),
  planned_for: day('planned_for'),
  made_by: integer('made_by').notNull(),
  made_at: instant('made_at').notNull(),
  removed_at: instant('removed_at'),
});

export const enrolments = pgTable(
  'enrolments',
  {
    school_id: integer('school_id').notNull(),
    year: smallint('year').notNull(),
    fte: numeric('fte', { precision: 9, scale: 4, mode: 'number' }).notNull(),
  },
  table => [primaryKey({ columns: [table.school_id, table.year] })],
);

export const days_off = pgTable(
  'days_off',
  {
    school_id: integer('school_id').notNull(),
    first_day: day('first_day').notNull(),
    last_day: day('last_day').notNull(),
    kind: text('kind').$type<DayOffKind>().notNull(),
    name: text('name').notNull(),
    id: integer('id').unique().generatedAlwaysAsIdentity(),
    said_by: integer('said_by'),
    said_at: instant('said_at'),
  },
  table => [primaryKey({ columns: [table.school_id, table.first_day, table.name] })],
);

export const school_notes = pgTable('school_notes', {
  school_id: integer('school_id').primaryKey(),
  text: text('text').notNull(),
});
