import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Lang } from '#platform/schemas.ts';
import type { Macro } from '../../rules/macros/macro.ts';
import type { Step } from '../../rules/steps/step.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Macros and their uses, named as in migrations/0006_macros.sql. */
export const macros = pgTable('macros', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  owner_id: integer('owner_id').notNull(),
  whose: text('whose').$type<Macro['whose']>().notNull(),
  team_id: integer('team_id'),
  name: text('name').notNull(),
  folder: text('folder').notNull(),
  lang: text('lang').$type<Lang>().notNull(),
  reply: text('reply'),
  note: text('note'),
  steps: jsonb('steps').$type<Step[]>().notNull(),
  created_at: instant('created_at').notNull(),
  changed_at: instant('changed_at').notNull(),
  removed_at: instant('removed_at'),
});

export const macro_uses = pgTable('macro_uses', {
  macro_id: integer('macro_id').notNull(),
  person_id: integer('person_id').notNull(),
  ticket_number: integer('ticket_number').notNull(),
  at: instant('at').notNull(),
});
