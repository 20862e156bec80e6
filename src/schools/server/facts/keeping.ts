import { asSoftware, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed, type Deed } from '#accounts/server/story/story.ts';
import { rollOutOf, type RollOut } from '../../rules/facts/roll-out.ts';
import type { Since } from '../../rules/standing.ts';
import { factsFor, holdRows, keepDays, ofSchools } from './store.ts';

/** A person's transaction, or the software's own. */
type Acting = Pick<Ctx, 'db' | 'now'>;

/** What a school's facts amount to is kept beside it, by these two and nobody else. */

/**
 * Holds schools before a fact of theirs is written, so that whoever comes second counts both. Before `recordDeed`,
 * whose lock is the last.
 */
export const holdSchools = (ctx: Acting, ids: readonly number[]): Promise<unknown> =>
  asSoftware(ctx, 'standing', ({ db }) => holdRows(db, ids));

/** Derives anew where schools stand, keeps it, and tells those whose doors moved. In the transaction of the fact. */
export const keepStanding = (ctx: Acting, ids: readonly number[]): Promise<void> =>
  asSoftware(ctx, 'standing', async software => {
    const moved = (await factsFor(software, ofSchools(ids)))
      .map(({ id, kept, ...facts }) => ({ id, kept, now: rollOutOf(facts) }))
      .filter(({ kept, now }) => !same(kept, now, Object.keys(now) as (keyof RollOut)[]));
    if (moved.length === 0) return;
    await keepDays(
      software.db,
      moved.map(({ id, now }) => ({ id, ...now })),
    );
    const told = moved.filter(({ kept, now }) => !same(kept, now, doors)).map(toldOf);
    if (told.length > 0) await recordDeed(software, ...told);
  });

const toldOf = ({ id, now }: { id: number; now: RollOut }): Deed => ({
  ...{ kind: 'standing_changed', audience: 'school', school_id: id },
  facts: Object.fromEntries(doors.map(door => [door, now[door]])),
});

const doors: readonly (keyof Since)[] = ['trained_from', 'stage1_from', 'suspended_from'];

const same = (one: RollOut, other: RollOut, days: readonly (keyof RollOut)[]) =>
  days.every(day => one[day] === other[day]);
