import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { schools } from '#schools/server/schools.ts';
import type { Category } from '#tickets/rules/categories.ts';
import { tickets } from '#tickets/server/listed.ts';
import type { Span } from '../../rules/statements/months.ts';
import type { Breach } from '../../rules/statements/part.ts';
import {
  statement_breaches,
  statement_looks,
  statement_months,
  statements,
  type KeptMeasure,
} from './tables.ts';
import type { Numbers } from '../../rules/statements/numbers.ts';

/** All SQL of statements. */

const at = (instant: Date) => sql`${instant.toISOString()}::timestamptz`;

const ofSpan = ({ from, to }: Span, seen: SQL): SQL => sql`${seen} and not ${tickets.inside}
  and ${tickets.opened_at} < ${at(to)} and (${tickets.ended_at} is null or ${tickets.ended_at} >= ${at(from)})`;

/** The tickets that were open in a span, or have changed since it began, by their numbers. What is inside is promised nothing. */
export async function selectOfSpan(
  db: Db,
  seen: SQL,
  { span, after, most }: { span: Span; after: number; most: number },
): Promise<{ number: number; category: Category }[]> {
  const { number, category } = tickets;
  return db
    .select({ number, category })
    .from(tickets)
    .where(and(sql`${number} > ${after}`, ofSpan(span, seen)))
    .orderBy(asc(number))
    .limit(most);
}

