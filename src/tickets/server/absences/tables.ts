import { boolean, date, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

/** Who of the desk is there when, named as in migrations/0011_handing.sql. */

export const work_hours = pgTable(
  'work_hours',
  {
    person_id: integer('person_id').notNull(),
    weekday: integer('weekday').notNull(),
    from_minute: integer('from_minute').notNull(),
    to_minute: integer('to_minute').notNull(),
    set_by: integer('set_by').notNull(),
    set_at: instant('set_at').notNull(),
  },
  table => [primaryKey({ columns: [table.person_id, table.weekday, table.from_minute] })],
);

export const absences = pgTable('absences', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  person_id: integer('person_id').notNull(),
  from_date: day('from_date').notNull(),
  from_noon: boolean('from_noon').notNull().default(false),
  to_date: day('to_date').notNull(),
  to_noon: boolean('to_noon').notNull().default(false),
  reason: text('reason'),
  stand_in_id: integer('stand_in_id'),
  set_by: integer('set_by').notNull(),
  set_at: instant('set_at').notNull(),
  removed_at: instant('removed_at'),
});
