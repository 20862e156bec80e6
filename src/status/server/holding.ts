import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed, type Facts } from '#accounts/server/story/story.ts';
import { notAllowed, notFound, notNow } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { canOf } from '../rules/policy.ts';
import { movesFrom, stateOf, type NoticeMove } from '../rules/states.ts';
import { seenNotice } from './reading.ts';
import { holdNotice, signalConcerned } from './store.ts';
import type { NoticeRow } from './tables.ts';

/** What the deeds on notices have in common. */

/** The notice, held until the transaction ends. Refuses with not_found. */
export async function held(ctx: Ctx, id: string): Promise<NoticeRow> {
  await seenNotice(ctx, id);
  const row = await holdNotice(ctx, id);
  if (!row) throw notFound();
  return row;
}

/** The same, for a move that it must have now. Refuses not_now where it has none, not_allowed. */
export async function heldFor(ctx: Ctx, id: string, move: NoticeMove): Promise<NoticeRow> {
  const row = await held(ctx, id);
  const state = stateOf(row, ctx.now);
  if (!movesFrom(state).includes(move)) throw notNow(no_such_move);
  if (ctx.code_wall && !canNow(ctx, row).moves.includes(move)) throw notAllowed(coordinator_tells);
  return row;
}

export const canNow = ({ who, now }: Ctx, row: NoticeRow) =>
  canOf(who, { kind: row.kind, state: stateOf(row, now) });

export const today = ({ now, who }: Ctx): string => localDate(now, who.desk.zone);

/** The line of the story is the desk's; open pages of those concerned hear a signal that says nothing but "ask again". */
export async function tell(
  ctx: Ctx,
  kind: string,
  { id, title }: { id: string; title: string },
  facts: Facts = {},
): Promise<void> {
  await signalConcerned(ctx, id, today(ctx));
  await recordDeed(ctx, { kind, audience: 'desk', facts: { notice: id, name: title, ...facts } });
}

export const coordinator_tells = {
  en: 'What schools read is the coordinator’s to tell.',
  fr: 'C’est à la coordination de dire ce que lisent les écoles.',
};
const no_such_move = {
  en: 'The notice is not in a state for this any more.',
  fr: 'L’avis n’est plus dans un état qui le permet.',
};
