import { z } from 'zod';
import { Moment } from '#platform/schemas.ts';
import { courts } from '../lifecycle.ts';

/** What `/api/tickets/:number/clocks` answers: the clocks of a ticket, and why each says what it says. */

const seconds = z.number();

export const WhyLine = z.object({
  kind: z.enum(['counted', 'closed', 'paused']),
  from: Moment,
  /** Null while it goes on. */
  to: Moment.nullable(),
  /** Of the desk's hours, what counted. */
  seconds,
  words: z.string(),
});

export const ClockRead = z.object({
  clock: z.enum(['response', 'next_response', 'resolution', 'level2', 'total']),
  round: z.number().int(),
  name: z.string(),
  /** How it stands, as a sentence. */
  words: z.string(),
  /** How much of what is promised is used, in words and in percent; null where nothing is promised. */
  used: z.string().nullable(),
  percent: z.number().int().nullable(),
  running: z.boolean(),
  late: z.boolean(),
  due: Moment.nullable(),
  met: Moment.nullable(),
  spent_seconds: seconds,
  target_seconds: seconds.nullable(),
  why: z.array(WhyLine),
  /** What the lines come to. */
  together: z.string(),
});
export type ClockRead = z.infer<typeof ClockRead>;

export const Clocks = z.object({
  /** Whose turn it is, and for a school in its words; null when the ticket has ended. */
  court: z.enum(courts).nullable(),
  turn: z.string().nullable(),
  /** The version of the agreement by which it is measured; null inside, where nothing is promised. */
  agreement: z.number().int().nullable(),
  /** That only an answer is promised, in a sentence; null where a solution is too. */
  only: z.string().nullable(),
  clocks: z.array(ClockRead),
  /** On whom it has waited: the parts are together all the time from its opening, in seconds of the calendar. */
  waited: z.array(
    z.object({ on: z.enum([...courts, 'closed_hours']), name: z.string(), seconds, words: z.string() }),
  ),
});
export type Clocks = z.infer<typeof Clocks>;

/** How many open tickets are to be counted anew since a calendar changed, and how many of them are. */
export const Recounts = z.object({ done: z.number().int(), total: z.number().int() });
export type Recounts = z.output<typeof Recounts>;
