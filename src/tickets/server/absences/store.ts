import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Hours, NewAbsence } from '../../rules/absences/absence.ts';
import type { WorkPeriod } from '#sla/rules/week.ts';
import type { AbsentDays } from '../../rules/absences/away.ts';
import { tickets } from '../tables.ts';
import { absences, work_hours } from './tables.ts';

/** All SQL of hours and absences. */

/** The hours of the person that `p` is, for a query's select list. */
export const hoursOf = (p: SQL): SQL => sql`coalesce((
  select json_agg(json_build_object('weekday', h.weekday, 'from_minute', h.from_minute, 'to_minute', h.to_minute)
    order by h.weekday, h.from_minute) from work_hours h where h.person_id = ${p}), '[]')`;

/** Her absences that are not over on this date. */
export const absencesOf = (p: SQL, since: string): SQL => sql`coalesce((
  select json_agg(json_build_object('id', a.id, 'from_date', a.from_date, 'from_noon', a.from_noon,
      'to_date', a.to_date, 'to_noon', a.to_noon, 'reason', a.reason,
      'stand_in', (select json_build_object('id', s.id, 'name', s.name) from people s where s.id = a.stand_in_id))
    order by a.from_date, a.id)
  from absences a where a.person_id = ${p} and a.removed_at is null and a.to_date >= ${since}::date), '[]')`;

export interface AbsenceRow extends AbsentDays {
  id: number;
  reason: string | null;
  stand_in: { id: number; name: string } | null;
}

export interface TimesRow {
  id: number;
  name: string;
  roles: string[];
  left: boolean;
  open_tickets: number;
  hours: WorkPeriod[];
  absences: AbsenceRow[];
}

/** The people of the desk by name, with their hours and the absences since a date; who has left, if she has tickets. */
export async function selectTimes(
  ctx: Pick<Ctx, 'db' | 'who' | 'code_wall'>,
  since: string,
): Promise<TimesRow[]> {
  const { rows } = await ctx.db.execute<TimesRow & Record<string, unknown>>(sql`
    select p.id, p.name, p.roles, p.left_at is not null as left, coalesce(o.count, 0)::integer as open_tickets,
      ${hoursOf(sql`p.id`)} as hours, ${absencesOf(sql`p.id`, since)} as absences
    from people p left join (
      select assignee_id, count(*) as count from ${tickets}
      where ended_at is null and assignee_id is not null and ${visibleTo(ctx, tickets.school_id)} group by 1
    ) o on o.assignee_id = p.id
    where p.school_id is null and (p.left_at is null or o.count > 0)
    order by lower(p.name), p.id`);
  return rows;
}

/** The person of the desk whose time it is, held, so that two changes at once come one after the other. */
export async function holdPerson({ db }: Ctx, id: number) {
  const [row] = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.id, id), isNull(people.school_id)))
    .for('no key update');
  return row;
}

export async function putHours({ db, who, now }: Ctx, person_id: number, { hours }: Hours): Promise<void> {
  await db.delete(work_hours).where(eq(work_hours.person_id, person_id));
  if (hours.length === 0) return;
  await db
    .insert(work_hours)
    .values(hours.map(period => ({ ...period, person_id, set_by: who.person_id, set_at: now })));
}

type Absent = typeof absences.$inferSelect;
type Written = Omit<NewAbsence, 'person'>;

const columnsOf = ({ stand_in, ...days }: Partial<Written>) => ({
  ...days,
  ...(stand_in !== undefined && { stand_in_id: stand_in }),
});

export async function insertAbsence(
  { db, who, now }: Ctx,
  { person, from_date, from_noon, to_date, to_noon, reason, stand_in }: NewAbsence,
): Promise<number> {
  const [row] = await db
    .insert(absences)
    .values({
      person_id: person,
      from_date,
      from_noon,
      to_date,
      to_noon,
      reason,
      stand_in_id: stand_in,
      set_by: who.person_id,
      set_at: now,
    })
    .returning({ id: absences.id });
  return row!.id;
}

export const updateAbsence = (
  { db, who, now }: Ctx,
  id: number,
  { removed_at, ...change }: Partial<Written> & { removed_at?: Date | null },
) =>
  db
    .update(absences)
    .set({
      ...columnsOf(change),
      ...(removed_at !== undefined && { removed_at }),
      set_by: who.person_id,
      set_at: now,
    })
    .where(eq(absences.id, id));

export async function selectAbsence({ db }: Ctx, id: number): Promise<Absent | undefined> {
  const [row] = await db.select().from(absences).where(eq(absences.id, id)).for('update');
  return row;
}
