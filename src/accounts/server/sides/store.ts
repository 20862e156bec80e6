import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import { also_at_school, people } from '../tables.ts';

/** All SQL of who of the iGroup is also somebody at a school. */

/** A person of any school; undefined when there is none, or she is of the iGroup. */
export async function schoolPerson(db: Db, id: number) {
  const [person] = await db
    .select({ id: people.id, school_id: people.school_id })
    .from(people)
    .where(and(eq(people.id, id), isNotNull(people.school_id)));
  return person as { id: number; school_id: number } | undefined;
}

export const insertSide = (db: Db, side: typeof also_at_school.$inferInsert) =>
  db.insert(also_at_school).values(side);

const stands = isNull(also_at_school.ended_at);

/** Her people at schools who are said to be her now. */
export const sidesOf = (db: Db, person_id: number) =>
  db
    .select({ id: people.id, school_id: people.school_id, left_at: people.left_at })
    .from(also_at_school)
    .innerJoin(people, eq(people.id, also_at_school.school_person_id))
    .where(and(eq(also_at_school.person_id, person_id), stands));

export async function endSide(
  db: Db,
  { person_id, school_person_id }: { person_id: number; school_person_id: number },
  ended: { ended_by: number; ended_at: Date },
): Promise<boolean> {
  const of = and(
    eq(also_at_school.person_id, person_id),
    eq(also_at_school.school_person_id, school_person_id),
    stands,
  );
  return (await db.update(also_at_school).set(ended).where(of)).rowCount === 1;
}
