import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { PlaceState } from '../../rules/training/limits.ts';
import {
  attendances,
  course_parts,
  courses,
  training_places,
  training_sessions,
  trainings,
} from './tables.ts';

/** What is written of courses, trainings, places and attendance, and what is held before. */

export async function insertCourse(
  { db, who, now }: Ctx,
  {
    parts,
    ...course
  }: { name: string; first_week: number; parts: readonly { week: number; title: string }[] },
): Promise<number> {
  const [row] = await db
    .insert(courses)
    .values({ ...course, made_by: who.person_id, made_at: now })
    .returning({ id: courses.id });
  await db.insert(course_parts).values(parts.map(part => ({ ...part, course_id: row!.id })));
  return row!.id;
}

/** Answers whether there is such a course, removed or not. */
export async function updateCourse(
  { db }: Ctx,
  id: number,
  set: Partial<Pick<typeof courses.$inferInsert, 'name' | 'removed_at'>>,
): Promise<boolean> {
  const { rowCount } = await db.update(courses).set(set).where(eq(courses.id, id));
  return rowCount === 1;
}

/** The parts of a course that is still given. */
export const partsOf = ({ db }: Ctx, course_id: number) =>
  db
    .select({ id: course_parts.id })
    .from(course_parts)
    .innerJoin(courses, eq(courses.id, course_parts.course_id))
    .where(and(eq(courses.id, course_id), isNull(courses.removed_at)));

export async function insertTraining(
  { db, who, now }: Ctx,
  training: Omit<typeof trainings.$inferInsert, 'made_by' | 'made_at'>,
  sessions: readonly Omit<typeof training_sessions.$inferInsert, 'training_id'>[],
): Promise<number> {
  const [row] = await db
    .insert(trainings)
    .values({ ...training, made_by: who.person_id, made_at: now })
    .returning({ id: trainings.id });
  await db.insert(training_sessions).values(sessions.map(each => ({ ...each, training_id: row!.id })));
  return row!.id;
}

/** One training with its sessions and how many places are booked, held until the transaction ends. */
export async function holdTraining({ db }: Ctx, id: number) {
  const [training] = await db.select().from(trainings).where(eq(trainings.id, id)).for('update');
  if (!training) return undefined;
  const [{ taken }] = (await db
    .select({ taken: sql<number>`count(*)`.mapWith(Number) })
    .from(training_places)
    .where(and(eq(training_places.training_id, id), eq(training_places.state, 'booked')))) as [
    { taken: number },
  ];
  return { ...training, taken };
}

export const updateTraining = (
  { db }: Ctx,
  id: number,
  set: Partial<Pick<typeof trainings.$inferInsert, 'place' | 'capacity' | 'cancelled_at'>>,
) => db.update(trainings).set(set).where(eq(trainings.id, id));

/** When a training begins, and whether it is cancelled; anybody may know. */
export async function beginningOf({ db }: Ctx, id: number) {
  const [row] = await db
    .select({
      cancelled_at: trainings.cancelled_at,
      begins: sql<Date>`min(${training_sessions.starts_at})`.mapWith(training_sessions.starts_at),
    })
    .from(trainings)
    .innerJoin(training_sessions, eq(training_sessions.training_id, trainings.id))
    .where(eq(trainings.id, id))
    .groupBy(trainings.id);
  return row;
}

/** Of some people those of schools, with their school: for a school's person her own. */
export const contactsAmong = (ctx: Ctx, ids: readonly number[]) =>
  ctx.db
    .select({ id: people.id, school_id: sql<number>`${people.school_id}`, left_at: people.left_at })
    .from(people)
    .where(
      and(
        inArray(people.id, [...ids]),
        sql`${people.school_id} is not null`,
        visibleTo(ctx, people.school_id),
      ),
    );

/** The places that some people have at a training, in whatever state. */
export const placesAmong = ({ db }: Ctx, training_id: number, ids: readonly number[]) =>
  db
    .select({
      person_id: training_places.person_id,
      school_id: training_places.school_id,
      state: training_places.state,
    })
    .from(training_places)
    .where(and(eq(training_places.training_id, training_id), inArray(training_places.person_id, [...ids])));

export const putPlaces = (
  { db, who, now }: Ctx,
  training_id: number,
  rows: readonly { person_id: number; school_id: number }[],
  state: PlaceState,
) =>
  db
    .insert(training_places)
    .values(rows.map(row => ({ ...row, training_id, state, by: who.person_id, at: now })))
    .onConflictDoUpdate({
      target: [training_places.training_id, training_places.person_id],
      set: { state, by: who.person_id, at: now },
    });

export async function sessionOf({ db }: Ctx, training_id: number, id: number) {
  const [row] = await db
    .select()
    .from(training_sessions)
    .where(and(eq(training_sessions.id, id), eq(training_sessions.training_id, training_id)));
  return row;
}

/** Who of them was noted at a session. */
export const presentAt = ({ db }: Ctx, session_id: number, ids: readonly number[]) =>
  db
    .select({ id: attendances.id, person_id: attendances.person_id })
    .from(attendances)
    .where(
      and(
        eq(attendances.session_id, session_id),
        inArray(attendances.person_id, [...ids]),
        isNull(attendances.withdrawn_at),
      ),
    );

export const insertAttendances = (
  { db, who, now }: Ctx,
  session_id: number,
  rows: readonly { person_id: number; school_id: number }[],
) =>
  db
    .insert(attendances)
    .values(rows.map(row => ({ ...row, session_id, recorded_by: who.person_id, recorded_at: now })));

export const withdrawAttendances = ({ db, who, now }: Ctx, ids: readonly number[], why: string | null) =>
  db
    .update(attendances)
    .set({ withdrawn_by: who.person_id, withdrawn_at: now, withdrawn_why: why })
    .where(inArray(attendances.id, [...ids]));
