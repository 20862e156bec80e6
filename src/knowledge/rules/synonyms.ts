import { z } from 'zod';
import { line, Moment } from '#platform/schemas.ts';
import { synonym_limits as limits } from './limits.ts';

/** The group's own words that mean the same: the contract of `/api/synonyms`. */

/** `edition` is of what was seen: nothing is written over unseen. What is left out of the groups is taken away. */
export const SynonymsWriting = z.object({
  edition: z.number().int().min(0),
  groups: z.array(z.array(line(limits.letters)).min(limits.fewest).max(limits.most)).max(limits.groups),
});
export type SynonymsWriting = z.output<typeof SynonymsWriting>;

export const SynonymGroup = z.object({
  id: z.number().int(),
  words: z.array(z.string()),
  by: z.string(),
  at: Moment,
});
export type SynonymGroup = z.infer<typeof SynonymGroup>;

export const Synonyms = z.object({
  edition: z.number().int(),
  groups: z.array(SynonymGroup),
  can: z.object({ write: z.boolean() }),
});
export type Synonyms = z.infer<typeof Synonyms>;
