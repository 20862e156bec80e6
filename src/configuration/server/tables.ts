import { boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Area } from '../rules/areas.ts';
import type { ChangeState } from '../rules/change.ts';
import type { Reach, Scope } from '../rules/scope.ts';
import type { State } from '../rules/state-words.ts';
import type { Step } from '../rules/states.ts';

/** The tables of this house, as the migrations make them, which also say what they mean. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

export const configuration_requests = pgTable('configuration_requests', {
  ticket_number: integer('ticket_number').primaryKey(),
  school_id: integer('school_id').notNull(),
  inside: boolean('inside').notNull(),
  asked_by: integer('asked_by').notNull(),
  asked_at: instant('asked_at').notNull(),
  state: text('state').$type<State>().notNull().default('asked'),
  area: text('area').$type<Area>().notNull(),
  setting: text('setting').notNull(),
  was: text('was').notNull(),
  becomes: text('becomes').notNull(),
  why: text('why').notNull(),
  wished_for: day('wished_for'),
  risks: text('risks'),
  reach: text('reach').$type<Reach>().notNull(),
  reach_words: text('reach_words'),
  scope: text('scope').$type<Scope>(),
  told_setting: text('told_setting'),
  told_was: text('told_was'),
  told_becomes: text('told_becomes'),
  told_why: text('told_why'),
  planned_for: day('planned_for'),
  change_id: uuid('change_id'),
});
export type RequestRow = typeof configuration_requests.$inferSelect;

export const configuration_named = pgTable('configuration_named', {
  ticket_number: integer('ticket_number').notNull(),
  wave_id: integer('wave_id'),
  school_id: integer('school_id'),
});

export const configuration_steps = pgTable('configuration_steps', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  ticket_number: integer('ticket_number').notNull(),
  step: text('step').$type<Step>().notNull(),
  taken_by: integer('taken_by').notNull(),
  taken_at: instant('taken_at').notNull(),
  reason: text('reason'),
});

export const configuration_changes = pgTable('configuration_changes', {
  id: uuid('id').primaryKey().defaultRandom(),
  state: text('state').$type<ChangeState>().notNull(),
  area: text('area').$type<Area>().notNull(),
  setting: text('setting').notNull(),
  was: text('was').notNull(),
  becomes: text('becomes').notNull(),
  why: text('why').notNull(),
  dropped_why: text('dropped_why'),
  scope: text('scope').$type<Scope>().notNull(),
  day: day('day').notNull(),
  told_at: instant('told_at').notNull(),
  rolls_back: uuid('rolls_back'),
});
export type ChangeRow = typeof configuration_changes.$inferSelect;

export const configuration_affected = pgTable(
  'configuration_affected',
  {
    change_id: uuid('change_id').notNull(),
    school_id: integer('school_id').notNull(),
  },
  table => [primaryKey({ columns: [table.change_id, table.school_id] })],
);

export const configuration_looks = pgTable('configuration_looks', {
  person_id: integer('person_id').primaryKey(),
  school_id: integer('school_id').notNull(),
  looked_at: instant('looked_at').notNull(),
});
