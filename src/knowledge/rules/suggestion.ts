import { z } from 'zod';
import { id, langs, line, Moment, stored } from '#platform/schemas.ts';
import { audiences } from './kinds.ts';
import { article_limits as limits } from './limits.ts';

/** Suggestions, and the solved tickets that teach them: the contract of `/api/suggestions` and `/api/tickets/import`. */

const text = (max: number) => z.string().max(max).refine(stored, 'unstorable');

export const Asked = z.object({
  title: text(limits.question).default(''),
  text: text(limits.question).default(''),
  kind: z.enum(['article', 'ticket']).default('article'),
  limit: z.number().int().min(1).max(limits.suggestions).default(5),
});
export type Asked = z.output<typeof Asked>;

/** Ranked, the best first, up to the limit; `confident` says whether a screen should show it unasked. */
export const Suggestions = z.object({
  items: z.array(
    z.object({
      /** Of an article; of a ticket its number, negative for one of another system. */
      id: z.number().int(),
      title: z.string(),
      score: z.number(),
      /** What solves it, in one sentence. */
      sentence: z.string(),
      /** Of an article: for whom it is. */
      audience: z.enum(audiences).optional(),
      /** Of an article: in which language it is. */
      lang: z.enum(langs).optional(),
      /** Of a ticket: whether it has ended. */
      ended: z.boolean().optional(),
      /** Of a ticket of this desk: when something happened on it last. */
      last_activity: Moment.optional(),
      /** Of a ticket of this desk that is under way: whether who asks may write on it. */
      can_reply: z.boolean().optional(),
    }),
  ),
  confident: z.boolean(),
});
export type Suggestions = z.infer<typeof Suggestions>;

export const PastTicket = z.object({
  external_id: line(limits.external_id),
  school: id().optional(),
  subject: line(),
  description: text(limits.body),
  solution: text(limits.body),
  articles: z.array(id()).max(20),
  opened: z.iso.datetime({ offset: true }),
  closed: z.iso.datetime({ offset: true }),
});
export const PastTickets = z.union([
  z.array(PastTicket).min(1).max(limits.past_tickets),
  z.object({ items: z.array(PastTicket).min(1).max(limits.past_tickets) }).transform(({ items }) => items),
]);
export type PastTickets = z.output<typeof PastTickets>;
/** How many were new, changed something, and were there already as they are. */
export const Imported = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
});
