import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { schools } from '#schools/server/schools.ts';
import { isUnderWay, states } from '../rules/life.ts';
import { rights, rights_requests, type RequestRow, type RightRow } from './tables.ts';

/** All writes to rights and requests for them, and what a deed must know before it writes. */

/** The request of a ticket, held until the transaction ends. */
export async function holdRequest(ctx: Ctx, number: number): Promise<RequestRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(rights_requests)
    .where(and(eq(rights_requests.ticket_number, number), visibleTo(ctx, rights_requests.school_id)))
    .for('update');
  return row;
}

/** Answers false where another request about the same right is under way. */
export async function insertRequest(db: Db, row: typeof rights_requests.$inferInsert): Promise<boolean> {
  const rows = await db
    .insert(rights_requests)
    .values(row)
    .onConflictDoNothing()
    .returning({ number: rights_requests.ticket_number });
  return rows.length > 0;
}

export const updateRequest = (db: Db, number: number, patch: Partial<RequestRow>): Promise<unknown> =>
  db.update(rights_requests).set(patch).where(eq(rights_requests.ticket_number, number));

/** A right that stands at a school which one may see. */
export async function selectRight(ctx: Ctx, id: number): Promise<RightRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(rights)
    .where(and(eq(rights.id, id), visibleTo(ctx, rights.school_id), isNull(rights.ended_on)));
  return row;
}

export async function insertRight(db: Db, row: typeof rights.$inferInsert): Promise<number> {
  const [inserted] = await db.insert(rights).values(row).returning({ id: rights.id });
  return inserted!.id;
}

export const updateRight = (db: Db, id: number, patch: Partial<RightRow>): Promise<unknown> =>
  db.update(rights).set(patch).where(eq(rights.id, id));

/** Whether a request about this right is under way. */
export async function hasUnderWay({ db }: Ctx, right: number): Promise<boolean> {
  const rows = await db
    .select({ ticket: rights_requests.ticket_number })
    .from(rights_requests)
    .where(
      and(eq(rights_requests.right_id, right), inArray(rights_requests.state, states.filter(isUnderWay))),
    );
  return rows.length > 0;
}

/** Somebody of a school who has not left. */
export async function personAt(ctx: Ctx, school_id: number, id: number) {
  const [row] = await ctx.db
    .select({ id: people.id, name: people.name, roles: people.roles })
    .from(people)
    .where(
      and(
        eq(people.id, id),
        eq(people.school_id, school_id),
        visibleTo(ctx, people.school_id),
        isNull(people.left_at),
      ),
    );
  return row;
}

/** What whoever holds a right is called: as typed, or by the school's list, also after she has left. */
export async function nameOf(
  { db }: Ctx,
  { person_id, holder_name }: Pick<RightRow, 'person_id' | 'holder_name'>,
): Promise<string> {
  if (holder_name !== null) return holder_name;
  const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, person_id!));
  return row!.name;
}

/** The zone of a school's days; undefined where one may not see it. */
export async function zoneOf(ctx: Ctx, school_id: number): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ zone: schools.zone })
    .from(schools)
    .where(and(eq(schools.id, school_id), visibleTo(ctx, schools.id)));
  return row?.zone;
}

// What time brings -----------------------------------------------------------

export interface EndingRow {
  [column: string]: unknown;
  id: number;
  school_id: number;
  zone: string;
  until: string;
  asked_until: string | null;
  kind: RightRow['kind'];
  words: string | null;
  at_schools: string | null;
  person_id: number | null;
  holder_name: string | null;
  holder_job: string | null;
  holder: string;
  lang: RequestRow['lang'];
  /** Who of the school is asked: its security contact, else its lead, else whoever is first there. */
  contact: number;
  /** What is under way about it. */
  ticket: number | null;
}

/**
 * Rights whose end is not later than `last` and which were not asked about, and those that may be over `today`: held, and
 * without those that another server has in its hands. Days (YYYY-MM-DD) of the furthest zone.
 */
export async function holdEnding(
  db: Db,
  { today, last }: { today: string; last: string },
  most: number,
): Promise<EndingRow[]> {
  const { rows } = await db.execute<EndingRow>(sql`
    select r.id, r.school_id, s.zone, r.until::text, r.asked_until::text, r.kind, r.words, r.at_schools, r.person_id,
      r.holder_name, r.holder_job, coalesce(r.holder_name, h.name) as holder, c.id as contact,
      coalesce((select q.lang from rights_requests q where q.right_id = r.id order by q.asked_at desc limit 1), 'en') as lang,
      o.ticket_number as ticket
    from rights r join schools s on s.id = r.school_id left join people h on h.id = r.person_id
      cross join lateral (
        select p.id from people p where p.school_id = r.school_id and p.left_at is null
        order by p.roles @> array['security_contact'] desc, p.roles @> array['lead'] desc, p.id limit 1) c
      left join rights_requests o on o.right_id = r.id and o.state in ('ending', 'asked', 'prepared', 'approved')
    where r.ended_on is null and r.until <= ${last}::date
      and (o.state is null and (r.asked_until is distinct from r.until or r.until < ${today}::date)
        or o.state = 'ending' and r.until < ${today}::date)
    order by r.until, r.id limit ${most} for update of r skip locked`);
  return rows;
}
