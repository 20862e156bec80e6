import { z } from 'zod';
import { school_roles } from '#accounts/rules/who.ts';
import { id, langs, line, Moment, stored } from '#platform/schemas.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { article_kinds, audiences } from './kinds.ts';
import { article_limits as limits } from './limits.ts';
import { article_moves, article_states } from './states.ts';

/** Articles (S6, S20): the contract of `/api/articles`. */

const text = (max: number) => z.string().max(max).refine(stored, 'unstorable');
const category = z.enum(category_ids);

const said = {
  kind: z.enum(article_kinds),
  audience: z.enum(audiences),
  /** Of schools only people with one of these roles; none is everybody. */
  for_roles: z.array(z.enum(school_roles)).default([]),
  /** Of schools only those in Stage 1. */
  stage1_only: z.boolean().default(false),
  category: category.nullable().default(null),
  lang: z.enum(langs).default('en'),
  title: line(limits.title),
  /** The one sentence that solves it; without one, a sentence of the text is shown. */
  summary: text(limits.summary).default(''),
  /** Markdown; [[Title]] links to another article. */
  body: text(limits.body),
};

/** `external_id`: what another system calls it; the same again changes that article instead of making another. */
export const NewArticle = z.object({
  ...said,
  state: z.enum(['draft', 'proposed', 'published']).default('draft'),
  external_id: line(limits.external_id).optional(),
  /** What was searched in vain, which it answers. */
  search: line().optional(),
  /** The ticket from which it is written: what tells who it was is taken out of title, sentence and text. */
  ticket: id().optional(),
});
export type NewArticle = z.output<typeof NewArticle>;

/** `edition` is of what was seen: nothing is written over unseen. */
export const Writing = z.object({
  ...said,
  edition: z.number().int().min(0),
  owner: id().nullable(),
  review_on: z.iso.date().nullable(),
});
export type Writing = z.output<typeof Writing>;

export const Moving = z.object({ move: z.enum(article_moves), edition: z.number().int().min(0) });
export type Moving = z.output<typeof Moving>;

const Named = z.object({ id: z.number().int(), name: z.string() });
const Day = z.object({ day: z.iso.date(), words: z.string(), over: z.boolean() });

export const ArticleLine = z.object({
  id: z.number().int(),
  kind: said.kind,
  audience: said.audience,
  category: category.nullable(),
  lang: said.lang,
  title: z.string(),
  summary: z.string(),
  version: z.number().int(),
  state: z.enum(article_states),
  /** Whether something is written that is not published. */
  changed: z.boolean(),
  published: Moment.nullable(),
  owner: Named.nullable(),
  review: Day.nullable(),
  /**
   * The desk's own: of the last 90 days in how many tickets it was the solution, and how many problems it answered
   * without a ticket; how often it helped and did not.
   */
  counts: z
    .object({ solved: z.number(), answered: z.number(), helped: z.number(), not: z.number() })
    .nullable(),
});
export type ArticleLine = z.infer<typeof ArticleLine>;

const counted = z.record(z.string(), z.number());
export const Articles = z.object({
  items: z.array(ArticleLine),
  /** How many there are of each kind and state, whatever kind and state are asked for. */
  counts: z.object({ kind: counted, state: counted, due: z.number() }),
  can: z.object({ write: z.boolean(), publish: z.boolean() }),
});
export type Articles = z.infer<typeof Articles>;

export const ArticlesQuery = z.object({
  kind: said.kind.optional(),
  audience: said.audience.optional(),
  category: category.optional(),
  state: z.enum(article_states).optional(),
  /** Only those whose review is due. */
  due: z.enum(['yes']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export type ArticlesQuery = z.output<typeof ArticlesQuery>;

export const Article = ArticleLine.extend({
  for_roles: said.for_roles,
  stage1_only: z.boolean(),
  /** What is published, as cleaned HTML; null where nothing is. */
  html: z.string().nullable(),
  /** What is published, as one writes it, for the desk. */
  text: z.string().nullable(),
  published_by: z.string().nullable(),
  /** What is being written, for the desk. */
  writing: z
    .object({
      title: z.string(),
      summary: z.string(),
      body: z.string(),
      html: z.string(),
      edition: z.number().int(),
      by: z.string(),
      at: Moment,
      proposed: z.object({ by: z.string(), at: Moment }).nullable(),
      /** Titles in double brackets that no article has. */
      unknown_links: z.array(z.string()),
      /** Names in double braces that no snippet has. */
      unknown_snippets: z.array(z.string()),
      /** Numbers of pictures that are not of this article, and of those without words for who cannot see them. */
      unknown_pictures: z.array(z.number()),
      wordless_pictures: z.array(z.number()),
    })
    .nullable(),
  /** What another system calls it, for the desk. */
  external_id: z.string().nullable(),
  /** The tickets from which it was written, of those that the reader may see. */
  from_tickets: z.array(z.object({ number: z.number().int(), subject: z.string() })),
  /** What the reader has said of this version. */
  voted: z.boolean().nullable(),
  can: z.object({ write: z.boolean(), moves: z.array(z.enum(article_moves)), vote: z.boolean() }),
});
export type Article = z.infer<typeof Article>;

export const Versions = z.object({
  items: z.array(z.object({ version: z.number().int(), title: z.string(), by: z.string(), at: Moment })),
});
export type Versions = z.infer<typeof Versions>;

/** A version, and what is different in it against the one before. */
export const Version = z.object({
  version: z.number().int(),
  title: z.string(),
  summary: z.string(),
  html: z.string(),
  /** As one writes it. */
  text: z.string(),
  lines: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
});
export type Version = z.infer<typeof Version>;

/** Of an article, so that its pictures are shown. */
export const Preview = z.object({ body: said.body, lang: said.lang, article: id().optional() });
export type Preview = z.output<typeof Preview>;
export const Previewed = z.object({ html: z.string(), unknown_links: z.array(z.string()) });

/** What was copied elsewhere, as one writes it here. */
export const Pasted = z.object({ html: text(limits.pasted) });
export const Written = z.object({ text: z.string() });

export const Vote = z.object({ helped: z.boolean(), why: text(limits.why).optional() });
export type Vote = z.output<typeof Vote>;
export const Votes = z.object({
  items: z.array(
    z.object({
      version: z.number().int(),
      helped: z.boolean(),
      why: z.string().nullable(),
      by: z.string(),
      at: Moment,
    }),
  ),
});
export type Votes = z.infer<typeof Votes>;
