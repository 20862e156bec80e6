import { z } from 'zod';
import { id, line, Moment } from '#platform/schemas.ts';

/** Handing over the role of security contact: two people agree, or the desk says why not. */

export const handover_days = 14;

const Somebody = z.object({ id: z.number().int(), name: z.string() });

export const Handover = z.object({
  id: z.number().int(),
  /** Null where nobody has the role. */
  from: Somebody.nullable(),
  to: Somebody,
  proposed_by: Somebody,
  proposed: Moment,
  expires: Moment,
  can: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
});
export type Handover = z.infer<typeof Handover>;

/** `reason`: the desk's, which hands over at once; a school gives none. */
export const Proposing = z.object({ to: id(), reason: line(500).optional() });

export const handover_answers = ['accept', 'decline', 'withdraw'] as const;
export type HandoverAnswer = (typeof handover_answers)[number];
export const AnsweringHandover = z.object({ answer: z.enum(handover_answers) });
