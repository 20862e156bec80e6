import { and, asc, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import { onceFor } from '#platform/once.ts';
import { first_desk_time, type DeskDays, type DeskTime, type DeskTimes } from '#sla/rules/desk-hours.ts';
import { deskSeries } from '#sla/rules/desk-series.ts';
import type { EmergencyNumber, IgroupNames } from '../../rules/igroup/igroup.ts';
import { people } from '../tables.ts';
import { desk_days, desk_times, igroup } from './tables.ts';

/** All SQL of the group's names and of its desk's time. */

const unnamed = { name: null, system: null, version: 0 };

export async function igroupNames(db: Db): Promise<IgroupNames & { version: number }> {
  const { name, system, version } = igroup;
  const [row] = await db.select({ name, system, version }).from(igroup);
  return row ?? unnamed;
}

/** The names, and whom one calls when nothing else goes. */
export async function namesAndNumbers(db: Db) {
  const [row] = await db.select().from(igroup);
  const { name, system, version, numbers, numbers_version } = row ?? {
    ...unnamed,
    ...{ numbers: [], numbers_version: 0 },
  };
  return { names: { name, system, version }, emergency: { numbers, version: numbers_version } };
}

export const updateNumbers = (db: Db, numbers: EmergencyNumber[], version: number) =>
  db.update(igroup).set({ numbers, numbers_version: version });

/** The names, held until the transaction ends: whoever changes them or the desk's time goes one after the other. */
export async function holdIgroup(db: Db) {
  await db.insert(igroup).values({}).onConflictDoNothing();
  const [row] = await db.select().from(igroup).for('update');
  return row!;
}

export const updateNames = (db: Db, names: { name: string; system: string; version: number }) =>
  db.update(igroup).set(names);

/** A text is read anew only when it is another: what is added up over a desk's time is kept by the object's identity. */
const readOnce = <T>(read: (said: string) => T) => onceFor(read, said => said);

/** The time that is said last, with the latest days of the desk's own, as one text for any query. */
export const desk_time_now = sql<string>`(select json_build_object(
  'time', (select json_build_object('zone', d.zone, 'week', d.week) from desk_times d order by d.id desc limit 1),
  'days', (select json_agg(own) from (
    select first_day, last_day, name, hours from desk_days where taken_back_at is null
    order by last_day desc limit 60) own))::text)`;

/** The value of `desk_time_now`, as the rules know it. */
export const timeOf = readOnce((said): DeskTime => {
  const { time, days } = JSON.parse(said) as { time: DeskTime | null; days: DeskDays[] | null };
  return { ...(time ?? first_desk_time), ...(days && { days }) };
});

/** When the desk works now. */
export async function deskTime(db: Db): Promise<DeskTime> {
  const { rows } = await db.execute<{ desk: string }>(sql`select ${desk_time_now} as desk`);
  return timeOf(rows[0]!.desk);
}

/** How the desk's times followed each other, its own days in them, as one text for any query. */
export const desk_times_said = sql<string>`(select json_build_object(
  'weeks', (select coalesce(json_agg(json_build_object('since', since, 'zone', zone, 'week', week) order by id), '[]')
    from desk_times),
  'days', (select coalesce(json_agg(json_build_object('first_day', first_day, 'last_day', last_day, 'name', name,
      'hours', hours, 'told_at', told_at, 'taken_back_at', taken_back_at) order by id), '[]')
    from desk_days))::text)`;

export async function deskTimes(db: Db): Promise<DeskTimes> {
  const { rows } = await db.execute<{ said: string }>(sql`select ${desk_times_said} as said`);
  return timesOf(rows[0]!.said);
}

export const timesOf = readOnce((said): DeskTimes => {
  const { weeks, days } = JSON.parse(said) as Said;
  return deskSeries(
    weeks.map(each => ({ ...each, since: new Date(each.since) })),
    days.map(({ told_at, taken_back_at, ...each }) => ({
      ...each,
      told_at: new Date(told_at),
      taken_back_at: taken_back_at === null ? null : new Date(taken_back_at),
    })),
  );
});

interface Said {
  weeks: (DeskTime & { since: string })[];
  days: (DeskDays & { told_at: string; taken_back_at: string | null })[];
}

/** The desk's own days that touch a year and stand, with who told them. */
export const standingDays = (db: Db, [first, last]: readonly [string, string]) =>
  db
    .select({
      id: desk_days.id,
      first_day: desk_days.first_day,
      last_day: desk_days.last_day,
      name: desk_days.name,
      hours: desk_days.hours,
      by: people.name,
      at: desk_days.told_at,
    })
    .from(desk_days)
    .innerJoin(people, eq(people.id, desk_days.told_by))
    .where(
      and(isNull(desk_days.taken_back_at), lte(desk_days.first_day, last), gte(desk_days.last_day, first)),
    )
    .orderBy(asc(desk_days.first_day));
export type StandingDays = Awaited<ReturnType<typeof standingDays>>[number];

export const insertDays = (db: Db, rows: (typeof desk_days.$inferInsert)[]) =>
  db.insert(desk_days).values(rows);

export const takeBackDays = (db: Db, ids: readonly number[], { by, at }: { by: number; at: Date }) =>
  db
    .update(desk_days)
    .set({ taken_back_by: by, taken_back_at: at })
    .where(and(inArray(desk_days.id, [...ids]), isNull(desk_days.taken_back_at)));

/** What was said of it, with who said it, in order. */
export const saidTimes = (db: Db) =>
  db
    .select({
      id: desk_times.id,
      since: desk_times.since,
      zone: desk_times.zone,
      week: desk_times.week,
      by: people.name,
    })
    .from(desk_times)
    .innerJoin(people, eq(people.id, desk_times.said_by))
    .orderBy(asc(desk_times.id));

export const insertTime = (db: Db, row: typeof desk_times.$inferInsert) => db.insert(desk_times).values(row);
