import { z } from 'zod';
import { id, Moment } from '#platform/schemas.ts';
import { Reading } from './attention.ts';

/** What is sent, what waits, and what can be taken back: their schemas. The guard itself is in guard.ts. */

/** Who will read it: the school, and by name the people on the ticket. */
export const Audience = z.object({ school: id(), people: z.array(id()).max(200) });

/** What comes with everything that is sent to the other side. A script may leave both out. */
export const guarded = { seen: Reading.optional(), to: Audience.optional() };

const Named = z.object({ id: z.number().int(), name: z.string() });

/** A message of the desk that waits out the undo window (process.json undo): no school sees it yet. */
export const Outgoing = z.object({
  id: z.number().int(),
  author: Named,
  text: z.string(),
  html: z.string(),
  /** The move that it makes when it leaves; null for a plain reply. */
  move: z.string().nullable(),
  files: z.number().int(),
  /** The steps (rules/steps/step.ts) that are done when it leaves. */
  also: z.array(z.looseObject({ does: z.string() })),
  held: Moment,
  leaves_in_seconds: z.number().int(),
  /** Why it did not leave; null while it waits. */
  stopped: z.string().nullable(),
  /** Whether this reader wrote it, and so may take it back. */
  mine: z.boolean(),
});
export type Outgoing = z.infer<typeof Outgoing>;

/** The last thing that this reader did to the ticket and can still take back. */
export const Undoable = z.object({ change: z.number().int(), words: z.string(), until: Moment });
export type Undoable = z.infer<typeof Undoable>;
