import { keepersOfSchools } from '#accounts/rules/policy.ts';
import { unlessTaken } from '#accounts/server/accounts.ts';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { dateWords } from '#sla/rules/moments.ts';
import { school_limits } from '../../rules/kinds.ts';
import type { Moving, NewWave, WaveChange, Waves } from '../../rules/wave.ts';
import {
  insertWave,
  keptWave,
  putInWave,
  schoolsElsewhere,
  selectWaves,
  updateWave,
  waveFor,
} from './store.ts';

/** The deeds on waves: which schools enter the roll-out together, and when that is planned. */

/** The waves that stand, the next one first. */
export async function listWaves(ctx: Ctx): Promise<Waves> {
  const seen = seenBy(ctx);
  const items = (await selectWaves(ctx)).map(({ planned_for: date, ...wave }) => ({
    ...wave,
    planned_for: date === null ? null : { date, words: dateWords(date, seen) },
  }));
  return { items, can: { change: keepersOfSchools(ctx.who) } };
}

/** A new wave without schools. Refuses a name that is taken, and more waves than there may be. */
export async function addWave(ctx: Ctx, given: NewWave): Promise<Waves> {
  if ((await selectWaves(ctx)).length >= school_limits.waves) throw notNow(tooMany);
  const id = await unlessTaken('name', () => insertWave(ctx, given));
  await recordDeed(ctx, { kind: 'wave_added', audience: 'desk', facts: { wave: id, name: given.name } });
  return listWaves(ctx);
}

/**
 * Renames, plans, removes a wave or brings it back. What is so already is no change and tells nothing. Refuses with
 * not_found, and a name that is taken.
 */
export async function changeWave(ctx: Ctx, id: number, { removed, ...given }: WaveChange): Promise<Waves> {
  const before = await keptWave(ctx, id);
  if (!before) throw notFound();
  const gone = before.removed_at !== null;
  const { name = before.name, planned_for = before.planned_for } = given;
  const facts = {
    ...(name !== before.name && { name: [before.name, name] as [string, string] }),
    ...(planned_for !== before.planned_for && {
      planned_for: [before.planned_for, planned_for] as [unknown, unknown],
    }),
    ...(removed !== undefined && removed !== gone && { removed }),
  };
  if (Object.keys(facts).length === 0) return listWaves(ctx);
  const removed_at = facts.removed === undefined ? before.removed_at : removed ? ctx.now : null;
  await unlessTaken('name', () => updateWave(ctx, id, { name, planned_for, removed_at }));
  await recordDeed(ctx, { kind: 'wave_changed', audience: 'desk', facts: { wave: id, ...facts } });
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
