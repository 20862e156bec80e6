import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import { installation, logins, one_time_links, people, provider_subjects, tokens } from './tables.ts';

/** All SQL of people, logins, tokens and the installation. The desk's role never reads a hash. */

// People --------------------------------------------------------------------

/** One person, as the one side that she is of: a school's id, or null for the iGroup. */
export interface PersonKey {
  id: number;
  school_id: number | null;
}

const ofSide = (school_id: number | null): SQL =>
  school_id === null ? isNull(people.school_id) : eq(people.school_id, school_id);
const thePerson = ({ id, school_id }: PersonKey) => and(eq(people.id, id), ofSide(school_id));

export async function insertPerson(db: Db, person: typeof people.$inferInsert) {
  const [row] = await db.insert(people).values(person).returning();
  return row!;
}

export async function personFor(db: Db, key: PersonKey) {
  const [row] = await db.select().from(people).where(thePerson(key)).for('update');
  return row;
}

export async function personById(db: Db, id: number) {
  const [row] = await db.select().from(people).where(eq(people.id, id));
  return row;
}

export async function updatePerson(
  db: Db,
  key: PersonKey,
  set: Partial<Omit<typeof people.$inferSelect, 'id' | 'school_id' | 'created_at'>>,
) {
  const [row] = await db.update(people).set(set).where(thePerson(key)).returning();
  return row!;
}

export const peopleOfSide = (db: Db, school_id: number | null) =>
  db
    .select()
    .from(people)
    .where(ofSide(school_id))
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id));

const her_schools = sql<{ person: number; school: string; name: string; left: boolean; by: string }[]>`
  coalesce((select json_agg(json_build_object('person', p.id, 'school', s.name, 'name', p.name,
      'left', p.left_at is not null, 'by', b.name) order by lower(s.name), p.id)
    from also_at_school a join people p on p.id = a.school_person_id join schools s on s.id = p.school_id
      join people b on b.id = a.said_by
    where a.person_id = ${people.id} and a.ended_at is null), '[]')`;

const agent = {
  id: people.id,
  name: people.name,
  roles: people.roles,
  left_at: people.left_at,
  username: logins.username,
  has_password: logins.has_password,
  bound_id: provider_subjects.id,
  seen_as: provider_subjects.seen_as,
  reset_until: one_time_links.expires_at,
  at_schools: her_schools,
};

const is_reset = and(
  eq(one_time_links.kind, 'reset'),
  isNull(one_time_links.used_at),
  isNull(one_time_links.withdrawn_at),
);

/** People of the iGroup with what they sign in by: all, or one. */
export const agentsFor = (db: Db, id?: number) =>
  db
    .select(agent)
    .from(people)
    .leftJoin(logins, eq(logins.person_id, people.id))
    .leftJoin(
      provider_subjects,
      and(eq(provider_subjects.person_id, people.id), isNull(provider_subjects.ended_at)),
    )
    .leftJoin(one_time_links, and(eq(one_time_links.person_id, people.id), is_reset))
    .where(and(isNull(people.school_id), id === undefined ? undefined : eq(people.id, id)))
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id));

const is_administrator = sql`'administrator' = any(${people.roles})`;

/**
 * The administrators who have not left and can sign in by password, held until the transaction ends: two cannot
 * dismiss each other at once.
 */
export const holdAdministrators = (db: Db) =>
  db
    .select({ id: people.id })
    .from(people)
    .innerJoin(logins, and(eq(logins.person_id, people.id), logins.has_password))
    .where(and(isNull(people.school_id), isNull(people.left_at), is_administrator))
    .orderBy(people.id)
    .for('update', { of: people });

// Logins --------------------------------------------------------------------

export async function insertLogin(db: Db, login: typeof logins.$inferInsert): Promise<number> {
  const [row] = await db.insert(logins).values(login).returning({ id: logins.id });
  return row!.id;
}

/** What the desk makes of a school's login: it has one, made or given another user name and password. */
export interface MadeForSchool {
  school_id: number;
  username: string;
  password_hash: string;
}

