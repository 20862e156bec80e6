import { sqlState } from '#platform/db/database.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import type { Db } from '#platform/db/database.ts';
import type { DeskRole, SchoolRole, Who } from '../rules/who.ts';
import { asSoftware, type Ctx } from './acting.ts';
import { endSessionsOfPeople, endSessionsOfSchools, tellEnded } from './sign-in/store.ts';
import {
  insertPerson,
  personFor,
  putSchoolLogins,
  revokeTokensOfPeople,
  updatePerson,
  type MadeForSchool,
  type PersonKey,
} from './store.ts';
import { recordDeed } from './story/story.ts';
import type { people } from './tables.ts';

/** People as the deeds of this house and of the schools' know them. Who may do it is said by their routes. */
export type PersonRecord = typeof people.$inferSelect;

/** A person's deed, or a job's. */
type By = { who: Who; db: Db; now: Date };

/** How a school's person is reached at work; shown within her school and to the desk. */
interface WorkContact {
  email?: string | null;
  phone?: string | null;
  /** Of the technical contacts, not the first. */
  backup?: boolean;
}

interface NewPerson extends WorkContact {
  school_id: number | null;
  name: string;
  roles: readonly (DeskRole | SchoolRole)[];
}

/** A new person of a school, or (null) of the iGroup. */
export async function addPerson(ctx: Ctx, { roles, ...person }: NewPerson): Promise<PersonRecord> {
  const added = await insertPerson(ctx.db, {
    ...person,
    roles: [...new Set(roles)],
    created_at: ctx.now,
  });
  await recordDeed(ctx, { ...about(added), kind: 'person_added' });
  return added;
}

/** What may change of a person; what is left out stays. */
export interface PersonChange extends WorkContact {
  name?: string;
  roles?: readonly (DeskRole | SchoolRole)[];
  left?: boolean;
}

/**
 * Changes a person. When she leaves, her sessions end and her tokens are revoked in the same transaction; coming
 * back gives her neither. Refuses with not_found when there is none of that side.
 */
export async function changePerson(ctx: By, key: PersonKey, change: PersonChange): Promise<PersonRecord> {
  const { db, now } = ctx;
  const before = await personFor(db, key);
  if (!before) throw notFound();
  const { left, roles, ...rest } = change;
  const left_at = left === undefined ? before.left_at : left ? (before.left_at ?? now) : null;
  // No school's role comes near the sessions and the tokens.
  if (left && ctx.who.side === 'school') await asSoftware(ctx, 'people', by => endAllOf(by, [key.id]));
  else if (left) await endAllOf(ctx, [key.id]);
  const after = await updatePerson(db, key, { ...rest, roles: [...new Set(roles ?? before.roles)], left_at });
  // What she hears may be another's business now.
  if (roles && key.school_id === null) await tellEnded(db, [key.id]);
  await recordDeed(ctx, { ...about(after), kind: 'person_changed' });
  return after;
}

/** Signs out whoever has left, everywhere. */
export async function endAllOf({ db, now }: Omit<By, 'who'>, ids: readonly number[]): Promise<void> {
  await endSessionsOfPeople(db, ids, now);
  await revokeTokensOfPeople(db, ids, now);
  await tellEnded(db, ids); // their tokens may listen too
}

// The story keeps ids and roles; names stay in the one place where they can be corrected.
const about = ({ id, school_id, roles, left_at }: PersonRecord) => ({
  audience: school_id === null ? ('desk' as const) : ('school' as const),
  ...(school_id !== null && { school_id }),
  facts: { person: id, roles: roles.join(','), left: left_at !== null },
});

/**
 * Gives schools their logins, with passwords that the software made, and ends the sessions of their people: they open
 * nothing before another password is chosen. Refuses a user name that is taken.
 */
export async function setSchoolLogins(ctx: Ctx, made: readonly MadeForSchool[]): Promise<void> {
  const { db, now } = ctx;
  const ids = made.map(({ school_id }) => school_id);
  await unlessTaken('username', () => putSchoolLogins(db, made, now));
  await endSessionsOfSchools(db, ids, now);
  await recordDeed(
    ctx,
    ...ids.map(school_id => ({ kind: 'login_set', audience: 'desk' as const, school_id })),
  );
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
