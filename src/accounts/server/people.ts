import { sqlState } from '#platform/db/database.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import type { DeskRole, SchoolRole } from '../rules/who.ts';
import type { Ctx } from './acting.ts';
import { endSessionsOfPerson, endSessionsOfSchool, tellEnded } from './sign-in/store.ts';
import {
  insertPerson,
  personFor,
  putSchoolLogin,
  revokeTokensOfPerson,
  updatePerson,
  type PersonKey,
} from './store.ts';
import { recordDeed } from './story/story.ts';
import type { people } from './tables.ts';

/** People as the deeds of this house and of the schools' know them. Who may do it is said by their routes. */
export type PersonRecord = typeof people.$inferSelect;

interface NewPerson {
  school_id: number | null;
  name: string;
  roles: readonly (DeskRole | SchoolRole)[];
}

/** A new person of a school, or (null) of the iGroup. */
export async function addPerson(ctx: Ctx, { school_id, name, roles }: NewPerson): Promise<PersonRecord> {
  const added = await insertPerson(ctx.db, {
    school_id,
    name,
    roles: [...new Set(roles)],
    created_at: ctx.now,
  });
  await recordDeed(ctx, { ...about(added), kind: 'person_added' });
  return added;
}

/** What may change of a person; what is left out stays. */
export interface PersonChange {
  name?: string;
  roles?: readonly (DeskRole | SchoolRole)[];
  left?: boolean;
}

/**
 * Changes a person. When she leaves, her sessions end and her tokens are revoked in the same transaction; coming
 * back gives her neither. Refuses with not_found when there is none of that side.
 */
export async function changePerson(ctx: Ctx, key: PersonKey, change: PersonChange): Promise<PersonRecord> {
  const { db, now } = ctx;
  const before = await personFor(db, key);
  if (!before) throw notFound();
  const left_at = change.left === undefined ? before.left_at : change.left ? (before.left_at ?? now) : null;
  if (change.left) {
    await endSessionsOfPerson(db, key.id, now);
    await revokeTokensOfPerson(db, key.id, now);
    await tellEnded(db, [key.id]); // her tokens may listen too
  }
  const roles = [...new Set(change.roles ?? before.roles)];
  const after = await updatePerson(db, key, { name: change.name ?? before.name, roles, left_at });
  await recordDeed(ctx, { ...about(after), kind: 'person_changed' });
  return after;
}

// The story keeps ids and roles; names stay in the one place where they can be corrected.
const about = ({ id, school_id, roles, left_at }: PersonRecord) => ({
  audience: 'desk' as const,
  ...(school_id !== null && { school_id }),
  facts: { person: id, roles: roles.join(','), left: left_at !== null },
});

/** Gives a school its login, or another one, and ends the sessions of its people. Refuses a user name that is taken. */
export async function setSchoolLogin(
  ctx: Ctx,
  school_id: number,
  { username, password_hash }: { username: string; password_hash: string },
): Promise<void> {
  const { db, now } = ctx;
  await unlessTaken('username', () =>
    putSchoolLogin(db, { school_id, username, password_hash, created_at: now }),
  );
  await endSessionsOfSchool(db, school_id, now);
  await recordDeed(ctx, { kind: 'login_set', audience: 'desk', school_id });
}

/** Does what may meet a value that only one row may have; that fails the whole transaction, with the field named. */
export async function unlessTaken<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) === '23505') throw notValid(field, taken);
    throw error;
  }
}

const taken = {
  en: 'This is taken already: choose another.',
  fr: 'Cette valeur est déjà prise : choisissez-en une autre.',
};
