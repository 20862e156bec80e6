import { date, integer, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import type { ReviewAnswer } from '../../rules/review.ts';

/** Named as in migrations/0019_school_login.sql, which also says what they mean. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const reviews = pgTable('reviews', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  school_id: integer('school_id').notNull(),
  school_year: smallint('school_year'),
  started_at: instant('started_at').notNull(),
  started_by: integer('started_by'),
  due_day: date('due_day', { mode: 'string' }).notNull(),
  ended_at: instant('ended_at'),
  ended_as: text('ended_as').$type<'confirmed' | 'expired'>(),
});

export const review_answers = pgTable(
  'review_answers',
  {
    review_id: integer('review_id').notNull(),
    school_id: integer('school_id').notNull(),
    person_id: integer('person_id').notNull(),
    answer: text('answer').$type<ReviewAnswer>().notNull(),
    answered_by: integer('answered_by'),
    answered_at: instant('answered_at').notNull(),
  },
  table => [primaryKey({ columns: [table.review_id, table.person_id] })],
);
