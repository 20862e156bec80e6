import { date, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { FactKind } from '../../rules/facts/kinds.ts';

/** The table of facts, named as in migrations/, which also say what it means. */
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const school_facts = pgTable('school_facts', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  school_id: integer('school_id').notNull(),
  kind: text('kind').$type<FactKind>().notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  document: text('document'),
  document_version: text('document_version'),
  signer: text('signer'),
  signer_role: text('signer_role'),
  person_id: integer('person_id'),
  lifts: integer('lifts'),
  said_by: text('said_by'),
  reason: text('reason'),
  recorded_by: integer('recorded_by'),
  recorded_at: instant('recorded_at').notNull(),
  withdrawn_by: integer('withdrawn_by'),
  withdrawn_at: instant('withdrawn_at'),
  withdrawn_why: text('withdrawn_why'),
});
