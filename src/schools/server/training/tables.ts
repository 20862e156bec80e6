import { date, integer, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import type { PlaceState } from '../../rules/training/limits.ts';

/** The tables of the training register, named as in migrations/, which also say what they mean. */
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const identity = () => integer('id').primaryKey().generatedAlwaysAsIdentity();

export const courses = pgTable('courses', {
  id: identity(),
  name: text('name').notNull(),
  first_week: smallint('first_week').notNull(),
  made_by: integer('made_by').notNull(),
  made_at: instant('made_at').notNull(),
  removed_at: instant('removed_at'),
});

export const course_parts = pgTable('course_parts', {
  id: identity(),
  course_id: integer('course_id').notNull(),
  week: smallint('week').notNull(),
  title: text('title').notNull(),
});

export const trainings = pgTable('trainings', {
  id: identity(),
  course_id: integer('course_id').notNull(),
  zone: text('zone').notNull(),
  place: text('place'),
  link: text('link'),
  capacity: smallint('capacity').notNull(),
  made_by: integer('made_by').notNull(),
  made_at: instant('made_at').notNull(),
  cancelled_at: instant('cancelled_at'),
});

export const training_sessions = pgTable('training_sessions', {
  id: identity(),
  training_id: integer('training_id').notNull(),
  part_id: integer('part_id').notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  starts_at: instant('starts_at').notNull(),
  ends_at: instant('ends_at').notNull(),
});

export const training_places = pgTable(
  'training_places',
  {
    training_id: integer('training_id').notNull(),
    person_id: integer('person_id').notNull(),
    school_id: integer('school_id').notNull(),
    state: text('state').$type<PlaceState>().notNull(),
    by: integer('by').notNull(),
    at: instant('at').notNull(),
  },
  table => [primaryKey({ columns: [table.training_id, table.person_id] })],
);

export const attendances = pgTable('attendances', {
  id: identity(),
  session_id: integer('session_id').notNull(),
  person_id: integer('person_id').notNull(),
  school_id: integer('school_id').notNull(),
  recorded_by: integer('recorded_by').notNull(),
  recorded_at: instant('recorded_at').notNull(),
  withdrawn_by: integer('withdrawn_by'),
  withdrawn_at: instant('withdrawn_at'),
  withdrawn_why: text('withdrawn_why'),
});
