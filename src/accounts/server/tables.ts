import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
  bigint,
} from 'drizzle-orm/pg-core';
import type { WayOfGiving } from '../rules/giving.ts';
import type { OpeningKey } from '../rules/keys/kinds.ts';
import type { LinkKind } from '../rules/links.ts';
import type { Purpose, WhosePasswords } from '../rules/sign-on.ts';
import type { DeskRole, SchoolRole, Scope } from '../rules/who.ts';

/** The tables of this house, named as in migrations/0001_foundation.sql, which also says what they mean. */

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });
const identity = () => integer('id').primaryKey().generatedAlwaysAsIdentity();

export const installation = pgTable('installation', {
  only_row: boolean('only_row').primaryKey().default(true),
  created_at: instant('created_at').notNull(),
  demo: boolean('demo').notNull().default(false),
  setup_code_hash: bytes('setup_code_hash'),
  set_up_at: instant('set_up_at'),
});

export const people = pgTable('people', {
  id: identity(),
  school_id: integer('school_id'),
  name: text('name').notNull(),
  roles: text('roles').array().$type<(DeskRole | SchoolRole)[]>().notNull(),
  created_at: instant('created_at').notNull(),
  left_at: instant('left_at'),
  /** What another system calls her; of people of schools alone. */
  external_id: text('external_id'),
  email: text('email'),
  phone: text('phone'),
  backup: boolean('backup').notNull().default(false),
});

export const logins = pgTable('logins', {
  id: identity(),
  username: text('username').notNull().unique(),
  /** None: she signs in through the provider alone. */
  password_hash: text('password_hash'),
  has_password: boolean('has_password')
    .notNull()
    .generatedAlwaysAs(sql`password_hash is not null`),
  /** Rises with each new password. */
  password_version: integer('password_version').notNull().default(1),
  school_id: integer('school_id').unique(),
  person_id: integer('person_id').unique(),
  created_at: instant('created_at').notNull(),
  closed_at: instant('closed_at'),
  made_at: instant('made_at'),
});

export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey().defaultRandom(),
  token_hash: bytes('token_hash').notNull().unique(),
  login_id: integer('login_id').notNull(),
  person_id: integer('person_id').notNull(),
  created_at: instant('created_at').notNull(),
  seen_at: instant('seen_at').notNull(),
  expires_at: instant('expires_at').notNull(),
  ended_at: instant('ended_at'),
  key: text('key').$type<OpeningKey>(),
  network: text('network').notNull().default(''),
  browser: text('browser').notNull().default(''),
});

export const known_browsers = pgTable(
  'known_browsers',
  {
    token_hash: bytes('token_hash').notNull(),
    login_id: integer('login_id').notNull(),
    created_at: instant('created_at').notNull(),
  },
  table => [primaryKey({ columns: [table.token_hash, table.login_id] })],
);

export const sign_in_failures = pgTable('sign_in_failures', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull(),
  username: text('username').notNull(),
  address: text('address').notNull(),
  browser_hash: bytes('browser_hash'),
});

export const tokens = pgTable('tokens', {
  id: uuid('id').primaryKey().defaultRandom(),
  token_hash: bytes('token_hash').notNull().unique(),
  name: text('name').notNull(),
  person_id: integer('person_id').notNull(),
  scopes: text('scopes').array().$type<Scope[]>().notNull(),
  created_by: integer('created_by').notNull(),
  created_at: instant('created_at').notNull(),
  expires_at: instant('expires_at').notNull(),
  revoked_at: instant('revoked_at'),
  seen_at: instant('seen_at'),
});

export const one_time_links = pgTable('one_time_links', {
  id: identity(),
  kind: text('kind').$type<LinkKind>().notNull(),
  secret_hash: bytes('secret_hash').notNull().unique(),
  name: text('name').notNull(),
  username: text('username').notNull(),
  roles: text('roles').array().$type<DeskRole[]>().notNull(),
  person_id: integer('person_id'),
  made_by: integer('made_by').notNull(),
  made_at: instant('made_at').notNull(),
  expires_at: instant('expires_at').notNull(),
  used_at: instant('used_at'),
  withdrawn_at: instant('withdrawn_at'),
  withdrawn_by: integer('withdrawn_by'),
});

export const single_sign_on = pgTable('single_sign_on', {
  only_row: boolean('only_row').primaryKey().default(true),
  issuer: text('issuer').notNull(),
  client_id: text('client_id').notNull(),
  /** Sealed (platform/sealing.ts). */
  client_secret: text('client_secret').notNull(),
  claim: text('claim').notNull(),
  label: text('label').notNull(),
  is_on: boolean('is_on').notNull(),
  passwords: text('passwords').$type<WhosePasswords>().notNull(),
  changed_by: integer('changed_by').notNull(),
  changed_at: instant('changed_at').notNull(),
});

export const provider_subjects = pgTable('provider_subjects', {
  id: identity(),
  person_id: integer('person_id').notNull(),
  issuer: text('issuer').notNull(),
  subject: text('subject').notNull(),
  seen_as: text('seen_as'),
  bound_by: text('bound_by').$type<'invitation' | 'herself'>().notNull(),
  bound_at: instant('bound_at').notNull(),
  ended_at: instant('ended_at'),
  ended_by: integer('ended_by'),
});

export const departures = pgTable('departures', {
  state_hash: bytes('state_hash').primaryKey(),
  browser_hash: bytes('browser_hash').notNull(),
  purpose: text('purpose').$type<Purpose>().notNull(),
  link_id: integer('link_id'),
  session_id: uuid('session_id'),
  left_for: text('left_for'),
  at: instant('at').notNull(),
  used_at: instant('used_at'),
});

export const also_at_school = pgTable('also_at_school', {
  id: identity(),
  person_id: integer('person_id').notNull(),
  school_person_id: integer('school_person_id').notNull(),
  said_by: integer('said_by').notNull(),
  said_at: instant('said_at').notNull(),
  ended_by: integer('ended_by'),
  ended_at: instant('ended_at'),
});

/**
 * What sign-in reads of a school. The whole table is the schools' house's; that house knows this one, and were it
 * known here in turn, the two would be one.
 */
export const school_of_person = pgTable('schools', {
  id: integer('id').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  zone: text('zone').notNull(),
  trained_from: day('trained_from'),
  stage1_from: day('stage1_from'),
  suspended_from: day('suspended_from'),
});

/** A team works one kind of ticket together; the people of the iGroup stand in any number of them. */
export const teams = pgTable('teams', {
  id: identity(),
  name: text('name').notNull(),
  created_at: instant('created_at').notNull(),
  removed_at: instant('removed_at'),
  way: text('way').$type<WayOfGiving>().notNull().default('by_hand'),
  /** How many tickets it has given in turn: what orders those turns. */
  turns: integer('turns').notNull().default(0),
});

export const team_people = pgTable(
  'team_people',
  {
    team_id: integer('team_id').notNull(),
    person_id: integer('person_id').notNull(),
    added_at: instant('added_at').notNull(),
    /** The turn in which she was given a ticket last; null is never. */
    last_turn: integer('last_turn'),
  },
  table => [primaryKey({ columns: [table.team_id, table.person_id] })],
);
