import { z } from 'zod';
import { id, Moment, stored } from '#platform/schemas.ts';
import { audiences } from './kinds.ts';
import { article_limits as limits } from './limits.ts';

/** What became of articles: for somebody who asked, and on a ticket. */

/** At a school: read before asking, tried in vain, or it solved the problem and no ticket was needed. */
export const school_uses = ['read', 'tried', 'solved_it'] as const;
/** At the desk, of a ticket: it was sent, it solved it, it was wrong. */
export const desk_uses = ['sent', 'solved', 'wrong'] as const;
export type UseKind = (typeof school_uses)[number] | (typeof desk_uses)[number] | 'missing' | 'written';

/** How long before a ticket is opened what its requester read and tried goes with it. */
export const travels_hours = 4;

export const SchoolUse = z.object({
  kind: z.enum(school_uses),
  /** What was typed, where it solved it: it teaches as a solved ticket does. */
  question: z.string().max(limits.question).refine(stored, 'unstorable').optional(),
});
export type SchoolUse = z.output<typeof SchoolUse>;
export const Used = z.object({ id: z.number().int() });
export type Used = z.infer<typeof Used>;

/** What an agent says of a ticket: which article solved it or was wrong or went to the school; or that none says it. */
export const DeskUse = z.union([
  z.object({ kind: z.enum(desk_uses), article: id() }),
  z.object({ kind: z.literal('missing') }),
]);
export type DeskUse = z.output<typeof DeskUse>;

const Named = z.object({ id: z.number().int(), title: z.string() });

const Mark = z.object({
  id: z.number().int(),
  kind: z.enum([...school_uses, ...desk_uses, 'missing']),
  article: Named.extend({ version: z.number().int() }).nullable(),
  by: z.string(),
  at: Moment,
  /** Whether it may be taken back by who reads this. */
  mine: z.boolean(),
});

/** What is known for a ticket: what the school tried, which articles are likely, and what solved tickets like it. */
export const Answers = z.object({
  tried: z.array(Mark),
  marked: z.array(Mark),
  likely: z.array(
    Named.extend({ sentence: z.string(), score: z.number(), audience: z.enum(audiences), lang: z.string() }),
  ),
  similar: z.array(
    z.object({
      /** Of this desk; null of another system's. */
      number: z.number().int().nullable(),
      subject: z.string(),
      school: z.string().nullable(),
      ended: Moment.nullable(),
      solution: z.string(),
      solved_by: z.array(Named),
      score: z.number(),
    }),
  ),
  confident: z.boolean(),
  /** Written from this ticket. */
  written: z.array(Named),
});
export type Answers = z.infer<typeof Answers>;
