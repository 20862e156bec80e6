import { integer, pgTable, timestamp } from 'drizzle-orm/pg-core';

/** Named as in migrations/0030_several_schools.sql, which also says what it means. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const same_people = pgTable('same_people', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  person_id: integer('person_id').notNull(),
  other_id: integer('other_id').notNull(),
  school_id: integer('school_id').notNull(),
  other_school_id: integer('other_school_id').notNull(),
  person_password: integer('person_password').notNull(),
  other_password: integer('other_password').notNull(),
  said_by: integer('said_by').notNull(),
  said_at: instant('said_at').notNull(),
  ended_by: integer('ended_by'),
  ended_at: instant('ended_at'),
});
