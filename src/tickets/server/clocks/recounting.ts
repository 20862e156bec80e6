import { sql } from 'drizzle-orm';
import type { Software } from '#accounts/rules/who.ts';
import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Database, Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { sendSignal } from '#platform/live/signals.ts';
import type { Recounts } from '../../rules/clocks/schemas.ts';
import { keptOf, readLedgers } from './keeping.ts';
import { holdOpen, writeKept } from './store.ts';

/**
 * When a calendar changes, the deadlines of the open tickets are counted anew, some hundred at a time, beside the work
 * of the desk. How far it has come is a row, so a crash or another server goes on from there.
 */

const who: Software = { side: 'system', job: 'clocks' };
const software = actorOf(who);
const at_once = 250;

/** The events by which a calendar changes: of the desk for all tickets, of a school for its own. */
export const calendar_changes: readonly string[] = [
  'desk_timed',
  'desk_days',
  'school_days',
  'school_changed',
];

/** Asks for a count when a calendar has changed. */
export const recounter = (clock: () => Date): EventReader => ({
  name: 'recounting',
  async read(db, position) {
    const { rows } = await db.execute<{ last: number; schools: (number | null)[] }>(sql`
      select max(position) as last,
        coalesce(array_agg(school_id) filter (where kind = any (${sql.param([...calendar_changes])}::text[])), '{}') as schools
      from (select * from events where position > ${position} order by position limit 500) e`);
    const { last, schools } = rows[0]!;
    const asked = new Set(schools);
    for (const school_id of asked.has(null) ? [null] : asked)
      await db.execute(sql`insert into clock_recounts (school_id, asked_at)
        values (${school_id}, ${clock().toISOString()}::timestamptz)`);
    return Number(last ?? position);
  },
});

/** Counts on until nothing is left to count. */
export async function recountOn({
  database,
  clock,
  goes_on = () => true,
}: {
  database: Database;
  clock: () => Date;
  goes_on?: () => boolean;
}): Promise<void> {
  for (let left = true; left && goes_on();)
    left = await database.transact(software, db => recountSome(db, clock()));
}

interface Recount extends Record<string, unknown> {
  id: number;
  school_id: number | null;
  total: number | null;
  upto: number;
}

async function recountSome(db: Db, now: Date): Promise<boolean> {
  const { rows } = await db.execute<Recount>(sql`
    select id, school_id, total, upto from clock_recounts where ended_at is null order by id limit 1 for update skip locked`);
  const recount = rows[0];
  if (!recount) return false;
  const numbers = await holdOpen(db, recount.school_id, { after: recount.upto, most: at_once });
  if (numbers.length > 0) {
    const { ledgers, circumstances } = await readLedgers(db, numbers);
    await writeKept(
      db,
      ledgers.map(ledger => keptOf(ledger, circumstances, now)),
    );
  }
  const over = numbers.length < at_once;
  await db.execute(sql`
    update clock_recounts set upto = ${numbers.at(-1) ?? recount.upto}, done = done + ${numbers.length},
      total = coalesce(total, (select count(*) from tickets where ended_at is null
        and (${recount.school_id}::integer is null or school_id = ${recount.school_id}::integer))),
      ended_at = case when ${over} then ${now.toISOString()}::timestamptz end
    where id = ${recount.id}`);
  await sendSignal(db, { to: 'desk', kind: 'recount', facts: { over } });
  // A school looks again once, when all of its deadlines are new.
  const to = recount.school_id === null ? 'schools' : (`school:${recount.school_id}` as const);
  if (over) await sendSignal(db, { to, kind: 'recount' });
  return true;
}

/** How far the counts are that are not over. */
export async function recountsUnderWay({ db }: Ctx): Promise<Recounts> {
  const { rows } = await db.execute<{ done: number; total: number }>(sql`
    select coalesce(sum(done), 0)::integer as done,
      coalesce(sum(coalesce(total, (select count(*) from tickets t where t.ended_at is null
        and (r.school_id is null or t.school_id = r.school_id)))), 0)::integer as total
    from clock_recounts r where ended_at is null`);
  return rows[0]!;
}
