import { and, asc, eq, isNull, lte, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import { logins, one_time_links, people } from '../tables.ts';

/** All SQL of one-time links. The desk's role never reads a hash. */

const is_open = and(isNull(one_time_links.used_at), isNull(one_time_links.withdrawn_at));
const known = {
  id: one_time_links.id,
  kind: one_time_links.kind,
  name: one_time_links.name,
  username: one_time_links.username,
  roles: one_time_links.roles,
  person_id: one_time_links.person_id,
  made_at: one_time_links.made_at,
  expires_at: one_time_links.expires_at,
  used_at: one_time_links.used_at,
  withdrawn_at: one_time_links.withdrawn_at,
};

export const insertLink = async (db: Db, link: typeof one_time_links.$inferInsert): Promise<number> =>
  (await db.insert(one_time_links).values(link).returning({ id: one_time_links.id }))[0]!.id;

/** Invitations that brought nobody yet, with who made each: all, or one. Withdrawn ones only where one is asked for. */
export const invitationsFor = (db: Db, id?: number) =>
  db
    .select({ ...known, made_by: people.name })
    .from(one_time_links)
    .innerJoin(people, eq(people.id, one_time_links.made_by))
    .where(
      and(
        eq(one_time_links.kind, 'invitation'),
        isNull(one_time_links.used_at),
        id === undefined ? isNull(one_time_links.withdrawn_at) : eq(one_time_links.id, id),
      ),
    )
    .orderBy(asc(sql`lower(${one_time_links.name})`), asc(one_time_links.id));

interface Ending {
  by: number;
  now: Date;
}

const withdraw = async (db: Db, which: SQL | undefined, { by, now }: Ending): Promise<number> =>
  (await db.update(one_time_links).set({ withdrawn_at: now, withdrawn_by: by }).where(and(which, is_open)))
    .rowCount ?? 0;

export const withdrawInvitation = (db: Db, id: number, ending: Ending) =>
  withdraw(db, and(eq(one_time_links.kind, 'invitation'), eq(one_time_links.id, id)), ending);

/** The user name of an invitation that is over is free again. */
export const withdrawExpired = (db: Db, username: string, ending: Ending) =>
  withdraw(
    db,
    and(
      eq(one_time_links.kind, 'invitation'),
      eq(one_time_links.username, username),
      lte(one_time_links.expires_at, ending.now),
    ),
    ending,
  );

export const withdrawResets = (db: Db, person_id: number, ending: Ending) =>
  withdraw(db, and(eq(one_time_links.kind, 'reset'), eq(one_time_links.person_id, person_id)), ending);

export const isUsername = async (db: Db, username: string): Promise<boolean> =>
  (await db.select({ id: logins.id }).from(logins).where(eq(logins.username, username))).length > 0;

/** As the owner: nobody is acting yet. */
export async function linkOf(db: Db, which: { secret_hash: Buffer } | { id: number }) {
  const [link] = await db
    .select({ ...known, left_at: people.left_at })
    .from(one_time_links)
    .leftJoin(people, eq(people.id, one_time_links.person_id))
    .where(
      'id' in which ? eq(one_time_links.id, which.id) : eq(one_time_links.secret_hash, which.secret_hash),
    );
  return link;
}
export type LinkRow = NonNullable<Awaited<ReturnType<typeof linkOf>>>;

/** Uses a link up, for whom it brings; false when somebody else just did, or it was withdrawn this moment. */
export const useUp = async (db: Db, id: number, used: { person_id: number; now: Date }): Promise<boolean> =>
  (
    await db
      .update(one_time_links)
      .set({ used_at: used.now, person_id: used.person_id })
      .where(and(eq(one_time_links.id, id), is_open))
  ).rowCount === 1;
