import { boolean, date, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { EmergencyNumber } from '../../rules/igroup/igroup.ts';
import type { Stretch, WorkPeriod } from '#sla/rules/week.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The group that runs this installation, as migrations/0027_first_run.sql, 0031_calendars.sql and 0048_emergency_numbers.sql make it. */

export const igroup = pgTable('igroup', {
  only_row: boolean('only_row').primaryKey().default(true),
  name: text('name'),
  system: text('system'),
  version: integer('version').notNull().default(0),
  numbers: jsonb('numbers').$type<EmergencyNumber[]>().notNull().default([]),
  numbers_version: integer('numbers_version').notNull().default(0),
});

export const desk_times = pgTable('desk_times', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  since: instant('since').notNull(),
  zone: text('zone').notNull(),
  week: jsonb('week').$type<WorkPeriod[]>().notNull(),
  said_by: integer('said_by').notNull(),
});

export const desk_days = pgTable('desk_days', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  first_day: date('first_day', { mode: 'string' }).notNull(),
  last_day: date('last_day', { mode: 'string' }).notNull(),
  name: text('name').notNull(),
  hours: jsonb('hours').$type<Stretch[]>().notNull(),
  told_by: integer('told_by').notNull(),
  told_at: instant('told_at').notNull(),
  taken_back_by: integer('taken_back_by'),
  taken_back_at: instant('taken_back_at'),
});
