import type { Reading } from './attention.ts';

/**
 * The send guard (N2): whom a message is for and what its writer had seen are fixed when the writing starts, and
 * travel with it. It leaves only while both are still true; else it is stopped, and nothing of it is lost.
 */

/** Who will read a message: the school, and by id the people on the ticket. */
export interface Audience {
  school: number;
  people: number[];
}

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
