import { and, asc, eq, inArray, isNull, ne, notInArray, sql } from 'drizzle-orm';
import type { Ctx } from '../acting.ts';
import { people, team_people, teams } from '../tables.ts';

/** All SQL of teams and their people. */

export interface TeamRow {
  id: number;
  name: string;
  way: typeof teams.$inferSelect.way;
  removed_at: string | null;
  people: { id: number; name: string }[];
}

/** The teams by name, each with those of its people who have not left: all that stand, or one, also a removed one. */
export async function selectTeams({ db }: Pick<Ctx, 'db'>, id?: number): Promise<TeamRow[]> {
  const { rows } = await db.execute<TeamRow & Record<string, unknown>>(sql`
    select t.id, t.name, t.way, t.removed_at, coalesce((
      select json_agg(json_build_object('id', p.id, 'name', p.name) order by lower(p.name), p.id)
      from team_people m join people p on p.id = m.person_id where m.team_id = t.id and p.left_at is null
    ), '[]') as people
    from teams t where ${id === undefined ? sql`t.removed_at is null` : sql`t.id = ${id}`}
    order by lower(t.name), t.id`);
  return rows;
}

/** Holds a team, so that two changes at once come one after the other. */
export const holdTeam = ({ db }: Ctx, id: number) =>
  db.select({ id: teams.id }).from(teams).where(eq(teams.id, id)).for('update');

export async function insertTeam(
  { db, now }: Ctx,
  team: Pick<typeof teams.$inferInsert, 'name' | 'way'>,
): Promise<number> {
  const [row] = await db
    .insert(teams)
    .values({ ...team, created_at: now })
    .returning({ id: teams.id });
  return row!.id;
}

export const updateTeam = (
  { db }: Ctx,
  id: number,
  set: Partial<Pick<typeof teams.$inferSelect, 'name' | 'way' | 'removed_at'>>,
) => db.update(teams).set(set).where(eq(teams.id, id));

/** Whoever stays keeps her turn; whoever comes begins without one. */
export async function putTeamPeople({ db, now }: Ctx, team_id: number, ids: readonly number[]) {
  const gone = ids.length > 0 ? notInArray(team_people.person_id, [...ids]) : undefined;
  await db.delete(team_people).where(and(eq(team_people.team_id, team_id), gone));
  if (ids.length === 0) return;
  await db
    .insert(team_people)
    .values(ids.map(person_id => ({ team_id, person_id, added_at: now })))
    .onConflictDoNothing();
}

/** Of these, the people of the iGroup who have not left. */
export async function deskPeopleAmong({ db }: Ctx, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, [...ids]), isNull(people.school_id), isNull(people.left_at)))
    .orderBy(asc(people.id));
  return rows.map(row => row.id);
}

/** How many teams stand beside this one. */
export async function otherTeams({ db }: Ctx, id = 0): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::integer` })
    .from(teams)
    .where(and(ne(teams.id, id), isNull(teams.removed_at)));
  return row!.count;
}
