import type { Ctx } from '#accounts/server/acting.ts';
import { notNow } from '#platform/refusals.ts';
import type { Opening, Reply, TicketWithMessages } from '../../rules/ticket.ts';
import { holdWhereItGoesOn, reply, ticketWithMessages } from '../tickets.ts';
import { holdSlip, insertSlip, isSaidOn } from './store.ts';

/**
 * What was written on a slip becomes one ticket or one reply, whether its computer sends it, and sends it again, or
 * somebody of the desk types it in (N5).
 */

/** The ticket that an opening has become already; words of hers that are not on it are said there, so that none is lost. */
export async function openedBefore(
  ctx: Ctx,
  { slip, description, files }: Opening,
): Promise<TicketWithMessages | undefined> {
  const number = slip && (await holdSlip(ctx, slip.id));
  if (number === undefined) return undefined;
  if (ctx.who.side === 'school' && description !== undefined && !(await isSaidOn(ctx, number, description)))
    await reply(ctx, await holdWhereItGoesOn(ctx, number), { text: description, files });
  return ticketWithMessages(ctx, number);
}

/** The ticket on which a reply stands already. */
export async function repliedBefore(ctx: Ctx, { slip }: Reply): Promise<TicketWithMessages | undefined> {
  const number = slip && (await holdSlip(ctx, slip.id));
  return number === undefined ? undefined : ticketWithMessages(ctx, number);
}

/** Keeps what a slip has become. Refuses not_now where it is somebody else's; nothing is written then. */
export async function keepSlip(
  ctx: Ctx,
  slip: Opening['slip'],
  ticket: { number: number; school_id: number },
): Promise<void> {
  if (!slip) return;
  const told = slip.written === undefined ? null : new Date(slip.written);
  // A clock that goes ahead writes nothing in the future.
  const written = told && told > ctx.now ? ctx.now : told;
  if (!(await insertSlip(ctx, { id: slip.id, written }, ticket))) throw notNow(another);
}

/** Refuses a reply that would do something else now than when it was written. */
export function checkDoes({ slip }: Reply, does: string): void {
  if (slip?.does !== undefined && slip.does !== does) throw notNow(moved);
}

const another = {
  en: 'This was sent by somebody else already. Copy your text, and ask anew.',
  fr: 'Ceci a déjà été envoyé par quelqu’un d’autre. Copiez votre texte, puis posez la question de nouveau.',
};
const moved = {
  en: 'The ticket has moved on since you wrote this. Read it, then send or change your text.',
  fr: 'Le billet a avancé depuis que vous avez écrit ceci. Lisez-le, puis envoyez ou modifiez votre texte.',
};
