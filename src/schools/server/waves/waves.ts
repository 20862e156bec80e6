import { keepersOfSchools } from '#accounts/rules/policy.ts';
import { unlessTaken } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { school_limits } from '../../rules/kinds.ts';
import type { Moving, NewWave, WaveChange, Waves } from '../../rules/wave.ts';
import { insertWave, putInWave, schoolsElsewhere, selectWaves, updateWave, waveFor } from './store.ts';

/** The deeds on waves: which schools enter the roll-out together, and when that is planned. */

/** The waves that stand, the next one first. */
export const listWaves = async (ctx: Ctx): Promise<Waves> => ({
  items: await selectWaves(ctx),
  can: { change: keepersOfSchools(ctx.who) },
});

/** A new wave without schools. Refuses a name that is taken, and more waves than there may be. */
export async function addWave(ctx: Ctx, given: NewWave): Promise<Waves> {
  if ((await selectWaves(ctx)).length >= school_limits.waves) throw notNow(tooMany);
  const id = await unlessTaken('name', () => insertWave(ctx, given));
  await recordDeed(ctx, { kind: 'wave_added', audience: 'desk', facts: { wave: id, name: given.name } });
  return listWaves(ctx);
}

/** Renames, plans, removes a wave or brings it back. Refuses with not_found, and a name that is taken. */
export async function changeWave(ctx: Ctx, id: number, { removed, ...given }: WaveChange): Promise<Waves> {
  const removed_at = removed === undefined ? undefined : removed ? ctx.now : null;
  const set = { ...given, ...(removed_at !== undefined && { removed_at }) };
  const found = Object.keys(set).length === 0 || (await unlessTaken('name', () => updateWave(ctx, id, set)));
  if (!found) throw notFound();
  const facts = {
    wave: id,
    ...(given.name && { name: given.name }),
    ...(removed !== undefined && { removed }),
  };
  await recordDeed(ctx, { kind: 'wave_changed', audience: 'desk', facts });
  return listWaves(ctx);
}

/** What moving these schools into a wave (null: out of any) would do: those that would move, and from where. */
export async function foreseeMove(
  ctx: Ctx,
  wave: number | null,
  ids: readonly number[],
): Promise<Moving & { to: string }> {
  const to = wave === null ? '' : (await waveFor(ctx, wave))?.name;
  if (to === undefined) throw notFound();
  return { items: await schoolsElsewhere(ctx, ids, wave), to };
}

/** Moves them, and tells it in each one's story. Answers those that moved; who was there already did not. */
export async function moveSchools(ctx: Ctx, wave: number | null, ids: readonly number[]): Promise<Moving> {
  const { items, to } = await foreseeMove(ctx, wave, ids);
  if (items.length === 0) return { items };
  await putInWave(
    ctx,
    items.map(({ id }) => id),
    wave,
  );
  await recordDeed(
    ctx,
    ...items.map(({ id, from }) => ({
      kind: 'school_moved',
      audience: 'desk' as const,
      school_id: id,
      facts: { wave: [from?.name ?? '', to] as [string, string] },
    })),
  );
  return { items };
}

const tooMany = {
  en: `There are ${school_limits.waves} waves already. Remove one first.`,
  fr: `Il y a déjà ${school_limits.waves} vagues. Retirez-en une d’abord.`,
};
