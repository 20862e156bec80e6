import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Doing, SentMoving, SentNote, SentReply } from '../../rules/macros/macro.ts';
import { comesAfterText, type Step } from '../../rules/steps/step.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { countUse } from '../macros/macros.ts';
import { doStep, doSteps } from '../steps/steps.ts';
import { hold, moveTicket, noteOn, replyTo, ticketWithMessages } from '../tickets.ts';
import { guard, sendMove, sendReply, waitsToLeave } from './sending.ts';
import type { OutgoingDeed } from './tables.ts';

/** A text and what goes with it as ONE thing: all of it is done in one transaction, or nothing is. */

interface With {
  also?: readonly Step[] | undefined;
  macro?: number | undefined;
}

async function around(
  ctx: Ctx,
  number: number,
  given: With & { waits: boolean; replies?: boolean; say: () => Promise<unknown> },
) {
  const { also = [], macro, waits, replies = false, say } = given;
  const after = also.filter(step => comesAfterText(step, replies));
  for (const step of also.filter(each => !after.includes(each))) await doStep(ctx, number, step, waits);
  await say();
  for (const step of after) await doStep(ctx, number, step, waits);
  if (macro !== undefined) await countUse(ctx, Number(macro), number);
  return ticketWithMessages(ctx, number);
}

/** Says what a message says now, and does what goes with it; refuses as the deeds do. */
export const deliver = (ctx: Ctx, number: number, deed: OutgoingDeed): Promise<TicketWithMessages> =>
  around(ctx, number, {
    ...withOf(deed),
    waits: false,
    replies: deed.kind === 'reply',
    async say() {
      const held = await hold(ctx, number);
      await guard(ctx, held, deed);
      await (deed.kind === 'reply' ? replyTo(ctx, held, deed) : moveTicket(ctx, held, deed));
    },
  });

/**
 * Sends a reply or makes a move with what goes with it. What waits is done once for trial and taken back, so that a
 * step which is refused is known at once and not when the window is over. A school's message has nothing with it.
 */
async function sendWith(ctx: Ctx, number: number, deed: OutgoingDeed, waits: boolean) {
  const { also, macro, ...plain } = deed;
  const send = (whole: OutgoingDeed) =>
    whole.kind === 'reply' ? sendReply(ctx, number, whole, waits) : sendMove(ctx, number, whole, waits);
  if (ctx.who.side === 'school' || ((also ?? []).length === 0 && macro === undefined)) return send(plain);
  if (waits && (await waitsToLeave(ctx, number, deed))) {
    await rehearse(ctx, () => deliver(ctx, number, deed));
    return send(deed);
  }
  return around(ctx, number, {
    ...withOf(deed),
    waits,
    replies: deed.kind === 'reply',
    say: () => send(plain),
  });
}

const withOf = ({ also, macro }: OutgoingDeed): With => ({
  also: also as Step[] | undefined,
  macro: macro as number | undefined,
});

export const sendReplyWith = (ctx: Ctx, number: number, reply: SentReply, waits: boolean) =>
  sendWith(ctx, number, { kind: 'reply', ...reply }, waits);

export const sendMoveWith = (ctx: Ctx, number: number, moving: SentMoving, waits: boolean) =>
  sendWith(ctx, number, { kind: 'move', ...moving }, waits);

/** Keeps a note with what goes with it. */
export const noteWith = (ctx: Ctx, number: number, { also, macro, ...note }: SentNote, waits: boolean) =>
  around(ctx, number, {
    also: also as Step[],
    macro: macro as number,
    waits,
    say: () => noteOn(ctx, number, note),
  });

/** Does several things to a ticket at once, with one undo; refuses as the deeds do. */
export const doTogether = (ctx: Ctx, number: number, { steps, macro }: Doing, waits: boolean) =>
  around(ctx, number, {
    macro: macro as number,
    waits,
    say: () => doSteps(ctx, number, steps as Step[], waits),
  });

/** Does something and takes it back, whatever it was: only its refusal stays. */
async function rehearse({ db }: Ctx, deed: () => Promise<unknown>): Promise<void> {
  await db.execute(sql`savepoint rehearsal`);
  await deed();
  await db.execute(sql`rollback to savepoint rehearsal`);
}
