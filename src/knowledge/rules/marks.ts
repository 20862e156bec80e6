import { z } from 'zod';
import { langs, Moment } from '#platform/schemas.ts';

/** What the desk said on tickets of articles that needs mending: the contract of `/api/article-marks`. */

const OfTicket = z.object({ number: z.number().int(), subject: z.string(), school: z.string() });
const said = { id: z.number().int(), ticket: OfTicket, by: z.string(), at: Moment };

export const Marks = z.object({
  /** An article was wrong for a ticket, and nothing new of it was published since. */
  wrong: z.array(
    z.object({
      ...said,
      article: z.object({
        id: z.number().int(),
        title: z.string(),
        lang: z.enum(langs),
        /** Of which it was said; none of what was not published. */
        version: z.number().int(),
      }),
    }),
  ),
  /** No article says what a ticket asked, and none was begun from it since. */
  missing: z.array(z.object(said)),
});
export type Marks = z.infer<typeof Marks>;

export const MarkDone = z.object({ done: z.boolean() });
export type MarkDone = z.output<typeof MarkDone>;
