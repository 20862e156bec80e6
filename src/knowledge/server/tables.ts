import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { SchoolRole } from '#accounts/rules/who.ts';
import type { Lang } from '#platform/schemas.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { ArticleKind, Audience } from '../rules/kinds.ts';
import type { UseKind } from '../rules/use.ts';

/** The tables of this house, as the migrations make them, which also say what they mean. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const articles = pgTable('articles', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  external_id: text('external_id'),
  kind: text('kind').$type<ArticleKind>().notNull(),
  audience: text('audience').$type<Audience>().notNull(),
  for_roles: text('for_roles').array().$type<SchoolRole[]>().notNull().default([]),
  stage1_only: boolean('stage1_only').notNull().default(false),
  category: text('category').$type<Category>(),
  lang: text('lang').$type<Lang>().notNull(),
  version: integer('version').notNull().default(0),
  title: text('title'),
  summary: text('summary'),
  /** As it is shown; where snippets are put in, `source` is as it was written. */
  body: text('body'),
  source: text('source'),
  published_at: instant('published_at'),
  published_by: integer('published_by'),
  archived_at: instant('archived_at'),
  owner_id: integer('owner_id'),
  review_on: date('review_on', { mode: 'string' }),
  created_at: instant('created_at').notNull(),
  created_by: integer('created_by').notNull(),
  recent_uses: integer('recent_uses').notNull().default(0),
});
export type ArticleRow = typeof articles.$inferSelect;

export const article_drafts = pgTable('article_drafts', {
  article_id: integer('article_id').primaryKey(),
  title: text('title').notNull(),
  summary: text('summary').notNull().default(''),
  body: text('body').notNull(),
  edition: integer('edition').notNull().default(1),
  written_by: integer('written_by').notNull(),
  written_at: instant('written_at').notNull(),
  proposed_by: integer('proposed_by'),
  proposed_at: instant('proposed_at'),
});
export type DraftRow = typeof article_drafts.$inferSelect;

export const article_pictures = pgTable('article_pictures', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  article_id: integer('article_id').notNull(),
  sha256: text('sha256').notNull(),
  source_sha256: text('source_sha256').notNull(),
  type: text('type').$type<'image/png' | 'image/jpeg'>().notNull(),
  size: integer('size').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  added_by: integer('added_by').notNull(),
  added_at: instant('added_at').notNull(),
});
export type PictureRow = typeof article_pictures.$inferSelect;

export const article_snippets = pgTable('article_snippets', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  name: text('name').notNull(),
  body: text('body').notNull(),
  edition: integer('edition').notNull().default(1),
  written_by: integer('written_by').notNull(),
  written_at: instant('written_at').notNull(),
});
export type SnippetRow = typeof article_snippets.$inferSelect;

export const synonyms = pgTable('synonyms', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  words: text('words').array().$type<string[]>().notNull(),
  written_by: integer('written_by').notNull(),
  written_at: instant('written_at').notNull(),
  removed_by: integer('removed_by'),
  removed_at: instant('removed_at'),
});

export const article_searches = pgTable('article_searches', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  words: text('words').notNull(),
  school_id: integer('school_id'),
  by_desk: boolean('by_desk').notNull().default(false),
  count: integer('count').notNull().default(1),
  first_at: instant('first_at').notNull(),
  last_at: instant('last_at').notNull(),
});

export const article_searches_done = pgTable('article_searches_done', {
  words: text('words').primaryKey(),
  article_id: integer('article_id'),
  done_by: integer('done_by').notNull(),
  done_at: instant('done_at').notNull(),
});

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** What a published article is found by. */
export const article_words = pgTable('article_words', {
  article_id: integer('article_id').primaryKey(),
  words: tsvector('words').notNull(),
});

export const article_versions = pgTable(
  'article_versions',
  {
    article_id: integer('article_id').notNull(),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    body: text('body').notNull(),
    source: text('source'),
    published_at: instant('published_at').notNull(),
    published_by: integer('published_by').notNull(),
  },
  table => [primaryKey({ columns: [table.article_id, table.version] })],
);

export const article_uses = pgTable('article_uses', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  article_id: integer('article_id'),
  version: integer('version'),
  kind: text('kind').$type<UseKind>().notNull(),
  ticket_number: integer('ticket_number'),
  school_id: integer('school_id'),
  person_id: integer('person_id').notNull(),
  at: instant('at').notNull(),
  question: text('question'),
  undone_at: instant('undone_at'),
  done_at: instant('done_at'),
  done_by: integer('done_by'),
});

export const article_votes = pgTable('article_votes', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  article_id: integer('article_id').notNull(),
  version: integer('version').notNull(),
  person_id: integer('person_id').notNull(),
  school_id: integer('school_id'),
  helped: boolean('helped').notNull(),
  why: text('why'),
  at: instant('at').notNull(),
});

export const past_tickets = pgTable('past_tickets', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  external_id: text('external_id').notNull(),
  school_id: integer('school_id'),
  subject: text('subject').notNull(),
  description: text('description').notNull(),
  solution: text('solution').notNull(),
  opened: instant('opened').notNull(),
  closed: instant('closed').notNull(),
  imported_at: instant('imported_at').notNull(),
});

export const past_ticket_articles = pgTable(
  'past_ticket_articles',
  { past_ticket_id: integer('past_ticket_id').notNull(), article_id: integer('article_id').notNull() },
  table => [primaryKey({ columns: [table.past_ticket_id, table.article_id] })],
);
