import type { Ctx } from '#accounts/server/acting.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import { canOf } from '../../rules/policy.ts';
import { wrong_day, type Snoozing } from '../../rules/tasks/snooze.ts';
import { wakesAt } from '../../rules/tasks/waking.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { tellDeed } from '../telling.ts';
import { hold, ticketWithMessages } from '../tickets.ts';
import { changed } from '../undo/rows-way.ts';
import { selectTicket } from '../views.ts';
import { ownSnooze, putSnooze, updateSnooze } from './store.ts';

/** Putting a ticket out of one's own list for a while. Nobody else's list changes, and no promise to the school does. */

/**
 * Puts a ticket away until a morning of the desk (8:00, Pacific time, on a day when it is open) or the school's answer,
 * whichever is first. Refuses not_found, not_now when the ticket has ended, not_valid on a day that is over or too far.
 */
export async function snoozeTicket(
  ctx: Ctx,
  number: number,
  snoozing: Snoozing,
): Promise<TicketWithMessages> {
  await snooze(ctx, number, snoozing);
  return ticketWithMessages(ctx, number);
}

/** The deed of snoozeTicket alone. */
export async function snooze(ctx: Ctx, number: number, { until }: Snoozing): Promise<void> {
  const { ticket, facts } = await hold(ctx, number);
  if (ctx.code_wall && !canOf(ctx.who, facts).snooze) throw notNow(over);
  const wakes = until === 'answer' ? null : wakesAt(until, ctx.now, ctx.who.desk);
  if (wakes === undefined) throw notValid('until', wrong_day);
  const was = await ownSnooze(ctx, number);
  if (was && !was.ended_at && was.until?.getTime() === wakes?.getTime()) return;
  const set = { until: wakes, snoozed_at: ctx.now, ended_at: null, back: false };
  const row = await putSnooze(ctx, number, set);
  await tellDeed(ctx, ticket, {
    kind: 'snoozed',
    audience: 'desk',
    facts: { snoozed_until: wakes?.toISOString() ?? 'answer' },
    undo: { way: 'snooze', ...changed([was ?? { ...row, ended_at: ctx.now, back: false }], set) },
  });
}

const over = {
  en: 'This ticket has ended: it is in nobody’s list any more.',
  fr: 'Ce billet est terminé : il n’est plus dans la liste de personne.',
};

/** Takes a ticket back into one's list before its time; one that is in it is left so. */
export async function endSnooze(ctx: Ctx, number: number): Promise<TicketWithMessages> {
  const { ticket } = await hold(ctx, number);
  const was = await ownSnooze(ctx, number);
  if (was && !was.ended_at) {
    const set = { ended_at: ctx.now, back: false };
    await updateSnooze(ctx, was.id, set);
    await tellDeed(ctx, ticket, {
      kind: 'snooze_ended',
      audience: 'desk',
      undo: { way: 'snooze', ...changed([was], set) },
    });
  }
  return ticketWithMessages(ctx, number);
}

/** Its person has looked at a ticket that is back: it takes its own place in her list again. */
export async function seeSnoozed(ctx: Ctx, number: number): Promise<{ seen: true }> {
  if (!(await selectTicket(ctx, number))) throw notFound();
  const was = await ownSnooze(ctx, number);
  if (was?.back) {
    await updateSnooze(ctx, was.id, { back: false });
    await sendSignal(ctx.db, {
      to: `person:${ctx.who.person_id}`,
      kind: 'reading',
      facts: { ticket: number },
    });
  }
  return { seen: true };
}
