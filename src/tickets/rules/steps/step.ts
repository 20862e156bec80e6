import { z } from 'zod';
import { id } from '#platform/schemas.ts';
import { Tagging } from '../tags/tag.ts';
import { Change, Moving, Note } from '../ticket.ts';

/**
 * One thing that can be done to a ticket, as data: a macro keeps some, a bulk does them to many. What each does and
 * who may is said by the deed of the same name; a step adds no rule of its own.
 */
export const Step = z.discriminatedUnion('does', [
  /** `me`: whoever does it. */
  z.object({ does: z.literal('assign'), agent: z.union([z.literal('me'), id()]).nullable() }),
  Change.extend({ does: z.literal('change') }),
  Tagging.extend({ does: z.literal('tag') }),
  Moving.omit({ files: true, seen: true, to: true }).extend({ does: z.literal('move') }),
  z.object({ does: z.literal('reply'), text: Note.shape.text }),
  z.object({ does: z.literal('note'), text: Note.shape.text }),
]);
export type Step = z.infer<typeof Step>;

export const most_steps = 10;
export const Steps = z.array(Step).min(1).max(most_steps);
export type Steps = z.infer<typeof Steps>;
