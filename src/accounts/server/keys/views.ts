import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { KeyKind } from '../../rules/keys/kinds.ts';
import type { Needs } from '../../rules/keys/needed.ts';
import { limits } from '../../rules/session.ts';
import type { DeskRole, SchoolRole } from '../../rules/who.ts';
import { logins, people, sessions } from '../tables.ts';
import { key_needs, recovery_codes, second_keys, sign_ins } from './tables.ts';

/** What is read of keys and sessions. Secrets are read by sign-in alone, as the owner. */

/** A key that stands: of one person, or the passkey of this name. */
export interface StandingKey {
  id: number;
  person_id: number;
  kind: KeyKind;
  credential: string | null;
  transports: string[];
  /** Null to who may not read it. */
  secret: Buffer;
  last_used: number;
}

const standing = {
  id: second_keys.id,
  person_id: second_keys.person_id,
  kind: second_keys.kind,
  credential: second_keys.credential,
  transports: second_keys.transports,
  secret: sql<Buffer>`${second_keys.secret}`,
  last_used: second_keys.last_used,
};

export const keysOf = (db: Db, person_id: number): Promise<StandingKey[]> =>
  db
    .select(standing)
    .from(second_keys)
    .where(and(eq(second_keys.person_id, person_id), isNull(second_keys.removed_at)));

/** The passkey that an answer names, with the login of its person: of the iGroup alone, and of who is still there. */
export async function passkeyNamed(db: Db, credential: string) {
  const [found] = await db
    .select({ ...standing, login_id: logins.id })
    .from(second_keys)
    .innerJoin(people, eq(people.id, second_keys.person_id))
    .innerJoin(logins, eq(logins.person_id, people.id))
    .where(
      and(
        eq(second_keys.credential, credential),
        isNull(second_keys.removed_at),
        isNull(people.left_at),
        isNull(logins.closed_at),
      ),
    );
  return found;
}

export interface Behind {
  school_id: number | null;
  roles: (DeskRole | SchoolRole)[];
  name: string;
  keys: { kind: KeyKind; credential: string | null; transports: string[] }[];
  recovery_codes: number;
  /** What was said to need a key, as far as it may concern her. */
  roles_in_need: string[];
  school_in_need: boolean;
}

/** What decides what follows a person's password: one query. */
export async function keysBehind(db: Db, person_id: number): Promise<Behind | undefined> {
  const { rows } = await db.execute<Behind & Record<string, unknown>>(sql`
    select p.school_id, p.roles, p.name,
      coalesce((select json_agg(json_build_object('kind', k.kind, 'credential', k.credential, 'transports', k.transports)
          order by k.id)
        from second_keys k where k.person_id = p.id and k.removed_at is null), '[]') as keys,
      (select count(*)::integer from recovery_codes c where c.person_id = p.id and c.used_at is null) as recovery_codes,
      (select coalesce(array_agg(n.role), '{}') from key_needs n where n.role = any (p.roles)) as roles_in_need,
      exists (select from key_needs n where n.school_id = p.school_id) as school_in_need
    from people p where p.id = ${person_id}`);
  return rows[0];
}

/** What was said to need a key, as far as it concerns a person. */
export async function needsAround(
  db: Db,
  { school_id, roles }: { school_id: number | null; roles: readonly string[] },
): Promise<Needs> {
  const which = school_id === null ? inArray(key_needs.role, [...roles]) : eq(key_needs.school_id, school_id);
  const rows = await db
    .select({ role: key_needs.role, school_id: key_needs.school_id })
    .from(key_needs)
    .where(which);
  return {
    roles: rows.flatMap(({ role }) => role ?? []),
    schools: rows.flatMap(({ school_id: id }) => id ?? []),
  };
}

const shown = {
  id: second_keys.id,
  kind: second_keys.kind,
  name: second_keys.name,
  created_at: second_keys.created_at,
  used_at: second_keys.used_at,
};

export const keysShown = (db: Db, person_id: number) =>
  db
    .select(shown)
    .from(second_keys)
    .where(and(eq(second_keys.person_id, person_id), isNull(second_keys.removed_at)))
    .orderBy(asc(second_keys.id));

export async function codesLeft(db: Db, person_id: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::integer` })
    .from(recovery_codes)
    .where(and(eq(recovery_codes.person_id, person_id), isNull(recovery_codes.used_at)));
  return row!.count;
}

/** The sessions of a person that stand (rules/expiry.ts), the one in use last first. */
export const sessionsShown = (db: Db, person_id: number, now: Date) =>
  db
    .select({
      id: sessions.id,
      browser: sessions.browser,
      network: sessions.network,
      key: sessions.key,
      created_at: sessions.created_at,
      seen_at: sessions.seen_at,
    })
    .from(sessions)
    .where(and(eq(sessions.person_id, person_id), ...stand(now)))
    .orderBy(desc(sessions.seen_at), desc(sessions.created_at));

const stand = (now: Date) => [
  isNull(sessions.ended_at),
  gt(sessions.expires_at, now),
  gt(sessions.seen_at, new Date(now.getTime() - limits.idle_hours * 3_600_000)),
];

/** The last sign-ins and refusals of a person; at a school also those where nobody had said who she is. */
export const signInsShown = (
  db: Db,
  { id, school_id }: { id: number; school_id: number | null },
  count: number,
) =>
  db
    .select({
      id: sign_ins.id,
      at: sign_ins.at,
      outcome: sign_ins.outcome,
      key: sign_ins.key,
      browser: sign_ins.browser,
      network: sign_ins.network,
    })
    .from(sign_ins)
    .where(
      or(
        eq(sign_ins.person_id, id),
        school_id === null ? undefined : and(eq(sign_ins.school_id, school_id), isNull(sign_ins.person_id)),
      ),
    )
    .orderBy(desc(sign_ins.id))
    .limit(count);

/** A school's people who are there, with the kinds of key and the number of open sessions that each has. */
export async function keysOfSchool(db: Db, school_id: number, now: Date) {
  const idle = new Date(now.getTime() - limits.idle_hours * 3_600_000).toISOString();
  const { rows } = await db.execute<{ id: number; name: string; keys: KeyKind[]; sessions: number }>(sql`
    select p.id, p.name,
      coalesce((select array_agg(distinct k.kind) from second_keys k where k.person_id = p.id and k.removed_at is null),
        '{}') as keys,
      (select count(*)::integer from sessions s where s.person_id = p.id and s.ended_at is null
        and s.expires_at > ${now.toISOString()} and s.seen_at > ${idle}) as sessions
    from people p where p.school_id = ${school_id} and p.left_at is null
    order by lower(p.name), p.id`);
  return rows;
}

export const rolesInNeed = async (db: Db): Promise<DeskRole[]> =>
  (await db.select({ role: key_needs.role }).from(key_needs).orderBy(key_needs.role)).flatMap(({ role }) =>
    role === null ? [] : [role as DeskRole],
  );

export const schoolInNeed = async (db: Db, school_id: number): Promise<boolean> =>
  (await db.select({ id: key_needs.id }).from(key_needs).where(eq(key_needs.school_id, school_id))).length >
  0;
