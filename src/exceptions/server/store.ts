import { and, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Software } from '#accounts/rules/who.ts';
import type { Db } from '#platform/db/database.ts';
import { schools } from '#schools/server/schools.ts';
import type { Standing } from '../rules/topics.ts';
import {
  exception_looks as looks,
  exception_steps,
  exception_tickets,
  exceptions,
  type ExceptionRow,
  type StepRow,
} from './tables.ts';

/** All writes to exceptions, and what a deed must know before it writes. */

/** The first wall: one's own school's and those that stand for all. */
export const seenBy = (ctx: Ctx): SQL =>
  or(visibleTo(ctx, exceptions.school_id), isNotNull(exceptions.standing))!;

/** An exception that one may see, held until the transaction ends. */
export async function holdException(ctx: Ctx, id: number): Promise<ExceptionRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(exceptions)
    .where(and(eq(exceptions.id, id), seenBy(ctx)))
    .for('update');
  return row;
}

/** Undefined where something of the ticket is asked or allowed already. */
export async function insertException(
  { db }: Pick<Ctx, 'db'>,
  row: typeof exceptions.$inferInsert,
): Promise<number | undefined> {
  const [made] = await db
    .insert(exceptions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: exceptions.id });
  return made?.id;
}

export const updateException = (db: Db, id: number, patch: Partial<ExceptionRow>): Promise<unknown> =>
  db.update(exceptions).set(patch).where(eq(exceptions.id, id));

type Step = Partial<StepRow> & Pick<StepRow, 'step' | 'exception_id' | 'school_id'>;

export const insertStep = (
  { db, who, now }: { db: Db; who: Ctx['who'] | Software; now: Date },
  step: Step,
): Promise<unknown> =>
  db
    .insert(exception_steps)
    .values({ ...step, taken_by: who.side === 'system' ? null : who.person_id, taken_at: now });

/** The ticket counts for this exception. A school’s ticket is new; at the desk it may have counted for another. False where nothing changed. */
export async function putUnder(
  { db, who, now }: Ctx,
  ticket: { number: number; school_id: number },
  exception_id: number,
): Promise<boolean> {
  const put = { exception_id, put_by: who.person_id, put_at: now };
  const row = { ...put, ticket_number: ticket.number, school_id: ticket.school_id };
  const inserting = db.insert(exception_tickets).values(row);
  const rows = await (
    who.side === 'school'
      ? inserting.onConflictDoNothing()
      : inserting.onConflictDoUpdate({
          target: exception_tickets.ticket_number,
          set: put,
          setWhere: sql`${exception_tickets.exception_id} <> ${exception_id}`,
        })
  ).returning({ number: exception_tickets.ticket_number });
  return rows.length > 0;
}

export async function standingId({ db }: Ctx, which: Standing): Promise<number> {
  const [row] = await db.select({ id: exceptions.id }).from(exceptions).where(eq(exceptions.standing, which));
  return row!.id;
}

export async function takeOut({ db }: Ctx, number: number, exception_id: number): Promise<boolean> {
  const rows = await db
    .delete(exception_tickets)
    .where(and(eq(exception_tickets.ticket_number, number), eq(exception_tickets.exception_id, exception_id)))
    .returning({ number: exception_tickets.ticket_number });
  return rows.length > 0;
}

/** The zone of a school's days. */
export async function zoneOf({ db }: Pick<Ctx, 'db'>, school_id: number): Promise<string> {
  const [row] = await db.select({ zone: schools.zone }).from(schools).where(eq(schools.id, school_id));
  return row!.zone;
}

/** One's own look, now. */
export async function look({ db, who, now }: Ctx): Promise<void> {
  if (who.side !== 'school') return;
  await db
    .insert(looks)
    .values({ person_id: who.person_id, school_id: who.school_id, looked_at: now })
    .onConflictDoUpdate({ target: looks.person_id, set: { looked_at: now } });
}

export interface EndingRow {
  [column: string]: unknown;
  id: number;
  school_id: number;
  ticket: number;
  topic: ExceptionRow['topic'];
  until: string;
  told_until: string | null;
  zone: string;
}

/**
 * Exceptions whose end is not later than `last` (YYYY-MM-DD) and was not told, and those that may be over: held, and
 * without those that another server has in its hands.
 */
export async function holdEnding(
  db: Db,
  { today, last }: { today: string; last: string },
  most: number,
): Promise<EndingRow[]> {
  const { rows } = await db.execute<EndingRow>(sql`
    select e.id, e.school_id, e.ticket_number as ticket, e.topic, e.until::text, e.told_until::text, s.zone
    from exceptions e join schools s on s.id = e.school_id
    where e.state = 'allowed' and e.until <= ${last}::date
      and (e.told_until is distinct from e.until or e.until < ${today}::date)
    order by e.until, e.id limit ${most} for update of e skip locked`);
  return rows;
}
