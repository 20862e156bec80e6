import { boolean, customType, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Lang } from '#platform/schemas.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { MarkKind } from '../rules/marks.ts';
import type { NamesChoice } from '../rules/signing.ts';

/** The tables of this house, as the migrations make them, which also say what they mean. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

const signed = {
  side: text('side').$type<'school' | 'desk'>().notNull(),
  by_name: text('by_name'),
  by_school: text('by_school'),
};

export const topics = pgTable('topics', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  area: text('area').$type<Category>().notNull(),
  lang: text('lang').$type<Lang>().notNull(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  ...signed,
  asked_at: instant('asked_at').notNull(),
  edited_at: instant('edited_at'),
  accepted_id: integer('accepted_id'),
  locked_at: instant('locked_at'),
  hidden_at: instant('hidden_at'),
  merged_into: integer('merged_into'),
  answers: integer('answers').notNull().default(0),
  answered: boolean('answered').notNull().default(false),
  me_toos: integer('me_toos').notNull().default(0),
  last_at: instant('last_at').notNull(),
  raised_at: instant('raised_at'),
});

export const topic_answers = pgTable('topic_answers', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  topic_id: integer('topic_id').notNull(),
  written_on: integer('written_on').notNull(),
  lang: text('lang').$type<Lang>().notNull(),
  text: text('text').notNull(),
  ...signed,
  written_at: instant('written_at').notNull(),
  edited_at: instant('edited_at'),
  hidden_at: instant('hidden_at'),
});

export const forum_authors = pgTable('forum_authors', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  topic_id: integer('topic_id').notNull(),
  answer_id: integer('answer_id'),
  person_id: integer('person_id').notNull(),
  school_id: integer('school_id'),
  at: instant('at').notNull(),
  consent: text('consent').$type<'asked' | 'given' | 'refused'>(),
});

export const topic_versions = pgTable('topic_versions', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  topic_id: integer('topic_id').notNull(),
  answer_id: integer('answer_id'),
  title: text('title'),
  text: text('text').notNull(),
  until: instant('until').notNull(),
  by_name: text('by_name'),
  inside: boolean('inside').notNull().default(false),
});

const of_person = { topic_id: integer('topic_id').notNull(), person_id: integer('person_id').notNull() };

export const topic_me_toos = pgTable(
  'topic_me_toos',
  { ...of_person, at: instant('at').notNull() },
  table => [primaryKey({ columns: [table.topic_id, table.person_id] })],
);

export const topic_followers = pgTable(
  'topic_followers',
  { ...of_person, looked_at: instant('looked_at').notNull(), mentioned_at: instant('mentioned_at') },
  table => [primaryKey({ columns: [table.topic_id, table.person_id] })],
);

export const topic_reports = pgTable('topic_reports', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  topic_id: integer('topic_id').notNull(),
  answer_id: integer('answer_id'),
  person_id: integer('person_id').notNull(),
  school_id: integer('school_id'),
  why: text('why').notNull(),
  at: instant('at').notNull(),
  settled_at: instant('settled_at'),
  settled_by: integer('settled_by'),
});

export const forum_marks = pgTable('forum_marks', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  topic_id: integer('topic_id').notNull(),
  answer_id: integer('answer_id'),
  kind: text('kind').$type<MarkKind>().notNull(),
  by_id: integer('by_id').notNull(),
  at: instant('at').notNull(),
  why: text('why'),
});

export const topic_articles = pgTable('topic_articles', {
  topic_id: integer('topic_id').primaryKey(),
  article_id: integer('article_id').notNull(),
  by_id: integer('by_id').notNull(),
  at: instant('at').notNull(),
});

export const topic_tickets = pgTable('topic_tickets', {
  topic_id: integer('topic_id').primaryKey(),
  ticket_number: integer('ticket_number').notNull(),
  school_id: integer('school_id').notNull(),
  by_id: integer('by_id').notNull(),
  at: instant('at').notNull(),
});

export const forum_names = pgTable('forum_names', {
  school_id: integer('school_id').primaryKey(),
  names: text('names').$type<NamesChoice>().notNull(),
  set_by: integer('set_by').notNull(),
  set_at: instant('set_at').notNull(),
});

export const forum_waits = pgTable('forum_waits', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  days: integer('days').notNull(),
  set_by: integer('set_by').notNull(),
  set_at: instant('set_at').notNull(),
});

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const topic_words = pgTable('topic_words', {
  topic_id: integer('topic_id').primaryKey(),
  words: tsvector('words').notNull(),
});
