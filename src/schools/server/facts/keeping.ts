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
    const moved: Deed[] = [];
    for (const { id, kept, ...facts } of await factsFor(software, ofSchools(ids))) {
      const now = rollOutOf(facts);
      if (same(kept, now, Object.keys(now) as (keyof RollOut)[])) continue;
      await keepDays(software.db, id, now);
      if (same(kept, now, doors)) continue;
      const days = Object.fromEntries(doors.map(door => [door, now[door]]));
      moved.push({ kind: 'standing_changed', audience: 'school', school_id: id, facts: days });
    }
    if (moved.length > 0) await recordDeed(software, ...moved);
  });

const doors: readonly (keyof Since)[] = ['trained_from', 'stage1_from', 'suspended_from'];

const same = (one: RollOut, other: RollOut, days: readonly (keyof RollOut)[]) =>
  days.every(day => one[day] === other[day]);
