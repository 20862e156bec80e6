import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import {
  status_notice_schools,
  status_notices as notices,
  status_systems as systems,
  status_updates as updates,
  status_versions,
  type NoticeRow,
  type UpdateRow,
} from './tables.ts';

/** What is written of notices, their updates and the list of systems. */

type At = Pick<Ctx, 'db'>;

export async function holdNotice({ db }: At, id: string): Promise<NoticeRow | undefined> {
  const [row] = await db.select().from(notices).where(eq(notices.id, id)).for('update');
  return row;
}

export async function insertNotice({ db }: At, row: typeof notices.$inferInsert): Promise<string> {
  const [made] = await db.insert(notices).values(row).returning({ id: notices.id });
  return made!.id;
}

export const updateNotice = ({ db }: { db: Db }, id: string, set: Partial<NoticeRow>) =>
  db.update(notices).set(set).where(eq(notices.id, id));

/** The schools of a notice, in place of those before. */
export async function putSchools({ db }: At, notice_id: string, schools: readonly number[]): Promise<void> {
  await db.delete(status_notice_schools).where(eq(status_notice_schools.notice_id, notice_id));
  const rows = [...new Set(schools)].map(school_id => ({ notice_id, school_id }));
  if (rows.length > 0) await db.insert(status_notice_schools).values(rows);
}

export const addSchool = ({ db }: At, notice_id: string, school_id: number) =>
  db.insert(status_notice_schools).values({ notice_id, school_id }).onConflictDoNothing();

export async function areSchools({ db }: At, schools: readonly number[]): Promise<boolean> {
  const { rows } = await db.execute<{ found: number }>(
    sql`select count(*)::integer as found from schools where id = any (${sql.param([...schools])}::integer[])`,
  );
  return rows[0]!.found === new Set(schools).size;
}

/** Keeps a text as it was before somebody changed it. */
export const insertVersion = ({ db, who, now }: Ctx, { id, edition, title, text }: NoticeRow) =>
  db
    .insert(status_versions)
    .values({ notice_id: id, edition, title, text, changed_by: who.person_id, changed_at: now });

/** The texts of a notice before each change, the newest first. */
export async function selectVersions({ db }: At, notice_id: string) {
  const { rows } = await db.execute<{ edition: number; title: string; text: string; at: string; by: string }>(
    sql`select v.edition, v.title, v.text, v.changed_at as at, p.name as by from status_versions v
      join people p on p.id = v.changed_by where v.notice_id = ${notice_id}::uuid order by v.edition desc`,
  );
  return rows;
}

export async function insertUpdate({ db }: At, row: typeof updates.$inferInsert): Promise<UpdateRow> {
  const [made] = await db.insert(updates).values(row).returning();
  return made!;
}

export async function holdUpdate({ db }: At, id: string): Promise<UpdateRow | undefined> {
  const [row] = await db.select().from(updates).where(eq(updates.id, id)).for('update');
  return row;
}

export const endUpdate = (
  { db }: { db: Db },
  id: string,
  set: Pick<UpdateRow, 'told_at'> | Pick<UpdateRow, 'taken_back_at'>,
) => db.update(updates).set(set).where(eq(updates.id, id));

const waiting = and(isNull(updates.told_at), isNull(updates.taken_back_at));

/** Whether something is on its way: one at a time, so that they are read in the order in which they were written. */
export async function isSomethingWaiting({ db }: At, notice_id: string): Promise<boolean> {
  const rows = await db
    .select({ id: updates.id })
    .from(updates)
    .where(and(eq(updates.notice_id, notice_id), waiting));
  return rows.length > 0;
}

/** Updates whose time has come, held; what another server has in its hands is left to it. */
export const claimDue = (db: Db, now: Date): Promise<UpdateRow[]> =>
  db
    .select()
    .from(updates)
    .where(and(waiting, lte(updates.leaves_at, now)))
    .orderBy(asc(updates.leaves_at))
    .for('update', { skipLocked: true });

/** When the next update leaves, or a notice begins or is over by its time. */
export async function selectNext(db: Db, now: Date): Promise<Date | null> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await db.execute<{ next: string | null }>(sql`
    select least((select min(leaves_at) from status_updates where told_at is null and taken_back_at is null),
      (select min(starts_at) from status_notices where state = 'open' and starts_at > ${at}),
      (select min(ends_at) from status_notices where state = 'open' and ends_at > ${at})) as next`);
  return rows[0]!.next ? new Date(rows[0]!.next) : null;
}

/** The notices that began or were over by their time since. */
export async function turnedSince(db: Db, since: Date, now: Date): Promise<string[]> {
  const [from, until] = [since, now].map(each => sql`${each.toISOString()}::timestamptz`);
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from status_notices where state = 'open'
      and ((starts_at > ${from} and starts_at <= ${until}) or (ends_at > ${from} and ends_at <= ${until}))`);
  return rows.map(({ id }) => id);
}

/**
 * Open pages of those who read it hear that there is something to ask for, and nothing else; of a draft the desk alone.
 * A notice for schools by their standing is told to those that stand so.
 */
export const signalConcerned = ({ db }: { db: Db }, id: string, today: string) =>
  db.execute(sql`
    with it as (select n.id, n.audience, n.published_at from status_notices n where n.id = ${id}::uuid)
    select pg_notify('signals', json_build_object('to', heard.name, 'kind', 'status')::text) from (
      select 'desk' as name
      union all select 'schools' from it where published_at is not null and audience in ('public', 'schools')
      union all select 'school:' || s.school_id from it join status_notice_schools s on s.notice_id = it.id
        where it.published_at is not null and it.audience = 'some'
      union all select 'school:' || c.id from it, schools c where it.published_at is not null
        and ((it.audience = 'stage1' and c.stage1_from <= ${today}::date)
          or (it.audience = 'before_stage1' and (c.stage1_from is null or c.stage1_from > ${today}::date)))) heard`);

/** Rings at the desk for everybody who works tickets but who told it, once of each notice. */
export async function ringFor(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { id, title: about }: Pick<NoticeRow, 'id' | 'title'>,
  by: number,
): Promise<void> {
  await db.execute(sql`
    with rung as (
      insert into notices (person_id, kind, status_id, about, by_id, at)
      select p.id, 'status_published', ${id}::uuid, ${about}, ${by}::integer, ${now.toISOString()}::timestamptz
      from people p
      where p.school_id is null and p.left_at is null and p.id <> ${by}
        and p.roles && array['agent', 'coordinator', 'level2_contact']
        and not exists (select from notices_off o where o.person_id = p.id and o.kind = 'status_published')
      on conflict do nothing returning person_id)
    select pg_notify('signals', json_build_object('to', 'person:' || person_id, 'kind', 'notice')::text) from rung`);
}

export const selectSystems = ({ db }: At) =>
  db
    .select({ id: systems.id, name_en: systems.name_en, name_fr: systems.name_fr })
    .from(systems)
    .where(isNull(systems.removed_at))
    .orderBy(asc(systems.place), asc(systems.id));

/** Held so that two do not write the list at once. */
export const holdSystems = ({ db }: At) => db.select().from(systems).orderBy(asc(systems.id)).for('update');

export const updateSystem = ({ db }: At, id: number, set: Partial<Omit<typeof systems.$inferInsert, 'id'>>) =>
  db.update(systems).set(set).where(eq(systems.id, id));

export const insertSystem = ({ db }: At, row: typeof systems.$inferInsert) => db.insert(systems).values(row);
