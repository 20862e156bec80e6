import { z } from 'zod';
import { line, Moment, stored } from '#platform/schemas.ts';
import { article_limits as limits } from './limits.ts';

/** Snippets: the contract of `/api/article-snippets`. */

const Named = z.object({ id: z.number().int(), title: z.string() });

export const NewSnippet = z.object({
  /** By which articles put it in; in braces it would end there. */
  name: line(limits.snippet_name).refine(name => !/[{}#]/.test(name), 'plain_name'),
  body: z
    .string()
    .max(limits.snippet)
    .refine(text => text.trim() !== '', 'empty')
    .refine(stored, 'unstorable'),
});
export type NewSnippet = z.output<typeof NewSnippet>;

/** `edition` is of what was seen: nothing is written over unseen. */
export const SnippetWriting = NewSnippet.extend({ edition: z.number().int().min(1) });
export type SnippetWriting = z.output<typeof SnippetWriting>;

export const Snippet = z.object({
  id: z.number().int(),
  name: z.string(),
  body: z.string(),
  html: z.string(),
  edition: z.number().int(),
  by: z.string(),
  at: Moment,
  /** The articles that put it in, also those that are only being written. */
  used_in: z.array(Named),
});
export type Snippet = z.infer<typeof Snippet>;
export const Snippets = z.object({ items: z.array(Snippet), can: z.object({ keep: z.boolean() }) });
export type Snippets = z.infer<typeof Snippets>;
