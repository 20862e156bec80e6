import { worksTickets } from '#accounts/rules/who.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import type { Bulk, BulkLines, NewBulk } from '../../rules/bulks/bulk.ts';
import type { Outcome } from '../../rules/bulks/limits.ts';
import { undo } from '../../rules/lifecycle.ts';
import { speaks } from '../../rules/steps/foresee.ts';
import { bulkOf, undoUntil } from './shapes.ts';
import { checkSteps } from './checking.ts';
import { tooMany } from './previewing.ts';
import { holdBulk, insertBulk, insertChosen, leaveUndone, updateBulk } from './store.ts';
import type { BulkRow } from './tables.ts';
import { selectBulk, selectBulks, selectLines } from './views.ts';

/** Who works on many tickets at once: who works tickets at all. What is done to each is asked ticket by ticket. */
export const worksMany = (who: Ctx['who']): boolean => who.side === 'desk' && worksTickets(who.roles);

/**
 * Asks for the steps to be done to many tickets; working.ts does them beside the requests, each ticket in its own
 * transaction. What speaks to a school waits out one undo window as a whole. Refuses not_valid (a ticket that there is
 * not, steps that nobody could do), not_now (too many, or the list has others than its person saw).
 */
export async function beginBulk(
  ctx: Ctx,
  { steps, expected, ...chosen }: NewBulk,
  waits: boolean,
): Promise<Bulk> {
  await checkSteps(ctx, steps);
  const held_ms = waits && steps.some(speaks) ? undo.window_seconds * 1000 : 0;
  const id = await insertBulk(ctx, { steps, starts_at: new Date(ctx.now.getTime() + held_ms) });
  const count = await insertChosen(ctx, id, chosen);
  checkCount(count, expected ?? (chosen.tickets && new Set(chosen.tickets).size));
  await wake(ctx);
  return shown(ctx, id);
}

function checkCount(count: number, expected: number | undefined): void {
  if (count > 10_000) throw tooMany();
  if (count === 0) throw notFound();
  if (expected !== undefined && expected !== count)
    throw notNow({
      en: `There are ${count} tickets now, and you have seen ${expected}. Look at them again, then do it.`,
      fr: `Il y a maintenant ${count} billets, et vous en avez vu ${expected}. Regardez-les de nouveau, puis faites-le.`,
    });
}

/** Every server looks for work, and the open pages of its person ask how far it is. */
async function wake({ db, who }: Ctx): Promise<void> {
  await sendSignal(db, { to: 'desk', kind: 'bulk_asked' });
  await sendSignal(db, { to: `person:${who.person_id}`, kind: 'bulk' });
}

/** One's own bulks of the last day, newest first. */
export async function listBulks(ctx: Ctx): Promise<{ items: Bulk[] }> {
  return { items: (await selectBulks(ctx)).map(row => bulkOf(ctx, row)) };
}

export async function shown(ctx: Ctx, id: number): Promise<Bulk> {
  const row = await selectBulk(ctx, id);
  if (!row) throw notFound();
  return bulkOf(ctx, row);
}

/** What became of each ticket, in the order in which they are done. */
export async function linesOf(
  ctx: Ctx,
  id: number,
  page: { outcome?: readonly Outcome[] | undefined; offset: number; limit: number },
): Promise<BulkLines> {
  if (!(await selectBulk(ctx, id))) throw notFound();
  const lines = await selectLines(ctx, id, page);
  return { items: lines.map(line => ({ ...line, reason: line.reason?.[ctx.lang] ?? null })) };
}

async function held(ctx: Ctx, id: number): Promise<BulkRow> {
  const bulk = await holdBulk(ctx, id);
  if (!bulk) throw notFound();
  return bulk;
}

/** Does no more of it; what is done stays done. Twice is once. */
export async function stopBulk(ctx: Ctx, id: number): Promise<Bulk> {
  const bulk = await held(ctx, id);
  if (bulk.ended_at === null && bulk.undo_asked_at === null) {
    await leaveUndone(ctx, id);
    await updateBulk(ctx.db, id, { stopped_at: ctx.now, ended_at: ctx.now });
    await wake(ctx);
  }
  return shown(ctx, id);
}

/**
 * Takes all of it back: what waits is not done, and what was done is undone ticket by ticket, each if it still can be.
 * Within half an hour of its end. Twice is once. Refuses not_now (too late).
 */
export async function undoBulk(ctx: Ctx, id: number): Promise<Bulk> {
  const bulk = await held(ctx, id);
  if (bulk.undo_asked_at !== null) return shown(ctx, id);
  if (ctx.now > undoUntil(bulk))
    throw notNow({
      en: 'It is too late to undo this: more than half an hour has gone.',
      fr: 'Il est trop tard pour annuler : plus d’une demi-heure s’est écoulée.',
    });
  const left = await leaveUndone(ctx, id);
  await updateBulk(ctx.db, id, {
    undo_asked_at: ctx.now,
    ...(left > 0 && { stopped_at: ctx.now }),
    // Where nothing was done yet, nothing is left to do: it need not wait for its time.
    ended_at: (await selectBulk(ctx, id))?.tally.done ? null : ctx.now,
  });
  await wake(ctx);
  return shown(ctx, id);
}
