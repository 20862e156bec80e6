import { boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { WorkPeriod } from '#sla/rules/week.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The group that runs this installation, as migrations/0027_first_run.sql makes it. */

export const igroup = pgTable('igroup', {
  only_row: boolean('only_row').primaryKey().default(true),
  name: text('name'),
  system: text('system'),
  version: integer('version').notNull().default(0),
});

export const desk_times = pgTable('desk_times', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  since: instant('since').notNull(),
  zone: text('zone').notNull(),
  week: jsonb('week').$type<WorkPeriod[]>().notNull(),
  said_by: integer('said_by').notNull(),
});
