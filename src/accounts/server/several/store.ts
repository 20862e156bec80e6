import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { OpeningKey } from '../../rules/keys/kinds.ts';
import { people, school_of_person } from '../tables.ts';
import { same_people } from './tables.ts';

/** All SQL of who of the people of schools are one. */

/** Somebody of a school, and which password of its login she was proved with. */
export interface ProvedAt {
  person_id: number;
  school_id: number;
  password: number;
}

const names = (person_id: number) =>
  or(eq(same_people.person_id, person_id), eq(same_people.other_id, person_id));
const stands = isNull(same_people.ended_at);

/** Who else a person is, at schools where she has not left; by the school's name. */
export async function othersOf(db: Db, person_id: number) {
  const { rows } = await db.execute<{ id: number; person: number; school: string; said_at: string }>(sql`
    select s.id, o.id as person, at.name as school, s.said_at
    from same_people s
    join people o on o.id = case when s.person_id = ${person_id} then s.other_id else s.person_id end
    join schools at on at.id = o.school_id
    where ${person_id} in (s.person_id, s.other_id) and s.ended_at is null and o.left_at is null
    order by lower(at.name), o.id`);
  return rows.map(({ said_at, ...row }) => ({ ...row, said_at: new Date(said_at) }));
}

/** Holds two people until the transaction ends, so that what is said of them is said one after the other; who is there. */
export const holdBoth = (db: Db, ids: readonly [number, number]) =>
  db
    .select({ id: people.id, left_at: people.left_at })
    .from(people)
    .where(or(eq(people.id, ids[0]), eq(people.id, ids[1])))
    .orderBy(people.id)
    .for('update');

/** All that stands of a person, also where she has left. */
export const saidOf = (db: Db, person_id: number) =>
  db
    .select()
    .from(same_people)
    .where(and(names(person_id), stands));

const inOrder = (one: ProvedAt, other: ProvedAt) => {
  const [first, second] = one.person_id < other.person_id ? [one, other] : [other, one];
  return {
    ...{ person_id: first.person_id, school_id: first.school_id, person_password: first.password },
    ...{ other_id: second.person_id, other_school_id: second.school_id, other_password: second.password },
  };
};

export const insertSame = (
  db: Db,
  [me, there]: readonly [ProvedAt, ProvedAt],
  said: { said_by: number; said_at: Date },
) => db.insert(same_people).values({ ...inOrder(me, there), ...said });

/** Both were proved again. */
export const proveBoth = (db: Db, id: number, [me, there]: readonly [ProvedAt, ProvedAt]) => {
  const { person_password, other_password } = inOrder(me, there);
  return db.update(same_people).set({ person_password, other_password }).where(eq(same_people.id, id));
};

/** One side was proved again, with the password that its school has now. */
export const proveOne = (db: Db, id: number, { person_id, password }: Omit<ProvedAt, 'school_id'>) =>
  db.execute(sql`
    update same_people set
      person_password = case when person_id = ${person_id} then ${password} else person_password end,
      other_password = case when other_id = ${person_id} then ${password} else other_password end
    where id = ${id} and ended_at is null`);

/** Ends one that stands and names this person; answers both, hers first. */
export async function endSame(
  db: Db,
  { id, person_id }: { id: number; person_id: number },
  ended: { ended_by: number; ended_at: Date },
) {
  const [row] = await db
    .update(same_people)
    .set(ended)
    .where(and(eq(same_people.id, id), names(person_id), stands))
    .returning();
  if (!row) return undefined;
  const first = { person_id: row.person_id, school_id: row.school_id };
  const second = { person_id: row.other_id, school_id: row.other_school_id };
  return first.person_id === person_id ? { mine: first, other: second } : { mine: second, other: first };
}

/** The way from one person's session to whom she is elsewhere: one query, as the owner. */
export async function wayTo(db: Db, from: { session_id: string; person_id: number }, to: number) {
  const { rows } = await db.execute<{
    id: number;
    school: string;
    login_id: number;
    username: string;
    /** She has left there, or the school has no sign-in. */
    shut: boolean;
    session_key: OpeningKey | null;
    proved_password: number;
    password_now: number;
  }>(sql`
    select s.id, at.name as school, l.id as login_id, l.username,
      o.left_at is not null or l.closed_at is not null as shut, here.key as session_key,
      case when s.person_id = o.id then s.person_password else s.other_password end as proved_password,
      l.password_version as password_now
    from same_people s
    join people o on o.id = ${to} and o.id in (s.person_id, s.other_id)
    join schools at on at.id = o.school_id
    join logins l on l.school_id = o.school_id
    join sessions here on here.id = ${from.session_id} and here.person_id = ${from.person_id}
    where ${from.person_id} in (s.person_id, s.other_id) and ${from.person_id} <> o.id and s.ended_at is null`);
  return rows[0];
}

/** What two schools are called: theirs, and its own to each. */
export async function schoolNames(db: Db, ids: readonly [number, number]): Promise<[string, string]> {
  const { id, name } = school_of_person;
  const rows = await db
    .select({ id, name })
    .from(school_of_person)
    .where(inArray(id, [...ids]));
  const named = (wanted: number) => rows.find(row => row.id === wanted)?.name ?? '';
  return [named(ids[0]), named(ids[1])];
}
