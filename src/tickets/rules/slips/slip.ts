import { z } from 'zod';
import { slip_id } from './names.ts';

/** What a message brings of the slip that it was written on; a slip arrives once, by whatever road. */
export const Slip = z.object({
  id: z.string().regex(slip_id),
  /** When it was written, where it had to wait for the line. */
  written: z.iso.datetime().optional(),
});

/** Of a reply also what it was to do then: where the ticket has moved since, its writer decides anew. */
export const ReplySlip = Slip.extend({
  does: z.enum(['message', 'answer', 'not_solved', 'reopen']).optional(),
});
