import { z } from 'zod';
import { Moment } from '#platform/schemas.ts';
import { set_up_steps } from './steps.ts';

/** The contract of `/api/set-up`. */

export const StepPath = z.object({ step: z.enum(set_up_steps) });

export const SetUp = z.object({
  steps: z.array(
    z.object({
      step: z.enum(set_up_steps),
      state: z.enum(['done', 'waiting', 'put_off', 'missing']),
      /** How many of them there are; null where the step counts nothing. */
      count: z.number().int().nullable(),
      /** Who has put it off, where it is. */
      put_off: z.object({ by: z.string(), at: Moment }).nullable(),
      can: z.object({ do: z.boolean(), put_off: z.boolean(), take_up: z.boolean() }),
    }),
  ),
  /** How many steps are missing; 0: nothing is. */
  missing: z.number().int(),
});
export type SetUp = z.infer<typeof SetUp>;
