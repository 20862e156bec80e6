import { z } from 'zod';
import { langs, stored } from '#platform/schemas.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { article_kinds } from './kinds.ts';
import { article_limits } from './limits.ts';
import { searched_limits } from './searched.ts';

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

/** What somebody looks for, in her words. */
export const PublicAsked = z.object({
  title: z.string().max(searched_limits.typed).refine(stored, 'unstorable'),
  limit: z.number().int().min(1).max(article_limits.suggestions).default(5),
});

/** What may answer it, the best first, up to the limit; `confident` says whether the first is likely to be it. */
export const PublicSuggestions = z.object({
  items: z.array(PublicLine.pick({ id: true, title: true, lang: true }).extend({ score: z.number() })),
  confident: z.boolean(),
});
export type PublicSuggestions = z.infer<typeof PublicSuggestions>;

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
