import { z } from 'zod';
import { id, Moment } from '#platform/schemas.ts';
import { Reading } from './attention.ts';

/**
 * The send guard (N2): whom a message is for and what its writer had seen are fixed when the writing starts, and
 * travel with it. It leaves only while both are still true; else it is stopped, and nothing of it is lost.
 */

/** Who will read it: the school, and by name the people on the ticket. */
export const Audience = z.object({ school: id(), people: z.array(id()).max(200) });
export type Audience = { school: number; people: number[] };

/** What comes with everything that is sent to the other side. A script may leave both out. */
export const guarded = { seen: Reading.optional(), to: Audience.optional() };

export interface Guarded {
  seen?: Reading | undefined;
  to?: { school: unknown; people: unknown[] } | undefined;
}

/** Why a message does not leave as it was written. */
export type Stop = 'unseen' | 'audience';

/**
 * Whether a message may leave: `now` is the newest that others have written on the ticket, and who would read it.
 * A school is asked about replies alone, since it knows of no notes.
 */
export function stopOf(
  { seen, to }: Guarded,
  now: { newest: Reading; audience: Audience },
): Stop | undefined {
  if (to && !sameAudience({ school: Number(to.school), people: to.people.map(Number) }, now.audience))
    return 'audience';
  if (seen && (now.newest.reply > seen.reply || now.newest.note > seen.note)) return 'unseen';
  return undefined;
}

export const sameAudience = (one: Audience, other: Audience): boolean =>
  one.school === other.school &&
  new Set(one.people).size === new Set(other.people).size &&
  one.people.every(person => other.people.includes(person));

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
