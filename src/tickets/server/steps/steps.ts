import type { Ctx } from '#accounts/server/acting.ts';
import type { Step, Steps } from '../../rules/steps/step.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { sendMove, sendReply } from '../sending/sending.ts';
import { tagTicket } from '../tags/tags.ts';
import { assignTicket, changeTicket, noteOn, ticketWithMessages } from '../tickets.ts';

/** Does one step to a ticket by its deed; refuses as that does. What speaks to a school `waits`. */
export function doStep(ctx: Ctx, number: number, step: Step, waits: boolean): Promise<TicketWithMessages> {
  switch (step.does) {
    case 'assign':
      return assignTicket(ctx, number, step.agent === 'me' ? ctx.who.person_id : step.agent);
    case 'change':
      return changeTicket(ctx, number, step);
    case 'tag':
      return tagTicket(ctx, number, step);
    case 'note':
      return noteOn(ctx, number, { text: step.text });
    case 'reply':
      return sendReply(ctx, number, { text: step.text }, waits);
    case 'move': {
      const { does: _, ...moving } = step;
      return sendMove(ctx, number, moving, waits);
    }
  }
}

/** Does all of them in this transaction, in their order: one that is refused refuses all. */
export async function doSteps(
  ctx: Ctx,
  number: number,
  steps: Steps,
  waits: boolean,
): Promise<TicketWithMessages> {
  for (const step of steps) await doStep(ctx, number, step, waits);
  return ticketWithMessages(ctx, number);
}
