import { z } from 'zod';
import { id } from '#platform/schemas.ts';

/** What is the school's own to solve, by its own technician first (S12): the contract of `/api/passing` and `/api/passings`. */

const Named = z.object({ id: z.number().int(), name: z.string() });

export const Passing = z.object({
  /** Who of the reader's school would get her question; null where it has no other technical contact. */
  technician: Named.nullable(),
  /** How many of the school's questions are with its technicians now. */
  waiting: z.number().int(),
});
export type Passing = z.infer<typeof Passing>;

/** Days of the desk, both counted. */
export const PassingsQuery = z.object({
  school: id().optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

/** What became of what schools passed to their own technicians in a time, by school. */
export const PassedAtSchool = z.object({
  school: Named,
  passed: z.number().int(),
  solved: z.number().int(),
  sent_up: z.number().int(),
  withdrawn: z.number().int(),
  open: z.number().int(),
  /** From being passed until it was solved there or sent up, the middle one; null while there is none. */
  median_hours: z.number().nullable(),
});
export const Passings = z.object({ items: z.array(PassedAtSchool) });
export type Passings = z.infer<typeof Passings>;
