import { sql, type SQL } from 'drizzle-orm';
import { desk_times_said, timesOf } from '#accounts/server/accounts.ts';
import { promisesSaid } from '#agreements/server/agreements.ts';
import type { Db } from '#platform/db/database.ts';
import type { Extent, Promised } from '#sla/rules/targets.ts';
import type { NextDue } from '../../rules/clocks/due.ts';
import type { Mark } from '../../rules/clocks/mark.ts';
import type { State } from '../../rules/lifecycle.ts';
import type { Priority } from '../../rules/priority.ts';

/** All SQL of the clocks. */

/** A ticket as its clocks see it. */
export interface Ledger {
  number: number;
  school_id: number;
  inside: boolean;
  state: State;
  priority: Priority;
  promised: Extent;
  /** Who of the school has it, where the desk passed it to her. */
  passed_to: number | null;
  agreement: number;
  planned_for: string | null;
  opened_at: Date;
  last_activity_at: Date;
  marks: Mark[];
}

type Row = Omit<Ledger, 'marks' | 'opened_at' | 'last_activity_at'> & {
  opened_at: string;
  last_activity_at: string;
  marks: [string, Mark['kind'], State, Priority, boolean, Extent][];
} & Record<string, unknown>;

const rowsOf = (numbers: readonly number[]): SQL => sql`
  select t.number, t.school_id, t.inside, t.state, t.priority, t.promised, t.agreement, t.planned_for::text, t.opened_at,
    t.last_activity_at, t.passed_to, (
      select coalesce(json_agg(json_build_array(m.at, m.kind, m.state, m.priority, m.passed, m.promised) order by m.id), '[]')
      from clock_marks m where m.ticket_number = t.number) as marks
  from tickets t where t.number = any (${sql.param([...numbers])}::integer[]) order by t.number`;

const ledgerOf = (row: Row): Ledger => ({
  ...row,
  opened_at: new Date(row.opened_at),
  last_activity_at: new Date(row.last_activity_at),
  marks: row.marks.map(([at, kind, state, priority, passed, promised]) => ({
    at: new Date(at),
    kind,
    state,
    priority,
    passed,
    promised,
  })),
});

/** Several at once, in the order of their numbers; those that one may not see are not there. */
export async function selectLedgers(db: Db, numbers: readonly number[]): Promise<Ledger[]> {
  const { rows } = await db.execute<Row>(rowsOf(numbers));
  return rows.map(ledgerOf);
}

/** The same with the desk's times and what is promised on them: one statement, since each deed asks. */
export async function selectLedgersTimed(db: Db, numbers: readonly number[]) {
  const { rows } = await db.execute<{
    ledgers: Row[] | null;
    times: string;
    promised: Promised[] | null;
  }>(sql`
    with read as (${rowsOf(numbers)})
    select (select json_agg(read) from read) as ledgers, ${desk_times_said} as times,
      ${promisesSaid(sql`select agreement from read`)} as promised`);
  const { ledgers, times, promised } = rows[0]!;
  return {
    ledgers: (ledgers ?? []).map(ledgerOf),
    times: timesOf(times),
    promises: new Map((promised ?? []).map(each => [each.version, each])),
  };
}

/** What follows from a ledger, kept beside the ticket, so that a list knows it. */
export interface Kept extends NextDue {
  number: number;
  wakes_at: Date | null;
}

/** Marks added to a ledger as a part of the statement that writes what follows from them. */
export const addMarks = (
  db: Db,
  { number, school_id }: Pick<Ledger, 'number' | 'school_id'>,
  marks: readonly Mark[],
) =>
  db.$with('added', {}).as(sql`
    insert into clock_marks (ticket_number, school_id, at, kind, state, priority, passed, promised)
    select ${number}::integer, ${school_id}::integer, at, kind, state, priority, passed, promised
    from json_to_recordset(${JSON.stringify(marks)}::json)
      as m (at timestamptz, kind text, state text, priority text, passed boolean, promised text)`);

/** What follows from many ledgers; a row that stands so already is left alone. */
export const writeKept = (db: Db, kept: readonly Kept[]) =>
  db.execute(sql`
    update tickets t set due_at = k.due_at, due_clock = k.due_clock, wakes_at = k.wakes_at
    from json_to_recordset(${JSON.stringify(kept)}::json)
      as k (number integer, due_at timestamptz, due_clock text, wakes_at timestamptz)
    where t.number = k.number
      and (t.due_at, t.due_clock, t.wakes_at) is distinct from (k.due_at, k.due_clock, k.wakes_at)`);

/** Tickets for which time has something to do by now, whoever waits longest first. */
export async function selectAwake(db: Db, now: Date, most: number): Promise<number[]> {
  const { rows } = await db.execute<{ number: number }>(sql`
    select number from tickets where wakes_at <= ${now.toISOString()}::timestamptz order by wakes_at limit ${most}`);
  return rows.map(({ number }) => number);
}

/** Holds a ticket that is still to be woken; false when another server is at it or it is not any more. */
export async function holdAwake(db: Db, number: number, now: Date): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from tickets where number = ${number} and wakes_at <= ${now.toISOString()}::timestamptz for update skip locked`);
  return rows.length > 0;
}

/** When time has something to do next; null where it has nothing. */
export async function selectNextWake(db: Db): Promise<Date | null> {
  const { rows } = await db.execute<{ next: string | null }>(
    sql`select min(wakes_at) as next from tickets where wakes_at is not null`,
  );
  const next = rows[0]?.next;
  return next ? new Date(next) : null;
}

/** What is told once: of which clock or wait, which round of it, at which step. */
export interface Telling {
  what: string;
  round: number;
  step: number;
}

export interface Told extends Telling {
  told_at: Date;
}

export async function selectTold(db: Db, number: number): Promise<Told[]> {
  const { rows } = await db.execute<Telling & { told_at: string } & Record<string, unknown>>(
    sql`select what, round, step, told_at from clock_told where ticket_number = ${number}`,
  );
  return rows.map(row => ({ ...row, round: Number(row.round), told_at: new Date(row.told_at) }));
}

export const insertTold = (db: Db, number: number, told: readonly Telling[], now: Date) =>
  db.execute(sql`
    insert into clock_told (ticket_number, what, round, step, told_at)
    select ${number}::integer, what, round, step, ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(told)}::json) as t (what text, round bigint, step integer)
    on conflict do nothing`);

/** The open tickets of a school, or of all, after a number: held until the transaction ends. */
export async function holdOpen(
  db: Db,
  school_id: number | null,
  { after, most }: { after: number; most: number },
): Promise<number[]> {
  const { rows } = await db.execute<{ number: number }>(sql`
    select number from tickets
    where ended_at is null and number > ${after} and (${school_id}::integer is null or school_id = ${school_id}::integer)
    order by number limit ${most} for update`);
  return rows.map(({ number }) => number);
}