/** Schools get their logins, or other ones (which opens them again). Two statements for any number of them. */
export async function putSchoolLogins(db: Db, made: readonly MadeForSchool[], now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const given = sql`unnest(
    ${sql.param(made.map(each => each.school_id))}::integer[],
    ${sql.param(made.map(each => each.username))}::text[],
    ${sql.param(made.map(each => each.password_hash))}::text[]) as given (school_id, username, password_hash)`;
  await db.execute(sql`
    update logins set username = given.username, password_hash = given.password_hash, made_at = ${at},
      closed_at = null
    from ${given} where logins.school_id = given.school_id`);
  await db.execute(sql`
    insert into logins (school_id, username, password_hash, created_at, made_at)
    select given.school_id, given.username, given.password_hash, ${at}, ${at} from ${given}
    where not exists (select from logins where logins.school_id = given.school_id)`);
}

/** Null takes it away. */
export async function setPassword(db: Db, person_id: number, password_hash: string | null): Promise<boolean> {
  const changed = await db.update(logins).set({ password_hash }).where(eq(logins.person_id, person_id));
  return changed.rowCount === 1;
}

export async function usernameOf(db: Db, school_id: number): Promise<string | null> {
  const [row] = await db
    .select({ username: logins.username })
    .from(logins)
    .where(eq(logins.school_id, school_id));
  return row?.username ?? null;
}

// Tokens --------------------------------------------------------------------

const token = {
  id: tokens.id,
  name: tokens.name,
  person: { id: people.id, name: people.name },
  scopes: tokens.scopes,
  created_at: tokens.created_at,
  expires_at: tokens.expires_at,
  revoked_at: tokens.revoked_at,
  seen_at: tokens.seen_at,
};

/** All, a person's, or one. */
export const tokensFor = (db: Db, { id, person_id }: { id?: string; person_id?: number } = {}) =>
  db
    .select(token)
    .from(tokens)
    .innerJoin(people, eq(people.id, tokens.person_id))
    .where(
      and(
        id === undefined ? undefined : eq(tokens.id, id),
        person_id === undefined ? undefined : eq(tokens.person_id, person_id),
      ),
    )
    .orderBy(asc(tokens.created_at), asc(tokens.id));

export async function insertToken(db: Db, row: typeof tokens.$inferInsert): Promise<string> {
  const [inserted] = await db.insert(tokens).values(row).returning({ id: tokens.id });
  return inserted!.id;
}

export const revokeToken = (db: Db, id: string, now: Date) => revoke(db, eq(tokens.id, id), now);
export const revokeTokensOfPeople = (db: Db, ids: readonly number[], now: Date) =>
  revoke(db, sql`${tokens.person_id} = any (${sql.param([...ids])}::integer[])`, now);

const revoke = (db: Db, which: SQL, now: Date) =>
  db
    .update(tokens)
    .set({ revoked_at: now })
    .where(and(which, isNull(tokens.revoked_at)));

// Installation --------------------------------------------------------------

/** As long as there is no login, nobody can sign in: the installation is to be set up. */
export const hasNoLogin = async (db: Db): Promise<boolean> =>
  (await db.select({ id: logins.id }).from(logins).limit(1)).length === 0;

export const keepSetupCode = (db: Db, setup_code_hash: Buffer, now: Date) =>
  db
    .insert(installation)
    .values({ created_at: now, setup_code_hash })
    .onConflictDoUpdate({ target: installation.only_row, set: { setup_code_hash } });

export const isSetupCode = async (db: Db, hash: Buffer): Promise<boolean> =>
  (await db.select().from(installation).where(eq(installation.setup_code_hash, hash))).length === 1;

/** Uses the code up; false when somebody else just did. */
export async function useSetupCode(db: Db, hash: Buffer, now: Date): Promise<boolean> {
  const used = await db
    .update(installation)
    .set({ setup_code_hash: null, set_up_at: now })
    .where(eq(installation.setup_code_hash, hash));
  return used.rowCount === 1;
}
