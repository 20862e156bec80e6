import { z } from 'zod';

/** How long a ticket's step usually takes; null where too few tickets tell it. */
export const Usual = z.object({
  words: z.string().nullable(),
  half_minutes: z.number().nullable(),
  most_minutes: z.number().nullable(),
});
export type Usual = z.infer<typeof Usual>;
