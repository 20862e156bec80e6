import { z } from 'zod';
import { langs } from '#platform/schemas.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { article_kinds } from './kinds.ts';

/** What everybody may read, signed in or not: the contract of `/api/public/articles`. */

export const PublicLine = z.object({
  id: z.number().int(),
  kind: z.enum(article_kinds),
  category: z.enum(category_ids).nullable(),
  lang: z.enum(langs),
  title: z.string(),
  summary: z.string(),
  version: z.number().int(),
});
export type PublicLine = z.infer<typeof PublicLine>;

/** Frequent questions first, then those in the reader's language, then what was used most in the last 90 days. */
export const PublicArticles = z.object({ items: z.array(PublicLine) });
export type PublicArticles = z.infer<typeof PublicArticles>;

export const PublicArticle = PublicLine.extend({
  html: z.string(),
  /** The day of this version, in words. */
  published: z.string(),
  /** Whether the day of its review is over. */
  review_over: z.boolean(),
});
export type PublicArticle = z.infer<typeof PublicArticle>;
