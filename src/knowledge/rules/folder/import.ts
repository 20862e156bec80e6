import { z } from 'zod';
import { langs } from '#platform/schemas.ts';
import { article_kinds, audiences } from '../kinds.ts';
import { folder_becomes } from './becomes.ts';

/** A folder of articles that is brought in as a zip: the contract of `/api/articles/import`. */

export const folder_limits = {
  zip_bytes: 25 * 1024 * 1024,
  /** What comes out of it: a small zip can hold much. */
  bytes: 150 * 1024 * 1024,
  text_bytes: 1024 * 1024,
  files: 2000,
  articles: 400,
} as const;

export const FolderImport = z.object({
  /** Whether what is not said to be a draft is published too. */
  publish: z.enum(['yes', 'no']).default('no'),
  /** What an article is of which the file does not say it. */
  kind: z.enum(article_kinds).default('guide'),
  audience: z.enum(audiences).default('schools'),
  lang: z.enum(langs).default('en'),
  /** What was foreseen: without it nothing is done. */
  plan: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type FolderImport = z.output<typeof FolderImport>;

export const FolderPlan = z.object({
  /** Stands for all that is foreseen here; sent back with the same zip, exactly this is done. */
  plan: z.string(),
  done: z.boolean(),
  items: z.array(
    z.object({
      path: z.string(),
      title: z.string(),
      becomes: z.enum(folder_becomes),
      publishes: z.boolean(),
      /** Why it is refused, or what is to be looked at. */
      says: z.array(z.string()),
      /** Its pictures that are in the folder. */
      pictures: z.number().int(),
      article: z.number().int().nullable(),
    }),
  ),
  /** Files that are neither an article nor a picture of one. */
  ignored: z.array(z.string()),
});
export type FolderPlan = z.infer<typeof FolderPlan>;
