import { and, asc, eq, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import type { Words } from '#platform/schemas.ts';
import { bulk_limits, type Outcome } from '../../rules/bulks/limits.ts';
import type { Filters } from '../../rules/lists/asking.ts';
import type { Steps } from '../../rules/steps/step.ts';
import { whereOf } from '../filters.ts';
import { tickets } from '../tables.ts';
import { changes } from '../undo/tables.ts';
import { bulk_tickets, bulks, type BulkRow } from './tables.ts';

/** Bulks in SQL: what was asked, and what became of each ticket. */

export interface Chosen {
  tickets?: readonly number[] | undefined;
  query?: Filters | undefined;
  except?: readonly number[] | undefined;
}

/** The tickets that a person means, as far as she may see them: by the list's own filters, or by their numbers. */
export const chosenBy = (ctx: Ctx, { tickets: numbers, query, except }: Chosen): SQL | undefined =>
  and(
    visibleTo(ctx, tickets.school_id),
    numbers ? sql`${tickets.number} = any (${among(numbers)})` : whereOf(ctx, query ?? {}),
    except && sql`${tickets.number} <> all (${among(except)})`,
  );
const among = (numbers: readonly number[]) => sql`${sql.param([...numbers])}::integer[]`;

export async function insertBulk(
  { db, who, now, lang }: Ctx,
  bulk: { steps: Steps; starts_at: Date },
): Promise<number> {
  const [row] = await db
    .insert(bulks)
    .values({
      ...bulk,
      total: 0,
      person_id: who.person_id,
      session_id: who.session_id,
      token_id: who.token_id,
      lang,
      asked_at: now,
    })
    .returning({ id: bulks.id });
  return row!.id;
}

/** Puts the chosen tickets into a bulk, one more than it may have at most; answers how many they are. */
export async function insertChosen(ctx: Ctx, bulk: number, chosen: Chosen): Promise<number> {
  const { rowCount } = await ctx.db.execute(sql`
    insert into bulk_tickets (bulk_id, place, ticket_number)
    select ${bulk}::integer, row_number() over (order by ${tickets.number}), ${tickets.number}
    from ${tickets} where ${chosenBy(ctx, chosen)} order by ${tickets.number} limit ${bulk_limits.tickets + 1}`);
  await ctx.db
    .update(bulks)
    .set({ total: rowCount ?? 0 })
    .where(eq(bulks.id, bulk));
  return rowCount ?? 0;
}

/** One's own bulk, held; undefined where there is none. */
export async function holdBulk({ db, who }: Ctx, id: number): Promise<BulkRow | undefined> {
  const [row] = await db
    .select()
    .from(bulks)
    .where(and(eq(bulks.id, id), eq(bulks.person_id, who.person_id)))
    .for('update');
  return row;
}

/** What waits of a bulk is not done; answers of how many tickets. Waits for the one that is being done now. */
export async function leaveUndone({ db }: { db: Db }, bulk: number): Promise<number> {
  const { rowCount } = await db
    .update(bulk_tickets)
    .set({ outcome: 'not_done' })
    .where(and(eq(bulk_tickets.bulk_id, bulk), isNull(bulk_tickets.outcome)));
  return rowCount ?? 0;
}

export const updateBulk = (
  db: Db,
  id: number,
  patch: Partial<Pick<BulkRow, 'stopped_at' | 'undo_asked_at' | 'ended_at'>>,
): Promise<unknown> => db.update(bulks).set(patch).where(eq(bulks.id, id));

/** Nothing waits any more of the doing, or of the undoing; answers whether that is still what is to be done. */
export async function endBulk(db: Db, id: number, work: Work, ended_at: Date): Promise<boolean> {
  const asked = work === 'do' ? isNull(bulks.undo_asked_at) : isNotNull(bulks.undo_asked_at);
  const { rowCount } = await db
    .update(bulks)
    .set({ ended_at })
    .where(and(eq(bulks.id, id), isNull(bulks.ended_at), asked));
  return rowCount === 1;
}

/** The bulks whose time has come and that are not over, oldest first. */
export const selectToDo = (db: Db, now: Date): Promise<BulkRow[]> =>
  db
    .select()
    .from(bulks)
    .where(and(isNull(bulks.ended_at), lte(bulks.starts_at, now)))
    .orderBy(asc(bulks.id));

/** When the next one's time comes. */
export async function selectNextStart(db: Db): Promise<Date | null> {
  const [first] = await db
    .select({ at: sql<string | null>`min(${bulks.starts_at})` })
    .from(bulks)
    .where(isNull(bulks.ended_at));
  return first?.at ? new Date(first.at) : null;
}

export type Claimed = Pick<typeof bulk_tickets.$inferSelect, 'place' | 'ticket_number' | 'done_at'>;

/** What is to be done to a ticket's row: the steps, or their undoing. */
export type Work = 'do' | 'undo';
const toDo = (bulk: number, work: Work) =>
  and(
    eq(bulk_tickets.bulk_id, bulk),
    work === 'do' ? isNull(bulk_tickets.outcome) : eq(bulk_tickets.outcome, 'done'),
  );

/** The next ticket of a bulk, for this one transaction; another server that works on it takes another. */
export async function claimNext(db: Db, bulk: number, work: Work): Promise<Claimed | undefined> {
  const { place, ticket_number, done_at } = bulk_tickets;
  const [row] = await db
    .select({ place, ticket_number, done_at })
    .from(bulk_tickets)
    .where(toDo(bulk, work))
    .orderBy(asc(bulk_tickets.place))
    .limit(1)
    .for('update', { skipLocked: true });
  return row;
}

/** Whether another server has the last tickets in its hands. */
export async function isWorkLeft(db: Db, bulk: number, work: Work): Promise<boolean> {
  const [row] = await db
    .select({ place: bulk_tickets.place })
    .from(bulk_tickets)
    .where(toDo(bulk, work))
    .limit(1);
  return row !== undefined;
}

const rowOf = (bulk: number, place: number) =>
  and(eq(bulk_tickets.bulk_id, bulk), eq(bulk_tickets.place, place));

/** Notes that the steps were done in this transaction: `already` where no line of the story came of them. */
export const markDone = ({ db, who, now }: Ctx, bulk: number, { place, ticket_number }: Claimed) =>
  db.execute(sql`
    update bulk_tickets set done_at = ${now.toISOString()}, outcome = case when exists (
      select from events where ticket_number = ${ticket_number} and person_id = ${who.person_id}
        and at = ${now.toISOString()}) then 'done' else 'already' end
    where bulk_id = ${bulk} and place = ${place}`);

/** Undone in this transaction; `kept` with what of it could not be. */
export const markTakenBack = (
  { db, now }: Ctx,
  bulk: number,
  place: number,
  kept: Words | null,
): Promise<unknown> =>
  db
    .update(bulk_tickets)
    .set({ undone_at: now, outcome: kept ? 'kept' : 'undone', reason: kept })
    .where(rowOf(bulk, place));

/** Why not, as long as nobody else has had the ticket meanwhile. */
export const markRefused = (
  db: Db,
  { bulk, place, work }: { bulk: number; place: number; work: Work },
  reason: Words,
): Promise<unknown> =>
  db
    .update(bulk_tickets)
    .set({ outcome: work === 'do' ? 'refused' : 'kept', reason })
    .where(and(rowOf(bulk, place), toDo(bulk, work)));

/** The line of the story by which a deed of that instant can be undone; undefined where none can. */
export async function undoableAt({ db, who }: Ctx, number: number, at: Date): Promise<number | undefined> {
  const [row] = await db
    .select({ position: sql<number | null>`max(${changes.position})` })
    .from(changes)
    .where(
      and(
        eq(changes.ticket_number, number),
        eq(changes.person_id, who.person_id),
        eq(changes.at, at),
        isNull(changes.undone_at),
      ),
    );
  return row?.position === null || row?.position === undefined ? undefined : Number(row.position);
}

/** Whether somebody else has written on a ticket since, where this person may read it. */
export async function writtenSince({ db, who }: Ctx, number: number, at: Date): Promise<boolean> {
  const since = sql`ticket_number = ${number} and author_id <> ${who.person_id} and written_at > ${at.toISOString()}`;
  const { rows } = await db.execute(sql`
    select from replies where ${since} union all select from notes where ${since} and taken_back_at is null limit 1`);
  return rows.length > 0;
}

/** Nightly: what ended so long ago that nobody comes back to it. */
export const forgetEnded = (db: Db, before: Date): Promise<unknown> =>
  db.delete(bulks).where(and(isNotNull(bulks.ended_at), lte(bulks.ended_at, before)));

export const ofOutcomes = (asked: readonly Outcome[] | undefined): SQL | undefined =>
  asked && inArray(bulk_tickets.outcome, [...asked]);
