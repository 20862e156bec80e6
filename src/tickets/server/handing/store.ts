import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { teams } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import type { WayOfGiving } from '#accounts/rules/giving.ts';
import type { Db } from '#platform/db/database.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { Member } from '../../rules/handing/choosing.ts';
import type { NewTeamRules } from '../../rules/handing/team-rule.ts';
import { absencesOf, hoursOf } from '../absences/store.ts';
import { tickets } from '../tables.ts';
import { team_rules } from './tables.ts';

/** Teams' turns and rules in SQL. What it does is done in any role that may: a person's, or the software's. */

type Doing = Pick<Ctx, 'db' | 'now'>;

export interface TeamMember extends Member {
  team_id: number;
  name: string;
  roles: string[];
}

/** Who of these teams can be given tickets, each as often as she is in one. */
export async function selectMembers(
  { db, now, zone }: Doing & { zone: string },
  ids: readonly number[],
): Promise<TeamMember[]> {
  const { rows } = await db.execute<TeamMember & Record<string, unknown>>(sql`
    select m.team_id, p.id, p.name, p.roles, m.last_turn,
      (select count(*)::integer from tickets t where t.assignee_id = p.id and t.ended_at is null) as open_tickets,
      ${hoursOf(sql`p.id`)} as hours, ${absencesOf(sql`p.id`, localDate(now, zone))} as absences
    from team_people m join people p on p.id = m.person_id
    where m.team_id = any (${sql.param(ids)}::integer[]) and p.left_at is null and p.school_id is null
      and p.roles && array['agent', 'coordinator', 'level2_contact', 'privacy_officer']
    order by m.team_id, p.id`);
  return rows;
}

/**
 * Draws a team's next turns and answers the first. The team is held by it until the transaction ends: of two who give
 * at the same instant the second sees what the first has given.
 */
export async function drawTurns(db: Db, team_id: number, count = 1): Promise<number> {
  const [row] = await db
    .update(teams)
    .set({ turns: sql`${teams.turns} + ${count}` })
    .where(eq(teams.id, team_id))
    .returning({ turns: teams.turns });
  return row!.turns - count + 1;
}

export const putTurn = (db: Db, team_id: number, person_id: number, turn: number): Promise<unknown> =>
  db.execute(
    sql`update team_people set last_turn = ${turn} where team_id = ${team_id} and person_id = ${person_id}`,
  );

export interface RuleRow {
  id: number;
  team: { id: number; name: string; way: WayOfGiving };
  categories: NewTeamRules['rules'][number]['categories'];
  schools: number[] | null;
}

/** The rules in force, in order; those of a removed team wait until it is back. */
export const selectRules = (db: Db): Promise<RuleRow[]> =>
  db
    .select({
      id: team_rules.id,
      team: { id: teams.id, name: teams.name, way: teams.way },
      categories: team_rules.categories,
      schools: team_rules.schools,
    })
    .from(team_rules)
    .innerJoin(teams, and(eq(teams.id, team_rules.team_id), isNull(teams.removed_at)))
    .where(isNull(team_rules.removed_at))
    .orderBy(asc(team_rules.place));

/** The version of the list: the newest row that there ever was. The list is held until the transaction ends. */
export async function holdRules({ db }: Ctx): Promise<number> {
  await db.execute(sql`lock table team_rules in share row exclusive mode`);
  return rulesVersion(db);
}

export async function rulesVersion(db: Db): Promise<number> {
  const { rows } = await db.execute<{ version: number }>(
    sql`select coalesce(max(id), 0)::integer as version from team_rules`,
  );
  return rows[0]!.version;
}

/** Puts another list in the place of the one in force, which stays with who replaced it. */
export async function replaceRules(
  { db, who, now }: Ctx,
  { rules }: Pick<NewTeamRules, 'rules'>,
): Promise<void> {
  const by = { set_by: who.person_id, set_at: now };
  await db
    .update(team_rules)
    .set({ removed_by: who.person_id, removed_at: now })
    .where(isNull(team_rules.removed_at));
  if (rules.length === 0) return;
  await db.insert(team_rules).values(
    rules.map(({ team, categories, schools }, place) => ({
      team_id: team,
      place,
      categories,
      schools,
      ...by,
    })),
  );
}

/** What these teams are called, also when they were removed. */
export async function selectTeamNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(inArray(teams.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Of which team a ticket is, which no school notices: its last activity stays. */
export const updateTeamOf = (db: Db, number: number, team_id: number | null): Promise<unknown> =>
  db.update(tickets).set({ team_id }).where(eq(tickets.number, number));
