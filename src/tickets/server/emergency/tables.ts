import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { EmergencyKind, locked_out_roles } from '../../rules/emergency/emergency.ts';

/** What came through the emergency door, as migrations/ make it. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const emergency_reports = pgTable('emergency_reports', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  receipt: text('receipt').notNull(),
  sent_once: text('sent_once').notNull(),
  kind: text('kind').$type<EmergencyKind>().notNull(),
  caller: text('caller').notNull(),
  role: text('role').$type<(typeof locked_out_roles)[number]>(),
  call_back: text('call_back').notNull(),
  school_typed: text('school_typed').notNull(),
  what: text('what').notNull(),
  seen_when: text('seen_when'),
  seen_by: text('seen_by'),
  network: text('network').notNull(),
  reported_at: instant('reported_at').notNull(),
  ticket_number: integer('ticket_number'),
  ended_by: integer('ended_by'),
  ended_at: instant('ended_at'),
});
