import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import { departures, logins, people, provider_subjects, single_sign_on } from '../tables.ts';

/** All SQL of single sign-on. Browsers are sent and taken back as the owner: nobody is acting yet. */

export type ProviderRow = typeof single_sign_on.$inferSelect;

export async function keptProvider(db: Db): Promise<ProviderRow | undefined> {
  const [row] = await db.select().from(single_sign_on);
  return row;
}

/** The provider where it is switched on: what the sign-in page offers. */
export async function offerOf(db: Db): Promise<ProviderRow | undefined> {
  const row = await keptProvider(db);
  return row?.is_on ? row : undefined;
}

export const keepProvider = (db: Db, row: typeof single_sign_on.$inferInsert) =>
  db.insert(single_sign_on).values(row).onConflictDoUpdate({ target: single_sign_on.only_row, set: row });

// Subjects ------------------------------------------------------------------

const stands = isNull(provider_subjects.ended_at);

/** Who of the iGroup this subject is; undefined for nobody, and for who has left. */
export async function personOfSubject(db: Db, issuer: string, subject: string) {
  const [row] = await db
    .select({ person_id: people.id, login_id: logins.id })
    .from(provider_subjects)
    .innerJoin(people, eq(people.id, provider_subjects.person_id))
    .innerJoin(logins, eq(logins.person_id, people.id))
    .where(
      and(
        eq(provider_subjects.issuer, issuer),
        eq(provider_subjects.subject, subject),
        stands,
        isNull(people.left_at),
        isNull(people.school_id),
        isNull(logins.closed_at),
      ),
    );
  return row;
}

export async function boundTo(db: Db, which: { person_id: number } | { id: number }) {
  const [row] = await db
    .select({
      id: provider_subjects.id,
      person_id: provider_subjects.person_id,
      issuer: provider_subjects.issuer,
      seen_as: provider_subjects.seen_as,
      bound_at: provider_subjects.bound_at,
      has_password: logins.has_password,
    })
    .from(provider_subjects)
    .innerJoin(logins, eq(logins.person_id, provider_subjects.person_id))
    .where(
      and(
        'id' in which ? eq(provider_subjects.id, which.id) : eq(provider_subjects.person_id, which.person_id),
        stands,
      ),
    );
  return row;
}

export const insertSubject = (db: Db, row: typeof provider_subjects.$inferInsert) =>
  db.insert(provider_subjects).values(row);

export const endSubject = (db: Db, id: number, ended: { ended_by: number; ended_at: Date }) =>
  db
    .update(provider_subjects)
    .set(ended)
    .where(and(eq(provider_subjects.id, id), stands));

// Departures ----------------------------------------------------------------

export const writeDeparture = (db: Db, row: typeof departures.$inferInsert) =>
  db.insert(departures).values(row);

export async function departureOf(db: Db, state_hash: Buffer, browser_hash: Buffer) {
  const [row] = await db
    .select()
    .from(departures)
    .where(and(eq(departures.state_hash, state_hash), eq(departures.browser_hash, browser_hash)));
  return row;
}
export type Departure = NonNullable<Awaited<ReturnType<typeof departureOf>>>;

/** Uses a way back up; false when it was used already. */
export const useDeparture = async (db: Db, state_hash: Buffer, now: Date): Promise<boolean> =>
  (
    await db
      .update(departures)
      .set({ used_at: now })
      .where(and(eq(departures.state_hash, state_hash), isNull(departures.used_at)))
  ).rowCount === 1;

/** How many browsers left since then and are not back: what anybody can have us write is bounded. */
export const departuresSince = (db: Db, since: Date) =>
  db.$count(departures, and(gt(departures.at, since), isNull(departures.used_at)));

export const forgetDepartures = (db: Db, before: Date) =>
  db.delete(departures).where(lt(departures.at, before));
