import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { SetUpStep } from '../../rules/set-up/steps.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Steps of the first run that somebody has put off, as migrations/0027_first_run.sql makes it. */
export const steps_put_off = pgTable('steps_put_off', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  step: text('step').$type<SetUpStep>().notNull(),
  put_off_by: integer('put_off_by').notNull(),
  put_off_at: instant('put_off_at').notNull(),
  taken_up_by: integer('taken_up_by'),
  taken_up_at: instant('taken_up_at'),
});
