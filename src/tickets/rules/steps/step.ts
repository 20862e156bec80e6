import { z } from 'zod';
import { id } from '#platform/schemas.ts';
import { GivenValue } from '../fields/schemas.ts';
import { Tagging } from '../tags/tag.ts';
import { Snoozing } from '../tasks/snooze.ts';
import { Change, Moving, Note } from '../ticket.ts';

/** `me`: whoever does it. */
const Colleague = z.union([z.literal('me'), id()]);

/**
 * One thing that can be done to a ticket, as data: a macro keeps some, a bulk does them to many. What each does and
 * who may is said by the deed of the same name; a step adds no rule of its own.
 */
export const Step = z.discriminatedUnion('does', [
  z.object({ does: z.literal('assign'), agent: Colleague.nullable() }),
  /** Nobody has it then: it waits for the team. */
  z.object({ does: z.literal('team'), team: id() }),
  Change.omit({ fields: true }).extend({ does: z.literal('change') }),
  /** One of the ticket's own fields; null empties it. */
  z.object({ does: z.literal('field'), field: id(), value: GivenValue.nullable() }),
  Tagging.extend({ does: z.literal('tag') }),
  z.object({ does: z.literal('follow'), person: Colleague, follows: z.boolean().default(true) }),
  /** For whoever does it, out of her own lists. */
  Snoozing.extend({ does: z.literal('snooze') }),
  Moving.omit({ files: true, seen: true, to: true }).extend({ does: z.literal('move') }),
  /** One’s own uploads go with it to each ticket. */
  z.object({ does: z.literal('reply'), ...Note.shape }),
  z.object({ does: z.literal('note'), text: Note.shape.text }),
]);
export type Step = z.infer<typeof Step>;
export type StepOf<Does extends Step['does']> = Extract<Step, { does: Does }>;

export const most_steps = 10;
export const Steps = z.array(Step).min(1).max(most_steps);
export type Steps = z.infer<typeof Steps>;

/**
 * Whether a step is done after the text that it goes with: where the ticket goes comes after. So does a team after a
 * reply, since the first answer takes a new ticket. Who has it and what it is come before, so that it takes nothing.
 */
export const comesAfterText = (step: Step, replies: boolean): boolean =>
  (step.does === 'move' && step.move !== 'take') || (step.does === 'team' && replies);
