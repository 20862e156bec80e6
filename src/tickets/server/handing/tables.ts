import { bigint, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ChosenWay } from '#accounts/rules/giving.ts';
import type { Category } from '../../rules/categories.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What goes to which team, and what was handed over together, named as in migrations/0011_handing.sql. */

export const team_rules = pgTable('team_rules', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  team_id: integer('team_id').notNull(),
  place: integer('place').notNull(),
  categories: text('categories').array().$type<Category[]>(),
  schools: integer('schools').array(),
  set_by: integer('set_by').notNull(),
  set_at: instant('set_at').notNull(),
  removed_by: integer('removed_by'),
  removed_at: instant('removed_at'),
});

export const hand_overs = pgTable('hand_overs', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  from_id: integer('from_id').notNull(),
  by_id: integer('by_id').notNull(),
  at: instant('at').notNull(),
  undone_at: instant('undone_at'),
});

export const hand_over_tickets = pgTable(
  'hand_over_tickets',
  {
    hand_over_id: integer('hand_over_id').notNull(),
    ticket_number: integer('ticket_number').notNull(),
    position: bigint('position', { mode: 'number' }).notNull(),
  },
  table => [primaryKey({ columns: [table.hand_over_id, table.ticket_number] })],
);

/** Named as in migrations/0016_waiting.sql. */
export const waiting_for_team = pgTable('waiting_for_team', {
  ticket_number: integer('ticket_number').primaryKey(),
  team_id: integer('team_id').notNull(),
  way: text('way').$type<ChosenWay>().notNull(),
  since: instant('since').notNull(),
});
