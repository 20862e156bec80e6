import {
  and,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNull,
  lt,
  lte,
  not,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { schools } from '../tables.ts';
import { announcements } from './tables.ts';

/** All SQL of announcements. */

/** The first wall: of all announcements, those for all schools or for this person's. */
const isFor = ({ who, code_wall }: Ctx): SQL | undefined =>
  who.side === 'desk' || !code_wall
    ? undefined
    : sql`(${announcements.schools} is null or ${who.school_id} = any (${announcements.schools}))`;

const isCurrent = ({ now }: Ctx): SQL =>
  and(isNull(announcements.withdrawn_at), or(isNull(announcements.ends_at), gt(announcements.ends_at, now)))!;

/** `isTold` of the rules, as a condition. */
const isToldNow = ({ now }: Ctx): SQL =>
  or(lte(announcements.starts_at, now), eq(announcements.kind, 'closed'))!;

interface Wanted {
  when: 'current' | 'past';
  cursor?: number | undefined;
  limit: number;
}

/** One more than `limit` tells that there is a next page; newest first. A school has those that it is told now. */
export const announcementsFor = (ctx: Ctx, { when, cursor, limit }: Wanted) =>
  seen(ctx)
    .where(
      and(
        isFor(ctx),
        ctx.who.side === 'school' ? and(isCurrent(ctx), isToldNow(ctx)) : undefined,
        when === 'current' ? isCurrent(ctx) : not(isCurrent(ctx)),
        cursor === undefined ? undefined : lt(announcements.id, cursor),
      ),
    )
    .orderBy(desc(announcements.id))
    .limit(limit + 1);

export async function announcementFor(ctx: Ctx, id: number) {
  const [row] = await seen(ctx).where(and(eq(announcements.id, id), isFor(ctx)));
  return row;
}

export type SeenAnnouncement = NonNullable<Awaited<ReturnType<typeof announcementFor>>>;

const seen = (ctx: Ctx) =>
  ctx.db
    .select({
      ...getTableColumns(announcements),
      by: { id: people.id, name: people.name },
      // Which other schools it is for is the desk's to know.
      named: sql<{ id: number; name: string }[] | null>`case when ${ctx.who.side === 'desk'} then (
        select json_agg(json_build_object('id', s.id, 'name', s.name) order by lower(s.name), s.id)
        from schools s where s.id = any (${announcements.schools})) end`.as('named'),
    })
    .from(announcements)
    .innerJoin(people, eq(people.id, announcements.written_by));

/** The row, held until the transaction ends. */
export async function holdAnnouncement(ctx: Ctx, id: number) {
  const [row] = await ctx.db
    .select()
    .from(announcements)
    .where(and(eq(announcements.id, id), isFor(ctx)))
    .for('update');
  return row;
}

export async function insertAnnouncement(
  { db, who, now }: Ctx,
  row: Omit<typeof announcements.$inferInsert, 'written_by' | 'written_at'>,
): Promise<number> {
  const [inserted] = await db
    .insert(announcements)
    .values({ ...row, written_by: who.person_id, written_at: now })
    .returning({ id: announcements.id });
  return inserted!.id;
}

export async function updateAnnouncement(
  { db }: Ctx,
  id: number,
  set: Partial<typeof announcements.$inferInsert>,
): Promise<void> {
  await db.update(announcements).set(set).where(eq(announcements.id, id));
}

/** Whether every one of these is a school. */
export async function areSchools({ db }: Ctx, ids: readonly number[]): Promise<boolean> {
  const found = await db
    .select({ id: schools.id })
    .from(schools)
    .where(inArray(schools.id, [...ids]));
  return found.length === new Set(ids).size;
}
