import type { Ctx } from '#accounts/server/acting.ts';
import { notValid } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { requestStands } from '#tickets/server/requested.ts';
import type { Completing, ConfigurationRequest, RollingBack } from '../rules/request.ts';
import { waitsFor } from '../rules/states.ts';
import { notOver } from './deciding.ts';
import { hold, take } from './holding.ts';
import { requestFor } from './requests.ts';
import { changeWith, insertReversal, signalConcerned, updateChange, updateRequest } from './store.ts';

/** What is done with a request that was approved. The schools that it meant that day read each of these. */

/** Moves the planned day; the same day changes nothing. Refuses not_found, not_allowed, not_now, not_valid. */
export async function planAnew(ctx: Ctx, number: number, planned_for: string): Promise<ConfigurationRequest> {
  const row = await hold(ctx, number, 'plan');
  notOver(ctx, planned_for);
  if (planned_for === row.planned_for) return requestFor(ctx, number);
  await updateRequest(ctx, number, { planned_for });
  await requestStands(ctx, number, { waits: waitsFor('approved'), due: planned_for, news: true });
  await updateChange(ctx, row.change_id!, { day: planned_for, told_at: ctx.now });
  await signalConcerned(ctx, row.change_id!);
  await take(ctx, row, 'plan', { facts: { planned_for: [row.planned_for, planned_for] } });
  return requestFor(ctx, number);
}

/**
 * Records what was really changed, and on which day. Refuses not_found; not_allowed; not_now (not approved, or done
 * already); not_valid for a day that is still to come.
 */
export async function completeRequest(
  ctx: Ctx,
  number: number,
  done: Completing,
): Promise<ConfigurationRequest> {
  const row = await hold(ctx, number, 'complete');
  notToCome(ctx, done.day);
  await updateRequest(ctx, number, { state: 'done' });
  await updateChange(ctx, row.change_id!, { ...done, state: 'done', told_at: ctx.now });
  await signalConcerned(ctx, row.change_id!);
  await requestStands(ctx, number, { waits: waitsFor('done'), due: null, news: true });
  const facts = { setting_was: done.was, setting_becomes: done.becomes, date: done.day };
  await take(ctx, row, 'complete', { facts });
  return requestFor(ctx, number);
}

/**
 * Takes a change back: a line of its own in the log, from what it had become to what it was. Refuses not_found;
 * not_allowed; not_now (not done, or taken back already); not_valid for a day that is still to come.
 */
export async function rollBack(
  ctx: Ctx,
  number: number,
  { reason, told, day }: RollingBack,
): Promise<ConfigurationRequest> {
  const row = await hold(ctx, number, 'roll_back');
  notToCome(ctx, day);
  const { id, area, setting, was, becomes, scope } = await changeWith(ctx, row.change_id!);
  await updateRequest(ctx, number, { state: 'rolled_back' });
  await requestStands(ctx, number, { waits: waitsFor('rolled_back'), due: null, news: true });
  await insertReversal(ctx, {
    ...{ state: 'done', area, setting, was: becomes, becomes: was, why: told, scope },
    ...{ day, told_at: ctx.now, rolls_back: id },
  });
  await signalConcerned(ctx, id);
  await take(ctx, row, 'roll_back', { reason, facts: { date: day } });
  return requestFor(ctx, number);
}

function notToCome({ now, who }: Ctx, day: string): void {
  if (day > localDate(now, who.zone))
    throw notValid('day', {
      en: 'That day is still to come. Choose today or earlier.',
      fr: 'Ce jour est à venir. Choisissez aujourd’hui ou plus tôt.',
    });
}
