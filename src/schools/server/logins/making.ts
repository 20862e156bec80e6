import { randomInt } from 'node:crypto';
import { hashPassword, setSchoolLogins } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { madePassword } from '#accounts/rules/made-password.ts';
import { notFound } from '#platform/refusals.ts';
import { proposedUsername } from '../../rules/username.ts';
import { addressesOf, takenOf, type Addressed } from './store.ts';

/**
 * Logins that the software makes: planned in one transaction, hashed outside of any, and set in another. A password is
 * in this process's memory until its letter is answered, and nowhere else.
 */

export interface Planned {
  school: Addressed;
  username: string;
}

/** A login that is hashed and not set yet, with the password for its letter. */
export interface Made extends Planned {
  password: string;
  password_hash: string;
}

/** The user name that was asked for, or the one that the school has. Refuses with not_found. */
export async function planOne(ctx: Ctx, id: number, asked: string | undefined): Promise<Planned> {
  const [planned] = await planMany(ctx, [id]);
  return asked === undefined ? planned! : { ...planned!, username: asked };
}

/** For each school its user name, or one from its code that nobody has. Refuses with not_found what is no school. */
export async function planMany(ctx: Ctx, ids: readonly number[]): Promise<Planned[]> {
  const schools = await addressesOf(ctx, [...new Set(ids)]);
  if (schools.length < new Set(ids).size) throw notFound();
  const wanted = new Set<string>();
  let open = schools.filter(({ username }) => username === null);
  const found = new Map<number, string>();
  for (let time = 1; open.length > 0; time++) {
    const names = open.map(({ code }) => proposedUsername(code, time));
    const taken = await takenOf(ctx, names);
    open = open.filter(({ id }, at) => {
      const name = names[at]!;
      if (taken.has(name) || wanted.has(name)) return true;
      wanted.add(name);
      found.set(id, name);
      return false;
    });
  }
  return schools.map(school => ({ school, username: school.username ?? found.get(school.id)! }));
}

/** Makes a password and its hash, which takes as long as a hundred queries. */
export async function make(planned: Planned): Promise<Made> {
  const password = madePassword(below => randomInt(below));
  return { ...planned, password, password_hash: await hashPassword(password) };
}

/** From now on these are the schools' logins. Refuses a user name that somebody took meanwhile. */
export const setMade = (ctx: Ctx, made: readonly Made[]): Promise<void> =>
  setSchoolLogins(
    ctx,
    made.map(({ school, username, password_hash }) => ({ school_id: school.id, username, password_hash })),
  );
