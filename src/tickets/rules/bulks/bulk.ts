import { z } from 'zod';
import { id, Moment } from '#platform/schemas.ts';
import { Filters } from '../lists/asking.ts';
import { Steps } from '../steps/step.ts';
import { Move } from '../ticket.ts';
import { bulk_limits, outcomes } from './limits.ts';

/** Work on many tickets at once and its schemas: the contract of `/api/bulks`. */

const numbers = z.array(id()).min(1).max(bulk_limits.tickets);

/** Which tickets: those of these numbers, or all that the list of these filters has, but some. */
const chosen = { tickets: numbers.optional(), query: Filters.optional(), except: numbers.optional() };
const one_of_them = ({ tickets, query }: { tickets?: unknown; query?: unknown }) =>
  (tickets === undefined) !== (query === undefined);

export const BulkPreviewing = z
  .object({
    ...chosen,
    /** Without any it says which tickets these are, and which moves they allow. */
    steps: z.union([Steps, z.tuple([])]).default([]),
    /** The list in sight: how many are not in it is told. */
    within: Filters.optional(),
    offset: z.number().int().min(0).max(bulk_limits.tickets).default(0),
    limit: z.number().int().min(1).max(200).default(50),
  })
  .refine(one_of_them, 'empty');
export type BulkPreviewing = z.output<typeof BulkPreviewing>;

export const NewBulk = z
  .object({
    ...chosen,
    steps: Steps,
    /** How many tickets its person means: the list may have others by now. */
    expected: z.number().int().min(1).max(bulk_limits.tickets).optional(),
  })
  .refine(one_of_them, 'empty');
export type NewBulk = z.output<typeof NewBulk>;

const count = z.number().int();
const InWords = z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() });

/** What would come of it: counts of all, and a line for each ticket of this page. */
export const BulkPreview = z.object({
  total: count,
  /** Of the tickets asked for, those that there are not. */
  missing: count,
  /** How many are not in the list of `within`. */
  outside: count,
  will: count,
  already: count,
  cannot: count,
  /** Why those cannot, the most frequent first. */
  reasons: z.array(z.object({ words: z.string(), count })),
  /** It says something to schools: then it waits before it leaves. */
  speaks: z.boolean(),
  /** The moves that some of them allow, with what those require, in the order of the life cycle. */
  moves: z.array(z.object({ move: Move, requires: z.array(z.string()), count })),
  items: z.array(
    z.object({
      number: count,
      subject: z.string(),
      changes: z.array(InWords),
      /** Why it cannot; null when it can or is so already. */
      refused: z.string().nullable(),
    }),
  ),
});
export type BulkPreview = z.infer<typeof BulkPreview>;

export const Outcome = z.enum(outcomes);

export const Bulk = z.object({
  id: count,
  steps: Steps,
  asked: Moment,
  total: count,
  /** `waits`: it can be taken back whole before anything leaves. */
  state: z.enum(['waits', 'works', 'undoes', 'ended']),
  starts_in_seconds: count,
  /** How many tickets came to what; those that wait are in none. */
  outcomes: z.record(Outcome, count),
  waiting: count,
  stopped: z.boolean(),
  can: z.object({ stop: z.boolean(), undo: z.boolean() }),
});
export type Bulk = z.infer<typeof Bulk>;
export const Bulks = z.object({ items: z.array(Bulk) });

export const BulkLinesQuery = z.object({
  outcome: z
    .preprocess(given => (typeof given === 'string' ? given.split(',') : given), z.array(Outcome))
    .optional(),
  offset: z.coerce.number().int().min(0).max(bulk_limits.tickets).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export const BulkLines = z.object({
  items: z.array(
    z.object({
      number: count,
      subject: z.string(),
      outcome: Outcome.nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type BulkLines = z.infer<typeof BulkLines>;
