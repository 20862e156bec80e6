import { and, eq, gte, sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { fewest_schools, type StepTime } from '../../rules/process/step-times.ts';
import { step_times } from './tables.ts';

/** How long tickets stay in their states, in SQL. */

interface Mark extends Record<string, unknown> {
  ticket_number: number;
  school_id: number;
  category: string;
  state: string;
  /** The school's own technician has it: no step of the desk's process. */
  passed: boolean;
  at: string;
  /** When the next mark follows; null for the last one. */
  until: string | null;
}

const at_once = 2000;

/** The ledgers of the next tickets after this number that something happened on since then, and the last number. */
export async function marksAfter(
  db: Db,
  number: number,
  since: Date,
): Promise<{ marks: Mark[]; last: number | null }> {
  const { rows } = await db.execute<Mark>(sql`
    with those as (
      select number, school_id, category from tickets
      where number > ${number} and last_activity_at >= ${since.toISOString()}::timestamptz
      order by number limit ${at_once})
    select t.number as ticket_number, t.school_id, t.category, m.state, m.passed, m.at,
      lead(m.at) over (partition by m.ticket_number order by m.id) as until
    from those t join clock_marks m on m.ticket_number = t.number
    order by t.number, m.id`);
  const { rows: ends } = await db.execute<{ last: number | null }>(sql`
    select max(number) as last from (
      select number from tickets
      where number > ${number} and last_activity_at >= ${since.toISOString()}::timestamptz
      order by number limit ${at_once}) those`);
  return { marks: rows, last: ends[0]!.last };
}

/** What is known from now on; whatever was known before goes. */
export async function replaceStepTimes(db: Db, times: readonly StepTime[], counted_at: Date): Promise<void> {
  await db.delete(step_times);
  if (times.length > 0) await db.insert(step_times).values(times.map(time => ({ ...time, counted_at })));
}

/** Of a category and a state; a school reads only what enough schools stand behind. */
export async function stepTime(ctx: Ctx, { category, state }: { category: string; state: string }) {
  const [row] = await ctx.db
    .select({ half_minutes: step_times.half_minutes, most_minutes: step_times.most_minutes })
    .from(step_times)
    .where(
      and(
        eq(step_times.category, category),
        eq(step_times.state, state),
        ctx.who.side === 'school' && ctx.code_wall ? gte(step_times.schools, fewest_schools) : undefined,
      ),
    );
  return row;
}
