import { desc, eq, sql } from 'drizzle-orm';
import { asSoftware, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import type { Db } from '#platform/db/database.ts';
import { forum_limits } from '../../rules/limits.ts';
import type { NamesChoice } from '../../rules/signing.ts';
import { forum_names, forum_waits } from '../tables.ts';

/** What a school chooses for its people, and the desk for itself. */

/** After how many working days of the desk a topic without an answer comes to it. */
export async function waitDays(db: Db): Promise<number> {
  const [row] = await db
    .select({ days: forum_waits.days })
    .from(forum_waits)
    .orderBy(desc(forum_waits.id))
    .limit(1);
  return row?.days ?? forum_limits.wait_days.first;
}

export async function setWaitDays(ctx: Ctx, days: number): Promise<{ days: number }> {
  const before = await waitDays(ctx.db);
  if (before !== days) {
    await ctx.db.insert(forum_waits).values({ days, set_by: ctx.who.person_id, set_at: ctx.now });
    await recordDeed(ctx, { kind: 'forum_days_set', audience: 'desk', facts: { days: [before, days] } });
  }
  return { days };
}

/** How a school's people are named in the forum. */
export async function namesOf({ db, who }: Ctx): Promise<{ names: NamesChoice }> {
  const [row] =
    who.side === 'school'
      ? await db
          .select({ names: forum_names.names })
          .from(forum_names)
          .where(eq(forum_names.school_id, who.school_id))
      : [];
  return { names: row?.names ?? 'school' };
}

/**
 * A school's lead chooses how its people are named. `school`: also what they wrote before shows the school alone, at once.
 * `person`: from now on; nobody is named on what she wrote unnamed.
 */
export async function setNames(ctx: Ctx, names: NamesChoice): Promise<{ names: NamesChoice }> {
  const { who, now } = ctx;
  const before = await namesOf(ctx);
  if (who.side !== 'school' || before.names === names) return before;
  const set = { names, set_by: who.person_id, set_at: now };
  await ctx.db
    .insert(forum_names)
    .values({ school_id: who.school_id, ...set })
    .onConflictDoUpdate({ target: forum_names.school_id, set });
  if (names === 'school') await asSoftware(ctx, 'forum', ({ db }) => unname(db, who.school_id));
  await sendSignal(ctx.db, { to: 'schools', kind: 'forum' });
  await recordDeed(ctx, {
    kind: names === 'school' ? 'forum_named_school' : 'forum_named_people',
    audience: 'school',
    school_id: who.school_id,
  });
  return { names };
}

async function unname(db: Db, school: number): Promise<void> {
  await db.execute(sql`
    update topics set by_name = null where side = 'school' and id in (
      select topic_id from forum_authors where school_id = ${school} and answer_id is null)`);
  await db.execute(sql`
    update topic_answers set by_name = null where side = 'school' and id in (
      select answer_id from forum_authors where school_id = ${school})`);
}
