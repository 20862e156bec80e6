import { and, eq, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { followers } from './tables.ts';

/** Who follows which ticket: all SQL of this folder. */

export type FollowerRow = typeof followers.$inferSelect;

/** Makes a person follow; answers the row as it was (ended where there was none) and as it is, or nothing if she does. */
export async function follow(
  { db, who, now }: Ctx,
  number: number,
  person: number,
): Promise<{ was: FollowerRow; set: Partial<FollowerRow> } | undefined> {
  const before = await followerRow(db, number, person);
  if (before && !before.ended_at) return undefined;
  const set = { added_by: who.person_id, added_at: now, ended_at: null };
  const [row] = await db
    .insert(followers)
    .values({ ticket_number: number, person_id: person, ...set })
    .onConflictDoUpdate({ target: [followers.ticket_number, followers.person_id], set })
    .returning();
  return { was: before ?? { ...row!, ended_at: now }, set };
}

/** Ends it; answers the row as it was, or nothing if she did not follow. */
export async function unfollow(
  { db, now }: Ctx,
  number: number,
  person: number,
): Promise<FollowerRow | undefined> {
  const before = await followerRow(db, number, person);
  if (!before || before.ended_at) return undefined;
  await db.update(followers).set({ ended_at: now }).where(eq(followers.id, before.id));
  return before;
}

async function followerRow(db: Ctx['db'], number: number, person: number): Promise<FollowerRow | undefined> {
  const [row] = await db
    .select()
    .from(followers)
    .where(and(eq(followers.ticket_number, number), eq(followers.person_id, person)));
  return row;
}

/** Who follows a ticket, by name, for its page: see beside.ts. */
export const followersOn = (number: number): SQL => sql`
  select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by lower(p.name), p.id), '[]')
  from followers f join people p on p.id = f.person_id
  where f.ticket_number = ${number} and f.ended_at is null and p.left_at is null`;

/** Who followed a ticket already at an instant and still does, as ids; both are named by another query. */
export const followerIds = (number: SQL, at: SQL): SQL => sql`
  (select coalesce(json_agg(f.person_id), '[]') from followers f
    where f.ticket_number = ${number} and f.added_at <= ${at} and f.ended_at is null)`;

/** Who follows the ticket of a row, as ids. */
export const followerIdsOn = (number: AnyColumn): SQL<number[]> => sql<number[]>`
  (select coalesce(json_agg(f.person_id), '[]') from followers f
    where f.ticket_number = ${number} and f.ended_at is null)`;

/** Whether a person follows the ticket of a list's row. */
export const followedBy = (person: number, number: SQL): SQL => sql`${number} in (
  select ticket_number from followers where person_id = ${person}::integer and ended_at is null)`;
