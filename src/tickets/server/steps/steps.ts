import type { Ctx } from '#accounts/server/acting.ts';
import type { Step, Steps } from '../../rules/steps/step.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { checkAsked } from '../fields/filling.ts';
import { endFollow, makeFollow } from '../followers/following.ts';
import { giveAlone } from '../handing/giving.ts';
import { makeMove } from '../moving.ts';
import { sendMove, sendReply } from '../sending/sending.ts';
import { copyFiles } from '../store.ts';
import { snooze } from '../snoozes/snoozing.ts';
import { tag } from '../tags/tags.ts';
import { assign, correct, hold, note, reply, ticketWithMessages } from '../tickets.ts';

/**
 * Does one step to a ticket by its deed; refuses as that does. What speaks to a school `waits`, else it is done at
 * once. The ticket is not read again after it: many of them follow each other.
 */
export async function doStep(ctx: Ctx, number: number, step: Step, waits: boolean): Promise<unknown> {
  switch (step.does) {
    case 'assign':
      return assign(ctx, number, step.agent === 'me' ? ctx.who.person_id : step.agent);
    case 'change':
      return correct(ctx, number, step);
    case 'team':
      return giveAlone(ctx, number, { team: step.team });
    case 'field':
      await checkAsked(ctx, (await hold(ctx, number)).ticket, step.field);
      return correct(ctx, number, { fields: { [step.field]: step.value } });
    case 'follow': {
      const person = step.person === 'me' ? ctx.who.person_id : step.person;
      return step.follows ? makeFollow(ctx, number, person) : endFollow(ctx, number, person);
    }
    case 'snooze':
      return snooze(ctx, number, step);
    case 'tag':
      return tag(ctx, number, step);
    case 'note':
      return note(ctx, number, { text: step.text });
    case 'reply':
      if (waits) return sendReply(ctx, number, { text: step.text, files: step.files }, waits);
      return reply(ctx, await hold(ctx, number), {
        text: step.text,
        files: await copyFiles(ctx, step.files),
      });
    case 'move': {
      const { does: _, ...moving } = step;
      if (waits) return sendMove(ctx, number, moving, waits);
      const { move, ...given } = moving;
      return makeMove(ctx, await hold(ctx, number), move, given);
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
