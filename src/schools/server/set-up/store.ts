import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import type { SetUpFacts, SetUpStep } from '../../rules/set-up/steps.ts';
import { steps_put_off } from './tables.ts';

/** All SQL of the first run: what is there is counted in one query. */

interface Row extends Record<string, unknown>, Omit<SetUpFacts, 'put_off'> {
  put_off: { step: SetUpStep; by: string; at: string }[];
}

export async function selectFacts(db: Db, now: Date): Promise<Row> {
  const { rows } = await db.execute<Row>(sql`
    with here as (
      select p.id, p.roles, l.has_password from people p left join logins l on l.person_id = p.id
      where p.school_id is null and p.left_at is null
    )
    select
      exists (select from igroup where name is not null and system is not null) as named,
      exists (select from desk_times) as timed,
      (select count(*)::integer from here where 'privacy_officer' = any (roles)) as privacy_officers,
      (select count(*)::integer from here where 'agent' = any (roles)) as agents,
      (select count(*)::integer from here where 'administrator' = any (roles) and has_password) as administrators,
      coalesce((
        select json_agg(role) from one_time_links i, unnest(i.roles) role
        where i.kind = 'invitation' and i.used_at is null and i.withdrawn_at is null
          and i.expires_at > ${now.toISOString()}::timestamptz
      ), '[]') as invited,
      (select count(*)::integer from schools) as schools,
      (select count(*)::integer from waves where removed_at is null) as waves,
      (select count(*)::integer from trainings) as trainings,
      coalesce((
        select json_agg(json_build_object('step', o.step, 'by', p.name, 'at', o.put_off_at))
        from steps_put_off o join people p on p.id = o.put_off_by where o.taken_up_at is null
      ), '[]') as put_off`);
  return rows[0]!;
}

/** False where it is put off already. */
export async function insertPuttingOff({ db, who, now }: Ctx, step: SetUpStep): Promise<boolean> {
  const put = await db
    .insert(steps_put_off)
    .values({ step, put_off_by: who.person_id, put_off_at: now })
    .onConflictDoNothing();
  return put.rowCount === 1;
}

/** False where it is not put off. */
export async function takeUp({ db, who, now }: Ctx, step: SetUpStep): Promise<boolean> {
  const taken = await db
    .update(steps_put_off)
    .set({ taken_up_by: who.person_id, taken_up_at: now })
    .where(and(eq(steps_put_off.step, step), isNull(steps_put_off.taken_up_at)));
  return taken.rowCount === 1;
}
