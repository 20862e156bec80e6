import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { Person } from '../../rules/who.ts';
import { desk_time_now } from '../igroup/store.ts';
import { known_browsers, logins, people, school_of_person, sessions, tokens } from '../tables.ts';

/** What sign-in reads. It runs as the owner: nobody is acting yet. */

const person = {
  person_id: people.id,
  name: people.name,
  roles: people.roles,
  school_id: people.school_id,
  zone: school_of_person.zone,
  trained_from: school_of_person.trained_from,
  stage1_from: school_of_person.stage1_from,
  suspended_from: school_of_person.suspended_from,
  left_at: people.left_at,
  desk: desk_time_now,
};

/**
 * Who is behind a session's cookie, or a token: one indexed read for each request. Its SQL is made once, since
 * building it takes longer than asking; unnamed, because all share one session of the embedded database.
 */
export function readersOf(db: Db) {
  const session = sessionQuery(db)
    .where(eq(sessions.token_hash, sql.placeholder('hash')))
    .prepare('');
  const token = tokenQuery(db)
    .where(eq(tokens.token_hash, sql.placeholder('hash')))
    .prepare('');
  return {
    session: async (hash: Buffer) => (await session.execute({ hash }))[0],
    token: async (hash: Buffer) => (await token.execute({ hash }))[0],
  };
}
export type Readers = ReturnType<typeof readersOf>;
export type PersonRow = Pick<
  NonNullable<Awaited<ReturnType<Readers['token']>>>,
  | 'person_id'
  | 'name'
  | 'roles'
  | 'school_id'
  | 'zone'
  | 'desk'
  | 'trained_from'
  | 'stage1_from'
  | 'suspended_from'
>;

function sessionQuery(db: Db) {
  const { id, seen_at, expires_at, ended_at } = sessions;
  return db
    .select({
      ...person,
      id,
      seen_at,
      expires_at,
      ended_at,
      closed_at: logins.closed_at,
      made_at: logins.made_at,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.person_id))
    .innerJoin(logins, eq(logins.id, sessions.login_id))
    .leftJoin(school_of_person, eq(school_of_person.id, people.school_id));
}

function tokenQuery(db: Db) {
  const { id, scopes, expires_at, revoked_at, seen_at } = tokens;
  return db
    .select({ ...person, id, scopes, expires_at, revoked_at, seen_at })
    .from(tokens)
    .innerJoin(people, eq(people.id, tokens.person_id))
    .leftJoin(school_of_person, eq(school_of_person.id, people.school_id));
}

export async function personById(db: Db, id: number) {
  const [row] = await db
    .select(person)
    .from(people)
    .leftJoin(school_of_person, eq(school_of_person.id, people.school_id))
    .where(eq(people.id, id));
  return row;
}

/** A person's own school, and whether she has said that she is somebody at another too. */
export async function schoolOf(db: Db, { school_id, person_id }: { school_id: number; person_id: number }) {
  const { id, code, name } = school_of_person;
  const several = sql<boolean>`exists (select from same_people s
    where ${person_id} in (s.person_id, s.other_id) and s.ended_at is null)`;
  const [row] = await db
    .select({ id, code, name, several })
    .from(school_of_person)
    .where(eq(school_of_person.id, school_id));
  return row;
}

/** The login of a user name, also a closed one, and whether this browser has signed in to it before. */
export async function loginNamed(db: Db, username: string, browser_hash: Buffer | null) {
  const { id, password_hash, password_version, school_id, person_id, closed_at, made_at } = logins;
  const here = and(
    eq(known_browsers.login_id, id),
    eq(known_browsers.token_hash, browser_hash ?? Buffer.alloc(0)),
  );
  const [login] = await db
    .select({
      id,
      password_hash,
      password_version,
      school_id,
      person_id,
      closed_at,
      made_at,
      known: sql<boolean>`${known_browsers.login_id} is not null`,
    })
    .from(logins)
    .leftJoin(known_browsers, here)
    .where(eq(logins.username, username));
  return login;
}

/** The login that a person signs in with: her own, or her school's. */
export async function loginOf(db: Db, who: Person) {
  const { id, username, password_hash, password_version, closed_at } = logins;
  const ofWho =
    who.side === 'desk' ? eq(logins.person_id, who.person_id) : eq(logins.school_id, who.school_id);
  const [login] = await db
    .select({ id, username, password_hash, password_version, closed_at })
    .from(logins)
    .where(ofWho);
  return login;
}

/** The people behind a login who have not left: a school's all (S24), or the one person of the iGroup. */
export const peopleBehind = (db: Db, login: { school_id: number | null; person_id: number | null }) =>
  db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      and(
        login.school_id === null ? eq(people.id, login.person_id!) : eq(people.school_id, login.school_id),
        isNull(people.left_at),
      ),
    )
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id));
