import { and, eq, getTableColumns, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { events } from '#accounts/server/story/story.ts';
import type { DayOff, Enrolment, SchoolsQuery } from '../rules/school.ts';
import type { SchoolSort } from '../rules/kinds.ts';
import { told_kinds } from '../rules/told.ts';
import { days_off, enrolments, school_notes, schools, waves } from './tables.ts';

/** All SQL of schools. What a person may not see is not there. */

const wave = { id: waves.id, name: waves.name };
const ofWave = and(eq(waves.id, schools.wave_id), isNull(waves.removed_at));

/** The newest snapshot of a school. */
const fte = sql<number | null>`(
  select e.fte::float8 from enrolments e where e.school_id = ${schools.id} order by e.year desc limit 1)`;

const orders: Record<SchoolSort, SQL> = {
  name: sql`lower(${schools.name})`,
  code: sql`lower(${schools.code})`,
  town: sql`lower(${schools.town})`,
  kind: sql`${schools.kind}`,
  wave: sql`lower(${waves.name})`,
  // By what is recorded, planned days too; who is suspended comes before all.
  step: sql`case when ${schools.suspended_from} is not null then 0 else 1 + num_nonnulls(${schools.trained_from}, ${schools.stage1_from}) end`,
  fte,
};

/** The order asked for, then by name; what has no value there stands last. */
function orderOf(sort: SchoolsQuery['sort']): SQL[] {
  const down = sort.startsWith('-');
  const by = orders[(down ? sort.slice(1) : sort) as SchoolSort];
  return [down ? sql`${by} desc nulls last` : sql`${by} asc nulls last`, orders.name, sql`${schools.id}`];
}

/** What the facts of a school amount to. */
export const kept_days = {
  trained_from: schools.trained_from,
  stage1_from: schools.stage1_from,
  suspended_from: schools.suspended_from,
  invited_from: schools.invited_from,
  signed_from: schools.signed_from,
  training_from: schools.training_from,
};

type Asked = Pick<SchoolsQuery, 'kind' | 'wave'> & { found: readonly string[] };

const whereOf = (ctx: Ctx, { kind, wave: of, found }: Asked): SQL | undefined =>
  and(
    visibleTo(ctx, schools.id),
    kind && inArray(schools.kind, kind),
    of &&
      or(
        of.includes('none') ? isNull(waves.id) : undefined,
        inArray(
          waves.id,
          of.filter(each => each !== 'none'),
        ),
      ),
    ...found.map(word => sql`position(${word} in ${schools.found_by}) > 0`),
  );

/** A page of the schools, each with how many there are of them all. */
export const selectSchools = (
  ctx: Ctx,
  { sort, limit, offset, ...asked }: Pick<SchoolsQuery, 'sort' | 'limit' | 'offset'> & Asked,
) =>
  ctx.db
    .select({
      id: schools.id,
      code: schools.code,
      name: schools.name,
      town: schools.town,
      zone: schools.zone,
      kind: schools.kind,
      wave,
      fte: fte.as('fte'),
      kept: kept_days,
      total: sql<number>`count(*) over ()`.mapWith(Number).as('total'),
    })
    .from(schools)
    .leftJoin(waves, ofWave)
    .where(whereOf(ctx, asked))
    .orderBy(...orderOf(sort))
    .limit(limit ?? 100_000)
    .offset(offset);

/** How many schools there are of it. */
export async function countSchools(ctx: Ctx, asked: Asked): Promise<number> {
  const [row] = await ctx.db
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(schools)
    .leftJoin(waves, ofWave)
    .where(whereOf(ctx, asked));
  return row!.total;
}

/** What a query finds, as one value of a row. */
export const rowsOf = <T>(rows: SQL) => sql<T>`(select coalesce(json_agg(found), '[]') from (${rows}) found)`;

/** One school with what is kept of it; the desk's notes for the desk alone. */
export async function selectSchool(ctx: Ctx, id: number) {
  const { found_by: _, ...columns } = getTableColumns(schools);
  const notes = sql<string | null>`(select text from school_notes n where n.school_id = ${schools.id})`;
  const [row] = await ctx.db
    .select({
      ...columns,
      wave,
      notes: (ctx.who.side === 'desk' ? notes : sql<null>`null`).as('notes'),
      enrolments: rowsOf<Enrolment[]>(
        sql`select year, fte::float8 from enrolments where school_id = ${schools.id} order by year desc`,
      ).as('enrolments'),
      days_off: rowsOf<DayOff[]>(
        sql`select first_day, last_day, kind, name from days_off where school_id = ${schools.id}
          order by first_day, name`,
      ).as('days_off'),
    })
    .from(schools)
    .leftJoin(waves, ofWave)
    .where(and(visibleTo(ctx, schools.id), eq(schools.id, id)));
  return row;
}

export type SchoolRow = NonNullable<Awaited<ReturnType<typeof selectSchool>>>;

export async function insertSchool({ db }: Ctx, school: typeof schools.$inferInsert) {
  const [row] = await db.insert(schools).values(school).returning();
  return row!;
}

/** Writes what changed, unless the school is no longer of that version; answers whether it was. */
export async function updateSchool(
  { db }: Ctx,
  { id, version }: { id: number; version: number },
  set: Partial<typeof schools.$inferInsert>,
): Promise<boolean> {
  const { rowCount } = await db
    .update(schools)
    .set({ ...set, version: version + 1 })
    .where(and(eq(schools.id, id), eq(schools.version, version)));
  return rowCount === 1;
}

export async function replaceEnrolments({ db }: Ctx, school_id: number, all: readonly Enrolment[]) {
  await db.delete(enrolments).where(eq(enrolments.school_id, school_id));
  if (all.length > 0) await db.insert(enrolments).values(all.map(each => ({ ...each, school_id })));
}

/** What stays keeps who said it. */
export async function replaceDaysOff({ db, who, now }: Ctx, school_id: number, all: readonly DayOff[]) {
  const kept = new Set(all.map(keyOf));
  const before = await db.select().from(days_off).where(eq(days_off.school_id, school_id));
  const gone = before.filter(each => !kept.has(keyOf(each))).map(({ id }) => id);
  const there = new Set(before.map(keyOf));
  if (gone.length > 0) await db.delete(days_off).where(inArray(days_off.id, gone));
  const said = all.filter(each => !there.has(keyOf(each)));
  if (said.length > 0)
    await db.insert(days_off).values(
      said.map(({ first_day, last_day, kind, name }) => ({
        ...{ school_id, first_day, last_day, kind, name },
        ...{ said_by: who.person_id, said_at: now },
      })),
    );
}

const keyOf = ({ first_day, last_day, kind, name }: DayOff) => [first_day, last_day, kind, name].join(' ');

export async function putNotes({ db }: Ctx, school_id: number, text: string | null) {
  if (text === null) await db.delete(school_notes).where(eq(school_notes.school_id, school_id));
  else
    await db
      .insert(school_notes)
      .values({ school_id, text })
      .onConflictDoUpdate({ target: school_notes.school_id, set: { text } });
}

/** The newest lines of a school's own story, with the names of who did it and of whom it tells. */
export const selectStory = ({ db }: Ctx, school_id: number, limit: number) =>
  db
    .select({
      position: events.position,
      at: events.at,
      kind: events.kind,
      facts: events.facts,
      name: people.name,
      person: sql<string | null>`(
        select p.name from people p where p.id = (${events.facts} ->> 'person')::integer)`.as('person'),
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.person_id))
    .where(
      and(eq(events.school_id, school_id), isNull(events.ticket_number), inArray(events.kind, told_kinds)),
    )
    .orderBy(sql`${events.position} desc`)
    .limit(limit);
