import { bigint, customType, integer, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { KeyKind, OpeningKey, Outcome } from '../../rules/keys/kinds.ts';

/** The tables of second keys and of what sign-in saw, named as in migrations/, which also say what they mean. */

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const identity = () => integer('id').primaryKey().generatedAlwaysAsIdentity();

export const second_keys = pgTable('second_keys', {
  id: identity(),
  person_id: integer('person_id').notNull(),
  kind: text('kind').$type<KeyKind>().notNull(),
  name: text('name').notNull(),
  secret: bytes('secret'),
  credential: text('credential').unique(),
  transports: text('transports').array().notNull().default([]),
  last_used: bigint('last_used', { mode: 'number' }).notNull().default(0),
  created_at: instant('created_at').notNull(),
  used_at: instant('used_at'),
  removed_at: instant('removed_at'),
  removed_by: integer('removed_by'),
});

export const recovery_codes = pgTable('recovery_codes', {
  id: identity(),
  person_id: integer('person_id').notNull(),
  code_hash: bytes('code_hash').notNull().unique(),
  created_at: instant('created_at').notNull(),
  used_at: instant('used_at'),
});

export const key_beginnings = pgTable('key_beginnings', {
  person_id: integer('person_id').primaryKey(),
  kind: text('kind').$type<KeyKind>().notNull(),
  secret: bytes('secret'),
  begun_at: instant('begun_at').notNull(),
});

export const key_needs = pgTable('key_needs', {
  id: identity(),
  role: text('role').unique(),
  school_id: integer('school_id').unique(),
  since: instant('since').notNull(),
  said_by: integer('said_by').notNull(),
});

export const half_sign_ins = pgTable('half_sign_ins', {
  id: uuid('id').primaryKey().defaultRandom(),
  token_hash: bytes('token_hash').notNull().unique(),
  login_id: integer('login_id'),
  person_id: integer('person_id'),
  browser_hash: bytes('browser_hash'),
  challenge: text('challenge'),
  /** Who says that this is she too; null is a sign-in. */
  says_of: integer('says_of'),
  tries: smallint('tries').notNull().default(0),
  begun_at: instant('begun_at').notNull(),
  ended_at: instant('ended_at'),
});

export const sign_ins = pgTable('sign_ins', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull(),
  outcome: text('outcome').$type<Outcome>().notNull(),
  username: text('username'),
  person_id: integer('person_id'),
  school_id: integer('school_id'),
  key: text('key').$type<OpeningKey>(),
  network: text('network').notNull(),
  browser: text('browser').notNull(),
});
