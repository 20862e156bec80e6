import { asc, sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { ReviewRow } from '../reviews/store.ts';
import { schools } from '../tables.ts';

/** What is read of schools' logins. Hashes are not among it: the desk's role cannot read them. */

export interface Addressed {
  id: number;
  code: string;
  name: string;
  town: string | null;
  zone: string;
  username: string | null;
  /** Who can sign in, by name. */
  people: string[];
}

/** These schools as their letters address them, by name. */
export const addressesOf = async ({ db }: Ctx, ids: readonly number[]): Promise<Addressed[]> =>
  db
    .select({
      id: schools.id,
      code: schools.code,
      name: schools.name,
      town: schools.town,
      zone: schools.zone,
      username: sql<string | null>`(select username from logins where school_id = schools.id)`.as('username'),
      people: sql<string[]>`(
        select coalesce(json_agg(p.name order by lower(p.name)), '[]') from people p
        where p.school_id = schools.id and p.left_at is null)`.as('people'),
    })
    .from(schools)
    .where(sql`${schools.id} = any (${sql.param([...ids])}::integer[])`)
    .orderBy(asc(sql`lower(${schools.name})`), asc(schools.id));

/** Of these user names, those that somebody has. */
export async function takenOf({ db }: Ctx, usernames: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.execute<{ username: string }>(
    sql`select username from logins where username = any (${sql.param([...usernames])}::text[])`,
  );
  return new Set(rows.map(({ username }) => username));
}

interface SignInRow extends Record<string, unknown> {
  id: number;
  code: string;
  name: string;
  zone: string;
  wave: { id: number; name: string } | null;
  username: string | null;
  made_at: string | null;
  people: number;
  due_day: string | null;
  ended_as: ReviewRow['ended_as'];
  answered: number;
  asked: number;
}

/** All schools by name: how each signs in, and its newest review with how many were answered for. */
export async function selectSignIns(
  { db }: Ctx,
  wave: readonly (number | 'none')[] | undefined,
): Promise<SignInRow[]> {
  const ids = wave?.filter(each => each !== 'none') ?? [];
  const without = wave?.includes('none') ?? false;
  const { rows } = await db.execute<SignInRow>(sql`
    with asked as (
      select distinct on (school_id) id, school_id, started_at, due_day::text, ended_as
      from reviews order by school_id, id desc),
    counted as (
      select asked.school_id, count(p.id)::integer as asked, count(a.person_id)::integer as answered
      from asked
      join people p on p.school_id = asked.school_id and p.created_at <= asked.started_at
        and (p.left_at is null or p.left_at > asked.started_at)
      left join review_answers a on a.review_id = asked.id and a.person_id = p.id and a.answer <> 'expired'
      group by asked.school_id),
    there as (
      select school_id, count(*)::integer as people from people
      where school_id is not null and left_at is null group by school_id)
    select s.id, s.code, s.name, s.zone, l.username, l.made_at,
      case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end as wave,
      coalesce(there.people, 0) as people, asked.due_day, asked.ended_as,
      coalesce(counted.answered, 0) as answered, coalesce(counted.asked, 0) as asked
    from schools s
    left join waves w on w.id = s.wave_id and w.removed_at is null
    left join logins l on l.school_id = s.id
    left join asked on asked.school_id = s.id
    left join counted on counted.school_id = s.id
    left join there on there.school_id = s.id
    where ${wave === undefined} or (${without} and w.id is null)
      or w.id = any (${sql.param(ids)}::integer[])
    order by lower(s.name), s.id`);
  return rows;
}
