import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { tickets } from '../tables.ts';
import { snoozes } from './tables.ts';

/** Who has put which ticket away: all SQL of this folder. */

export type SnoozeRow = typeof snoozes.$inferSelect;
const zzz = snoozes;

export async function ownSnooze({ db, who }: Ctx, number: number): Promise<SnoozeRow | undefined> {
  const [row] = await db
    .select()
    .from(zzz)
    .where(and(eq(zzz.ticket_number, number), eq(zzz.person_id, who.person_id)));
  return row;
}

export async function putSnooze(
  { db, who }: Ctx,
  number: number,
  set: Pick<SnoozeRow, 'until' | 'snoozed_at' | 'ended_at' | 'back'>,
): Promise<SnoozeRow> {
  const [row] = await db
    .insert(zzz)
    .values({ ticket_number: number, person_id: who.person_id, ...set })
    .onConflictDoUpdate({ target: [zzz.ticket_number, zzz.person_id], set })
    .returning();
  return row!;
}

export const updateSnooze = ({ db }: Ctx, id: number, set: Partial<SnoozeRow>): Promise<unknown> =>
  db.update(zzz).set(set).where(eq(zzz.id, id));

interface Woken {
  person: number;
  ticket: number;
  /** Whether nothing else of the bell tells this person of what woke it. */
  alone: boolean;
  by: number | null;
  [column: string]: unknown;
}

/** Ends the snoozes whose time has come; of a ticket that has ended meanwhile nobody is told. */
export async function wakeInTime(db: Db, now: Date): Promise<Woken[]> {
  const at = now.toISOString();
  const { rows } = await db.execute<Woken>(sql`
    update snoozes s set ended_at = ${at}::timestamptz, back = t.ended_at is null
    from tickets t where t.number = s.ticket_number and s.ended_at is null and s.until <= ${at}::timestamptz
    returning s.person_id as person, s.ticket_number as ticket, s.back as alone, null::integer as by`);
  return rows;
}

/** Ends the snoozes of tickets whose schools have said something in these events. */
export async function wakeByAnswer(
  db: Db,
  { after, up_to }: { after: number; up_to: number },
  kinds: readonly string[],
): Promise<Woken[]> {
  const { rows } = await db.execute<Woken>(sql`
    update snoozes s set ended_at = e.at, back = true
    from (
      select distinct on (e.ticket_number) e.ticket_number, e.at, e.person_id, t.assignee_id
      from events e join people p on p.id = e.person_id join tickets t on t.number = e.ticket_number
      where e.position > ${after} and e.position <= ${up_to} and p.school_id is not null
        and e.kind = any (${sql.param(kinds)}::text[])
      order by e.ticket_number, e.position desc
    ) e
    where s.ticket_number = e.ticket_number and s.ended_at is null and s.snoozed_at <= e.at
    returning s.person_id as person, s.ticket_number as ticket, e.person_id as by,
      s.person_id is distinct from e.assignee_id and not exists (select from followers f
        where f.ticket_number = s.ticket_number and f.person_id = s.person_id and f.ended_at is null) as alone`);
  return rows;
}

/** Who has put a ticket away, and of the reader also whether it is back: see beside.ts. */
export const snoozesOn = ({ who }: Ctx, number: number): SQL => sql`
  select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'until', s.until, 'back', s.back)
    order by s.snoozed_at, s.id), '[]')
  from snoozes s join people p on p.id = s.person_id
  where s.ticket_number = ${number} and (s.ended_at is null or (s.back and s.person_id = ${who.person_id}::integer))`;

export interface BesideSnooze {
  id: number;
  name: string;
  until: string | null;
  back: boolean;
}

/** Whether the reader has put the ticket of a list's row away, or it is back. Null for a school, which has no such thing. */
export const ownSnoozeState = ({ who }: Ctx): SQL.Aliased<'asleep' | 'back' | null> =>
  (who.side === 'desk'
    ? sql<'asleep' | 'back' | null>`(
        select case when s.ended_at is null then 'asleep' else 'back' end from snoozes s
        where s.ticket_number = ${tickets.number} and s.person_id = ${who.person_id}::integer
          and (s.ended_at is null or s.back))`
    : sql<null>`null::text`
  ).as('snooze');

/** Until when the reader has put the ticket of a row away: an instant (ISO, UTC), `answer`, or null where she has not. */
export const ownSnoozedUntil = ({ who }: Ctx): SQL<string | null> => sql<string | null>`(
  select coalesce(to_char(s.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'answer') from snoozes s
  where s.ticket_number = ${tickets.number} and s.person_id = ${who.person_id}::integer and s.ended_at is null)`;

export const asleepFor = (person: number): SQL => sql`${tickets.number} in (
  select ticket_number from snoozes where person_id = ${person}::integer and ended_at is null)`;

/** What is back and not looked at yet stands first in its person's list. */
export const backFirst = ({ who }: Ctx): SQL => sql`(${tickets.number} not in (
  select ticket_number from snoozes where person_id = ${who.person_id}::integer and back))`;
