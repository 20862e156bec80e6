import { and, desc, eq, gt, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Actor, Db } from '#platform/db/database.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { known_browsers, logins, people, sessions, sign_in_failures, tokens } from '../tables.ts';
import type { Try } from './tries.ts';

/** What sign-in writes: sessions, the browsers it knows, and tries. As the owner, where nobody is acting yet. */

/** The signal to a person of whom a session ended. */
export const sessions_ended = 'sessions_ended';

export const as_owner: Actor = { role: '', settings: {} };

export const insertSession = (db: Db, session: typeof sessions.$inferInsert) =>
  db.insert(sessions).values(session);

export const markSeen = (db: Db, id: string, now: Date) =>
  db.update(sessions).set({ seen_at: now }).where(eq(sessions.id, id));

export const markTokenSeen = (db: Db, id: string, now: Date) =>
  db.update(tokens).set({ seen_at: now }).where(eq(tokens.id, id));

/** The password that a school chose itself: no letter's any more. Held until the transaction ends. */
export const writeSchoolPassword = (db: Db, school_id: number, password_hash: string) =>
  db.update(logins).set({ password_hash, made_at: null }).where(eq(logins.school_id, school_id));

export async function sessionIsOver(db: Db, id: string): Promise<boolean> {
  const [row] = await db.select({ ended_at: sessions.ended_at }).from(sessions).where(eq(sessions.id, id));
  return row?.ended_at !== null;
}

export const rememberBrowser = (db: Db, browser: typeof known_browsers.$inferInsert) =>
  db.insert(known_browsers).values(browser).onConflictDoNothing();

export const endSessionOf = (db: Db, token_hash: Buffer, now: Date) =>
  end(db, eq(sessions.token_hash, token_hash), now);

export const endSession = (db: Db, id: string, now: Date) => end(db, eq(sessions.id, id), now);

/** One session of a person. */
export const endSessionOfPerson = (db: Db, of: { person_id: number; session: string }, now: Date) =>
  end(db, and(eq(sessions.id, of.session), eq(sessions.person_id, of.person_id)), now);

/** Ends a person's sessions, all or all but one; answers how many. */
export const endSessionsOfPerson = (db: Db, person_id: number, now: Date, but?: string) =>
  end(db, and(eq(sessions.person_id, person_id), but === undefined ? undefined : ne(sessions.id, but)), now);

export const endSessionsOfPeople = (db: Db, ids: readonly number[], now: Date) =>
  end(db, sql`${sessions.person_id} = any (${sql.param([...ids])}::integer[])`, now);

/** Ends the sessions of all people of these schools, all or all but one: their login is another one now. */
export const endSessionsOfSchools = (db: Db, ids: readonly number[], now: Date, but?: string) => {
  const of_school = db
    .select({ id: people.id })
    .from(people)
    .where(sql`${people.school_id} = any (${sql.param([...ids])}::integer[])`);
  const others = but === undefined ? undefined : ne(sessions.id, but);
  return end(db, and(inArray(sessions.person_id, of_school), others), now);
};

/**
 * Ends sessions, and says so to every server with the commit: the streams of whoever lost one look whether theirs is
 * among them (story/stream.ts).
 */
async function end(db: Db, which: SQL | undefined, now: Date): Promise<number> {
  const ended = await db
    .update(sessions)
    .set({ ended_at: now })
    .where(and(which, isNull(sessions.ended_at)))
    .returning({ person_id: sessions.person_id });
  await tellEnded(
    db,
    ended.map(({ person_id }) => person_id),
  );
  return ended.length;
}

/** Whoever's way in is over: their open streams end, on every server. */
export async function tellEnded(db: Db, people_ids: readonly number[]): Promise<void> {
  for (const id of new Set(people_ids)) await sendSignal(db, { to: `person:${id}`, kind: sessions_ended });
}

// Tries ---------------------------------------------------------------------

type Counted = Try & { since: Date };
const { at, username, address, browser_hash, id } = sign_in_failures;

/** Tries are counted one after the other, until the transaction ends: two at once would not see each other. */
export const oneAtATime = (db: Db) => db.execute(sql`select pg_advisory_xact_lock(7315002)`);

const newest = async (db: Db, which: SQL | undefined, count: number) =>
  (await db.select({ at }).from(sign_in_failures).where(which).orderBy(desc(at)).limit(count)).map(
    row => row.at,
  );

export const failuresOfBrowser = (db: Db, of: Counted, count: number) =>
  newest(db, and(eq(username, of.username), gt(at, of.since), eq(browser_hash, of.browser_hash!)), count);

export const failuresOn = (db: Db, of: Counted, count: number) =>
  newest(db, and(eq(username, of.username), gt(at, of.since), isNull(browser_hash)), count);

export const failuresFrom = (db: Db, of: Counted, count: number) =>
  newest(db, and(eq(address, of.address), gt(at, of.since), isNull(browser_hash)), count);

/** Keeps a try; those that count no more are tidied away at night. */
export async function writeTry(db: Db, tried: Try, now: Date): Promise<number> {
  const [written] = await db
    .insert(sign_in_failures)
    .values({ ...tried, at: now })
    .returning({ id });
  return written!.id;
}

export async function eraseTry(db: Db, try_id: number): Promise<void> {
  await db.delete(sign_in_failures).where(eq(id, try_id));
}
