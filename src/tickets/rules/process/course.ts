import { z } from 'zod';
import { courts } from '../lifecycle.ts';
import { Move, State } from '../ticket.ts';

/** Where a ticket is in the process, what may come next, and how long this step usually takes. */
export const Course = z.object({
  place: z.string().meta({ description: 'The box of the chart' }),
  court: z.enum(courts).nullable(),
  next: z.array(z.object({ move: Move, to: State })),
  usual: z.string().nullable().meta({ description: 'A sentence, or null where too few tickets tell it' }),
});
export type Course = z.infer<typeof Course>;
