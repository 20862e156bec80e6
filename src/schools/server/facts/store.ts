import { and, desc, eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import type { Facts, RollOut } from '../../rules/facts/roll-out.ts';
import { kept_days, rowsOf } from '../store.ts';
import { schools } from '../tables.ts';
import { school_facts } from './tables.ts';

/** All SQL of the facts of schools. */

/** Of every course the parts of the week that counts as its first. */
export const first_weeks = rowsOf<Facts['courses']>(sql`
  select c.id, (select coalesce(json_agg(p.id), '[]') from course_parts p
    where p.course_id = c.id and p.week = c.first_week) as first_week from courses c`);

/** All facts of some schools, beside the days that are kept of them. Whoever may see a school may see these. */
export const factsFor = (ctx: Pick<Ctx, 'db'>, which: SQL | undefined) =>
  ctx.db
    .select({
      id: schools.id,
      name: schools.name,
      zone: schools.zone,
      kept: kept_days,
      recorded: rowsOf<Facts['recorded']>(sql`
        select id, kind, day, person_id, lifts, withdrawn_at is not null as withdrawn
        from school_facts f where f.school_id = schools.id`).as('recorded'),
      attended: rowsOf<Facts['attended']>(sql`
        select a.person_id, s.part_id, s.day, a.withdrawn_at is not null as withdrawn
        from attendances a join training_sessions s on s.id = a.session_id
        where a.school_id = schools.id`).as('attended'),
      courses: first_weeks.as('courses'),
      people: rowsOf<(Facts['people'][number] & { name: string })[]>(sql`
        select p.id, p.name, p.roles, p.left_at is not null as left from people p
        where p.school_id = schools.id order by lower(p.name), p.id`).as('people'),
    })
    .from(schools)
    .where(which)
    .orderBy(sql`lower(schools.name)`, schools.id);

export const ofSchools = (ids: readonly number[]): SQL => inArray(schools.id, [...ids]);
export const ofWave = (wave_id: number): SQL => eq(schools.wave_id, wave_id);

/** The one school, if this person may see it. */
export const seenSchool = (ctx: Ctx, id: number): SQL => and(visibleTo(ctx, schools.id), eq(schools.id, id))!;

/** The schools, held until the transaction ends: of two facts of a school one is counted before the other. */
export const holdRows = (db: Db, ids: readonly number[]) =>
  db.select({ id: schools.id }).from(schools).where(ofSchools(ids)).orderBy(schools.id).for('update');

/** Keeps the days of schools, however many: one statement. */
export const keepDays = (db: Db, moved: readonly ({ id: number } & RollOut)[]) =>
  db.execute(sql`
    update schools set trained_from = m.trained_from, stage1_from = m.stage1_from, suspended_from = m.suspended_from,
      invited_from = m.invited_from, signed_from = m.signed_from, training_from = m.training_from
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (id integer, trained_from date, stage1_from date,
      suspended_from date, invited_from date, signed_from date, training_from date)
    where schools.id = m.id`);

/** The facts of a school with their names, newest first. */
export const factRows = (ctx: Ctx, school_id: number) =>
  ctx.db
    .select({
      ...getTableColumns(school_facts),
      by: people.name,
      person: nameOf('person_id'),
      withdrawer: nameOf('withdrawn_by'),
    })
    .from(school_facts)
    .leftJoin(people, eq(people.id, school_facts.recorded_by))
    .where(and(visibleTo(ctx, school_facts.school_id), eq(school_facts.school_id, school_id)))
    .orderBy(desc(school_facts.id));
export type FactRow = Awaited<ReturnType<typeof factRows>>[number];

const nameOf = (column: 'person_id' | 'withdrawn_by') =>
  sql<string | null>`(select p.name from people p where p.id = ${school_facts[column]})`.as(`${column}_name`);

export async function insertFacts(
  { db, who, now }: Ctx,
  rows: readonly Omit<typeof school_facts.$inferInsert, 'recorded_at'>[],
): Promise<number[]> {
  const recorded = { recorded_by: who.person_id, recorded_at: now };
  const written = await db
    .insert(school_facts)
    .values(rows.map(row => ({ ...row, ...recorded })))
    .returning({ id: school_facts.id });
  return written.map(({ id }) => id);
}

/** Marks facts as withdrawn, or (null) takes that back. */
export const markWithdrawn = ({ db, who, now }: Ctx, ids: readonly number[], why: string | null) =>
  db
    .update(school_facts)
    .set(
      why === null
        ? { withdrawn_by: null, withdrawn_at: null, withdrawn_why: null }
        : { withdrawn_by: who.person_id, withdrawn_at: now, withdrawn_why: why },
    )
    .where(inArray(school_facts.id, [...ids]));

/** Of these facts those that stand, with their schools. */
export const standingFacts = ({ db }: Ctx, ids: readonly number[]) =>
  db
    .select({ id: school_facts.id, school_id: school_facts.school_id, kind: school_facts.kind })
    .from(school_facts)
    .where(and(inArray(school_facts.id, [...ids]), sql`${school_facts.withdrawn_at} is null`))
    .orderBy(school_facts.id);
