import { z } from 'zod';
import { stored } from '#platform/schemas.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { found_kinds } from './kinds.ts';
import { search_limits as limits } from './limits.ts';

/** One search over what somebody may read: the contract of `/api/search`. */

export const SearchQuery = z.object({
  /** Words; "several in quotes" stand so; a ticket's number opens it. */
  q: z.string().max(limits.typed).refine(stored, 'unstorable'),
  kind: z.enum(found_kinds).optional(),
  /** What it is about. */
  area: z.enum(category_ids).optional(),
  limit: z.coerce.number().int().min(1).max(limits.most).default(20),
});
export type SearchQuery = z.output<typeof SearchQuery>;

/** Plain text, and what was sought in it: from and to, in UTF-16 units as JavaScript counts. */
export const Snippet = z.object({
  text: z.string(),
  hits: z.array(z.tuple([z.number().int(), z.number().int()])),
});
export type Snippet = z.infer<typeof Snippet>;

export const Found = z.object({
  kind: z.enum(found_kinds),
  /** An article's, a topic's or a school's id, a ticket's number. */
  id: z.number().int(),
  title: z.string(),
  area: z.enum(category_ids).nullable(),
  snippet: Snippet,
  /** Where it is read, on the pages of who asks. */
  url: z.string(),
  /**
   * How well it fits: about 1 with all that is sought in its title, 0.4 with all in its text, less with a part; 10 more
   * where its number was asked for. Comparable within one answer.
   */
  score: z.number(),
});
export type Found = z.infer<typeof Found>;

export const SearchAnswer = z.object({
  /** The best first. */
  items: z.array(Found),
  /**
   * Whether the first is likely to be what was meant: it has all that is sought and leads by a fifth of its score, or it
   * was asked for by its number. The search always ranks; to be silent is up to who asks.
   */
  confident: z.boolean(),
  /** How many of each kind there are in the area asked for, whatever kind is: among those that are looked at. */
  counts: z.record(z.enum(found_kinds), z.number().int()),
  /** How many there are of the kind asked for in each area, whatever area is; the most first. */
  areas: z.array(z.object({ area: z.enum(category_ids), count: z.number().int() })),
  /** What was sought in place of what was typed, where a word of it was nowhere. */
  corrected: z.string().nullable(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