export async function countOfSpan(db: Db, seen: SQL, span: Span): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::integer` })
    .from(tickets)
    .where(ofSpan(span, seen));
  return row!.count;
}

// ---------------------------------------------------------------------------
// Closing

/** The last month that is closed, and when the first ticket was opened. */
export async function selectBegun(db: Db): Promise<{ last: string | null; first: Date | null }> {
  const { rows } = await db.execute<{ last: string | null; first: string | null }>(sql`
    select (select max(month) from statement_months where closed_at is not null) as last,
      (select min(opened_at) from tickets where not inside) as first`);
  const { last, first } = rows[0]!;
  return { last, first: first === null ? null : new Date(first) };
}

/** Takes a month to close it; false while another server is at it, or has closed it. */
export async function claimMonth(
  db: Db,
  month: string,
  { from, to }: Span,
  times: { now: Date; left: Date },
) {
  const { rows } = await db.execute(sql`
    insert into statement_months (month, from_at, to_at, touched_at)
    values (${month}, ${at(from)}, ${at(to)}, ${at(times.now)})
    on conflict (month) do update set touched_at = excluded.touched_at
    where statement_months.closed_at is null and statement_months.touched_at < ${at(times.left)}
    returning month`);
  return rows.length > 0;
}

/** Says that this server is still at it, as it said last `before`; false when another has taken it over. */
export async function touchMonth(db: Db, month: string, before: Date, now: Date): Promise<boolean> {
  const done = await db.update(statement_months).set({ touched_at: now }).where(mine(month, before));
  return done.rowCount === 1;
}

const mine = (month: string, touched: Date) =>
  and(
    eq(statement_months.month, month),
    eq(statement_months.touched_at, touched),
    isNull(statement_months.closed_at),
  );

/** Ends the closing of a month that this server still has; then what it found may be written. */
export async function endMonth(db: Db, month: string, touched: Date, now: Date): Promise<boolean> {
  const done = await db.update(statement_months).set({ closed_at: now }).where(mine(month, touched));
  return done.rowCount === 1;
}

/** The schools that were there before an instant. */
export async function schoolsBefore(db: Db, to: Date): Promise<number[]> {
  const rows = await db.select({ id: schools.id }).from(schools).where(lt(schools.created_at, to));
  return rows.map(({ id }) => id);
}

export const insertStatements = (
  db: Db,
  month: string,
  measure: KeptMeasure,
  found: readonly { school_id: number | null; numbers: Numbers }[],
) =>
  db.execute(sql`
    insert into statements (month, school_id, numbers, measure)
    select ${month}, school_id, numbers, ${JSON.stringify(measure)}::jsonb
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as s (school_id integer, numbers jsonb)`);

export const insertBreaches = (db: Db, month: string, breaches: readonly Breach[]) =>
  db.execute(sql`
    insert into statement_breaches (month, ticket_number, clock, school_id, category, priority, due_at, met_at, spent, target, reason)
    select ${month}, number, clock, school_id, category, priority, due, met, spent, target, reason
    from jsonb_to_recordset(${JSON.stringify(breaches)}::jsonb) as b (number integer, clock text, school_id integer,
      category text, priority text, due timestamptz, met timestamptz, spent integer, target integer, reason jsonb)`);

// ---------------------------------------------------------------------------
// Reading

/** Whose statement: a school's, or null for that of all. The first wall gives a school its own alone. */
export const whose = ({ who, code_wall }: Pick<Ctx, 'who' | 'code_wall'>, school?: number): number | null =>
  who.side === 'school' && code_wall ? who.school_id : (school ?? null);

const of = (school_id: number | null) =>
  school_id === null ? isNull(statements.school_id) : eq(statements.school_id, school_id);

const closed = isNotNull(statement_months.closed_at);

/** The statements of one school, or of all, the newest first; `before` a month, or up to now. */
export const selectMonths = (
  { db }: Ctx,
  school_id: number | null,
  { before, most }: { before?: string; most: number },
) =>
  db
    .select({
      month: statements.month,
      numbers: statements.numbers,
      closed_at: sql<string>`${statement_months.closed_at}`,
    })
    .from(statements)
    .innerJoin(statement_months, eq(statement_months.month, statements.month))
    .where(and(of(school_id), closed, before === undefined ? undefined : lt(statements.month, before)))
    .orderBy(desc(statements.month))
    .limit(most);

export async function selectStatement({ db }: Ctx, month: string, school_id: number | null) {
  const [row] = await db
    .select({
      numbers: statements.numbers,
      measure: statements.measure,
      closed_at: sql<string>`${statement_months.closed_at}`,
    })
    .from(statements)
    .innerJoin(statement_months, eq(statement_months.month, statements.month))
    .where(and(eq(statements.month, month), of(school_id), closed));
  return row;
}

/** Of the statement of all: those of the schools in which something was. */
export const selectOfSchools = ({ db }: Ctx, month: string) =>
  db
    .select({ id: schools.id, name: schools.name, numbers: statements.numbers })
    .from(statements)
    .innerJoin(schools, eq(schools.id, statements.school_id))
    .where(eq(statements.month, month))
    .orderBy(sql`lower(${schools.name})`);

/** Broken promises, those that went over the most first, with the tickets as they are called today. */
export const selectBreaches = (
  { db }: Ctx,
  month: string,
  school_id: number | null,
  { from, most }: { from: number; most: number },
) =>
  db
    .select({
      number: statement_breaches.ticket_number,
      school_id: statement_breaches.school_id,
      category: statement_breaches.category,
      clock: statement_breaches.clock,
      priority: statement_breaches.priority,
      due: statement_breaches.due_at,
      met: statement_breaches.met_at,
      spent: statement_breaches.spent,
      target: statement_breaches.target,
      reason: statement_breaches.reason,
    })
    .from(statement_breaches)
    .where(
      and(
        eq(statement_breaches.month, month),
        school_id === null ? undefined : eq(statement_breaches.school_id, school_id),
      ),
    )
    .orderBy(
      desc(sql`${statement_breaches.spent} - ${statement_breaches.target}`),
      statement_breaches.ticket_number,
      statement_breaches.clock,
    )
    .offset(from)
    .limit(most);

/** What tickets and their schools are called today, by number. */
export async function callTickets(db: Db, seen: SQL, numbers: readonly number[]) {
  const rows = await db
    .select({ number: tickets.number, subject: tickets.subject, school: schools.name })
    .from(tickets)
    .innerJoin(schools, eq(schools.id, tickets.school_id))
    .where(and(inArray(tickets.number, [...numbers, 0]), seen));
  return new Map(rows.map(row => [row.number, row]));
}

export async function selectSchoolName({ db }: Ctx, id: number): Promise<string | undefined> {
  const [row] = await db.select({ name: schools.name }).from(schools).where(eq(schools.id, id));
  return row?.name;
}

/** Their names, in the order of these. */
export const nameSchools = ({ db }: Ctx, ids: readonly number[]) =>
  db
    .select({ id: schools.id, name: schools.name })
    .from(schools)
    .where(inArray(schools.id, [...ids, 0]))
    .orderBy(sql`lower(${schools.name})`);

export async function selectLook({ db, who }: Ctx): Promise<string | undefined> {
  const [row] = await db
    .select({ month: statement_looks.month })
    .from(statement_looks)
    .where(eq(statement_looks.person_id, who.person_id));
  return row?.month;
}

export const putLook = ({ db, who }: Ctx & { who: { side: 'school'; school_id: number } }, month: string) =>
  db
    .insert(statement_looks)
    .values({ person_id: who.person_id, school_id: who.school_id, month })
    .onConflictDoUpdate({
      target: statement_looks.person_id,
      set: { month },
      setWhere: lt(statement_looks.month, month),
    });
