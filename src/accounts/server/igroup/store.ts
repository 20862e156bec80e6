import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import { first_desk_time, first_desk_times, type DeskTime, type DeskTimes } from '#sla/rules/desk-hours.ts';
import type { IgroupNames } from '../../rules/igroup/igroup.ts';
import { people } from '../tables.ts';
import { desk_times, igroup } from './tables.ts';

/** All SQL of the group's names and of its desk's time. */

const unnamed = { name: null, system: null, version: 0 };

export async function igroupNames(db: Db): Promise<IgroupNames & { version: number }> {
  const { name, system, version } = igroup;
  const [row] = await db.select({ name, system, version }).from(igroup);
  return row ?? unnamed;
}

/** The names, held until the transaction ends: whoever changes them or the desk's time goes one after the other. */
export async function holdIgroup(db: Db) {
  await db.insert(igroup).values({}).onConflictDoNothing();
  const [row] = await db.select().from(igroup).for('update');
  return row!;
}

export const updateNames = (db: Db, names: { name: string; system: string; version: number }) =>
  db.update(igroup).set(names);

/** When the desk works now. */
export async function deskTime(db: Db): Promise<DeskTime> {
  const { zone, week } = desk_times;
  const [last] = await db.select({ zone, week }).from(desk_times).orderBy(desc(desk_times.id)).limit(1);
  return last ?? first_desk_time;
}

/** The same as one value, for a query that asks for more; null where nobody has said it. */
export const desk_time_now = sql<DeskTime | null>`
  (select json_build_object('zone', d.zone, 'week', d.week) from desk_times d order by d.id desc limit 1)`;

/** How the desk's times followed each other. */
export async function deskTimes(db: Db): Promise<DeskTimes> {
  const { since, zone, week } = desk_times;
  const rows = await db.select({ since, zone, week }).from(desk_times).orderBy(asc(desk_times.id));
  return [...first_desk_times, ...rows];
}

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
