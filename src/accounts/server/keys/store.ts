import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { KeyKind } from '../../rules/keys/kinds.ts';
import type { DeskRole } from '../../rules/who.ts';
import { key_beginnings, key_needs, recovery_codes, second_keys } from './tables.ts';

/** What is written of second keys. */

const ofPerson = (person_id: number) =>
  and(eq(second_keys.person_id, person_id), isNull(second_keys.removed_at));

// As the owner, on signing in -----------------------------------------------

/** Notes that a key was used; false when what was given had been given before. */
export async function useKey(db: Db, id: number, last_used: number, now: Date): Promise<boolean> {
  // Many passkeys count nothing and stay at 0.
  const newer = last_used === 0 ? eq(second_keys.last_used, 0) : lt(second_keys.last_used, last_used);
  const used = await db
    .update(second_keys)
    .set({ last_used, used_at: now })
    .where(and(eq(second_keys.id, id), isNull(second_keys.removed_at), newer));
  return used.rowCount === 1;
}

/** Uses a recovery code up; false when it is none of hers, or was used. */
export async function useCode(db: Db, person_id: number, code_hash: Buffer, now: Date): Promise<boolean> {
  const used = await db
    .update(recovery_codes)
    .set({ used_at: now })
    .where(
      and(
        eq(recovery_codes.person_id, person_id),
        eq(recovery_codes.code_hash, code_hash),
        isNull(recovery_codes.used_at),
      ),
    );
  return used.rowCount === 1;
}

type Begun = typeof key_beginnings.$inferSelect;

export const putBeginning = (db: Db, { person_id, ...begun }: Begun) =>
  db
    .insert(key_beginnings)
    .values({ person_id, ...begun })
    .onConflictDoUpdate({ target: key_beginnings.person_id, set: begun });

export async function beginningOf(db: Db, person_id: number): Promise<Begun | undefined> {
  const [begun] = await db.select().from(key_beginnings).where(eq(key_beginnings.person_id, person_id));
  return begun;
}

// As the person -------------------------------------------------------------

/** Uses a beginning up; false when another request just did. */
export async function useBeginning(db: Db, { person_id, begun_at }: Begun): Promise<boolean> {
  const used = await db
    .delete(key_beginnings)
    .where(and(eq(key_beginnings.person_id, person_id), eq(key_beginnings.begun_at, begun_at)));
  return used.rowCount === 1;
}

export const insertKey = (db: Db, key: typeof second_keys.$inferInsert) => db.insert(second_keys).values(key);

/** Her codes are these now; those before open nothing any more. */
export async function replaceCodes(db: Db, person_id: number, hashes: readonly Buffer[], now: Date) {
  await db.delete(recovery_codes).where(eq(recovery_codes.person_id, person_id));
  if (hashes.length > 0)
    await db
      .insert(recovery_codes)
      .values(hashes.map(code_hash => ({ person_id, code_hash, created_at: now })));
}

/** Takes off a person's keys, all or one; answers of which kinds. Nothing that opens is left of them. */
export async function removeKeys(
  db: Db,
  of: { person_id: number; id?: number },
  by: { person_id: number; now: Date },
): Promise<KeyKind[]> {
  const removed = await db
    .update(second_keys)
    .set({ secret: null, credential: null, removed_at: by.now, removed_by: by.person_id })
    .where(and(ofPerson(of.person_id), of.id === undefined ? undefined : eq(second_keys.id, of.id)))
    .returning({ kind: second_keys.kind });
  return removed.map(({ kind }) => kind);
}

/** Says anew which roles need a key; those that did keep since when. */
export async function putRolesInNeed(
  db: Db,
  roles: readonly DeskRole[],
  said: { said_by: number; since: Date },
) {
  const kept = sql.join(
    roles.map(role => sql`${role}`),
    sql`, `,
  );
  await db.execute(
    roles.length
      ? sql`delete from key_needs where role is not null and role not in (${kept})`
      : sql`delete from key_needs where role is not null`,
  );
  if (roles.length)
    await db
      .insert(key_needs)
      .values(roles.map(role => ({ role, ...said })))
      .onConflictDoNothing();
}

export async function putSchoolInNeed(
  db: Db,
  school_id: number,
  needed: boolean,
  said: { said_by: number; since: Date },
) {
  if (needed)
    await db
      .insert(key_needs)
      .values({ school_id, ...said })
      .onConflictDoNothing();
  else await db.delete(key_needs).where(eq(key_needs.school_id, school_id));
}
