import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { asSoftware, type Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import {
  provinceCalendar,
  schoolCalendar,
  type DaysOff,
  type SchoolCalendar,
} from '#sla/rules/school-days.ts';
import type { DaysOffTelling } from '../../rules/days.ts';
import { days_off, schools } from '../tables.ts';

/** All SQL of schools' days off. */

/** A school's own days as one value for any query on schools: `[{ first_day, last_day, name }]`. */
export const own_days = sql<DaysOff[]>`(
  select coalesce(json_agg(json_build_object('first_day', o.first_day, 'last_day', o.last_day, 'name', o.name)
    order by o.first_day), '[]')
  from days_off o where o.school_id = schools.id)`;

/** On which days schools are open, each by its own breaks: of these, or of all that may be seen. */
export async function schoolCalendars(db: Db, ids?: readonly number[]): Promise<Map<number, SchoolCalendar>> {
  const rows = await db
    .select({ id: schools.id, zone: schools.zone, own: own_days.as('own') })
    .from(schools)
    .where(ids && inArray(schools.id, [...ids]));
  return new Map(rows.map(({ id, zone, own }) => [id, schoolCalendar(zone, own)]));
}

/** The same of one; the province's where there is no such school. */
export const schoolCalendarOf = async (db: Db, id: number): Promise<SchoolCalendar> =>
  (await schoolCalendars(db, [id])).get(id) ?? provinceCalendar('America/Vancouver');

/** The days off of a school that touch a stretch of days, with who said them. */
export const daysOffIn = (db: Db, school_id: number, [first, last]: readonly [string, string]) =>
  db
    .select({
      id: days_off.id,
      first_day: days_off.first_day,
      last_day: days_off.last_day,
      name: days_off.name,
      kind: days_off.kind,
      by: people.name,
      at: days_off.said_at,
    })
    .from(days_off)
    .leftJoin(people, eq(people.id, days_off.said_by))
    .where(
      and(eq(days_off.school_id, school_id), lte(days_off.first_day, last), gte(days_off.last_day, first)),
    )
    .orderBy(asc(days_off.first_day), asc(days_off.name));
export type DayOffRow = Awaited<ReturnType<typeof daysOffIn>>[number];

export const insertDaysOff = (
  { db, who, now }: Ctx,
  school_id: number,
  all: readonly Pick<DaysOffTelling, 'first_day' | 'last_day' | 'name' | 'kind'>[],
) =>
  db.insert(days_off).values(all.map(each => ({ ...each, school_id, said_by: who.person_id, said_at: now })));

export const deleteDaysOff = ({ db }: Ctx, school_id: number, ids: readonly number[]) =>
  db.delete(days_off).where(and(eq(days_off.school_id, school_id), inArray(days_off.id, [...ids])));

/** What has begun stays until the day before. */
export const cutDaysOff = (
  { db }: Ctx,
  { id, school_id }: { id: number; school_id: number },
  last_day: string,
) =>
  db
    .update(days_off)
    .set({ last_day })
    .where(and(eq(days_off.school_id, school_id), eq(days_off.id, id)));

/**
 * Holds the school that is looked at, and counts that it was changed, so that nobody writes over it unseen: the software
 * does, since no school writes its own row.
 */
export const holdCounted = (ctx: Ctx, id: number) =>
  asSoftware(ctx, 'calendars', ({ db }) =>
    db
      .update(schools)
      .set({ version: sql`${schools.version} + 1` })
      .where(eq(schools.id, id)),
  );
