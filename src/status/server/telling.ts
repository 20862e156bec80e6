import type { Ctx } from '#accounts/server/acting.ts';
import { undo } from '#tickets/rules/lifecycle.ts';
import { beginBulk, undoBulk } from '#tickets/server/many.ts';
import { notAllowed, notFound, notNow } from '#platform/refusals.ts';
import type { Notice, Told } from '../rules/notice.ts';
import { movedBy } from '../rules/states.ts';
import { openGathered } from './problems/store.ts';
import { noticeAt } from './reading.ts';
import { endUpdate, holdUpdate, insertUpdate, isSomethingWaiting, updateNotice } from './store.ts';
import type { UpdateRow } from './tables.ts';
import { canNow, coordinator_tells, held, heldFor, tell } from './holding.ts';

/**
 * Tells what is new of a notice, and moves it on with that. It goes to its readers, and as a reply into each ticket that
 * is gathered in it; with `solve` each of these is asked whether it works again. Where something `waits`, nobody outside
 * sees any of it before the undo window is over. Refuses not_found, not_allowed; not_now where it has no such move, or
 * while another waits.
 */
export async function tellUpdate(ctx: Ctx, id: string, given: Told, waits: boolean): Promise<Notice> {
  const { text, move } = given;
  const row = move ? await heldFor(ctx, id, move) : await held(ctx, id);
  if (ctx.code_wall && !canNow(ctx, row).tell) throw notAllowed(coordinator_tells);
  if (await isSomethingWaiting(ctx, id)) throw notNow(one_waits);
  const bulk_id = await tellTickets(ctx, id, given, waits);
  const leaves_at = new Date(ctx.now.getTime() + (waits ? undo.window_seconds * 1000 : 0));
  const update = await insertUpdate(ctx, {
    notice_id: id,
    text,
    move: move ?? null,
    written_by: ctx.who.person_id,
    written_at: ctx.now,
    leaves_at,
    bulk_id,
  });
  if (!waits) await letGo(ctx, update);
  await tell(ctx, 'status_told', row, { update: update.id, ...(move && { move }) });
  return noticeAt(ctx, id);
}

/** What the gathered tickets that are still open get of it, by the way on which many tickets are answered at once. */
async function tellTickets(
  ctx: Ctx,
  id: string,
  { text, move }: Told,
  waits: boolean,
): Promise<number | null> {
  const tickets = await openGathered(ctx, id);
  if (tickets.length === 0) return null;
  const step =
    move === 'solve'
      ? ({ does: 'move', move: 'resolve', answer: text, ...fixed } as const)
      : ({ does: 'reply', text } as const);
  return (await beginBulk(ctx, { tickets, steps: [step] }, waits)).id;
}

/** The minutes were spent on the problem, not on each of its tickets. */
const fixed = { resolution_code: 'known_problem_fixed', minutes: 0 } as const;

/** It is told: those who read the notice see it, and the notice has moved. */
export async function letGo(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { id, notice_id, move }: Pick<UpdateRow, 'id' | 'notice_id' | 'move'>,
): Promise<void> {
  await endUpdate({ db }, id, { told_at: now });
  await updateNotice({ db }, notice_id, { ...(move && movedBy(move, now)), changed_at: now });
}

/** Takes back one's own update before it is told, with what would go to the tickets. Refuses not_found, not_now (it was told). Twice is once. */
export async function takeUpdateBack(ctx: Ctx, id: string): Promise<Notice> {
  const update = await holdUpdate(ctx, id);
  if (!update || update.written_by !== ctx.who.person_id) throw notFound();
  if (update.told_at) throw notNow(told_already);
  const row = await held(ctx, update.notice_id);
  if (!update.taken_back_at) {
    if (update.bulk_id !== null) await undoBulk(ctx, update.bulk_id);
    await endUpdate(ctx, id, { taken_back_at: ctx.now });
    await tell(ctx, 'status_taken_back', row, { update: id });
  }
  return noticeAt(ctx, update.notice_id);
}

const one_waits = {
  en: 'Something that you told of it has not left yet. Wait a moment, or take it back.',
  fr: 'Un message sur cet avis n’est pas encore parti. Attendez un instant, ou reprenez-le.',
};
const told_already = {
  en: 'It was told already: schools can read it.',
  fr: 'C’est déjà annoncé : les écoles peuvent le lire.',
};
