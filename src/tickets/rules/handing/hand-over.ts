import { z } from 'zod';
import { id, prose } from '#platform/schemas.ts';
import { Filters } from '../lists/asking.ts';

/** Handing over a person's open tickets in one step: the contract of `/api/hand-overs`. */

/** How many go in one step; who has more hands over the rest in another. */
export const most_handed = 500;

const which = {
  /** Whose tickets. */
  from: id(),
  /** Somebody who works tickets, or back to the teams, each by its way. */
  to: z.union([z.literal('teams'), id()]),
  ...Filters.pick({ category: true, priority: true, court: true, school: true }).shape,
};

export const HandOverQuery = z.object(which);
export type HandOverQuery = z.output<typeof HandOverQuery>;

export const NewHandOver = z.object({
  ...which,
  /** Written as a note on each of them. */
  note: prose().optional(),
});
export type NewHandOver = z.output<typeof NewHandOver>;

const Named = z.object({ id: z.number().int(), name: z.string() });

/** Who gets how many. Without a person: nobody of the team is there, or it gives by hand. */
export const Share = z.object({
  person: Named.nullable(),
  team: Named.nullable(),
  count: z.number().int(),
  /** "away until Thursday 8:00". */
  away: z.string().nullable(),
});
export type Share = z.infer<typeof Share>;

export const HandOverPreview = z.object({
  from: Named,
  count: z.number().int(),
  /** How many more there are than go in one step. */
  left: z.number().int(),
  shares: z.array(Share),
});
export type HandOverPreview = z.infer<typeof HandOverPreview>;

export const HandedOver = HandOverPreview.extend({ id: z.number().int() });
export type HandedOver = z.infer<typeof HandedOver>;

/** How many are as they were, and how many had been changed since and stay. */
export const HandedBack = z.object({ back: z.number().int(), kept: z.number().int() });
export type HandedBack = z.infer<typeof HandedBack>;
