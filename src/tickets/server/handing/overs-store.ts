import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { teams } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Placed } from '../../rules/handing/sharing.ts';
import type { HandOverQuery } from '../../rules/handing/hand-over.ts';
import { whereOf } from '../filters.ts';
import { tickets, type TicketRow } from '../tables.ts';
import type { TeamMember } from './store.ts';
import { hand_over_tickets, hand_overs } from './tables.ts';

/** Many tickets at once: whatever their number, each of these is one query. */

const handed = {
  number: tickets.number,
  school_id: tickets.school_id,
  category: tickets.category,
  assignee_id: tickets.assignee_id,
  team_id: tickets.team_id,
  request: tickets.request,
};
export type HandedRow = Pick<TicketRow, keyof typeof handed>;

/** `rights`: whether those that are about rights go too. */
const handedBy = (ctx: Ctx, asked: HandOverQuery, rights: boolean): SQL | undefined =>
  and(
    eq(tickets.assignee_id, asked.from),
    isNull(tickets.ended_at),
    visibleTo(ctx, tickets.school_id),
    whereOf(ctx, asked),
    rights ? undefined : sql`${tickets.request} is distinct from 'rights'`,
  );

interface Handed {
  limit: number;
  /** Until the transaction ends. */
  held: boolean;
  rights: boolean;
}

/** A person's open tickets of a filter, lowest number first. */
export function selectHanded(ctx: Ctx, asked: HandOverQuery, { limit, held, rights }: Handed) {
  const rows = ctx.db
    .select(handed)
    .from(tickets)
    .where(handedBy(ctx, asked, rights))
    .orderBy(asc(tickets.number))
    .limit(limit);
  return held ? rows.for('update') : rows;
}

export async function countHanded(ctx: Ctx, asked: HandOverQuery, rights: boolean): Promise<number> {
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)::integer` })
    .from(tickets)
    .where(handedBy(ctx, asked, rights));
  return row!.count;
}

/** All teams that stand, by id; held, so that two who give at once come one after the other. */
export function selectTeamsToShare({ db }: Ctx, held: boolean) {
  const rows = db
    .select({ id: teams.id, name: teams.name, way: teams.way, turns: teams.turns })
    .from(teams)
    .where(isNull(teams.removed_at))
    .orderBy(asc(teams.id));
  return held ? rows.for('no key update') : rows;
}

/** Writes who has them now; those that go to the same place in one query. */
export async function placeTickets({ db, now }: Ctx, placed: readonly Placed<TeamMember>[]): Promise<void> {
  const places = new Map<string, Placed<TeamMember>[]>();
  for (const each of placed) {
    const key = `${each.person?.id} ${each.team_id}`;
    places.set(key, [...(places.get(key) ?? []), each]);
  }
  for (const those of places.values()) {
    const [{ person, team_id }] = those as [Placed<TeamMember>];
    const numbers = those.map(each => each.number);
    await db
      .update(tickets)
      .set({ assignee_id: person?.id ?? null, team_id, last_activity_at: now })
      .where(inArray(tickets.number, numbers));
  }
}

/** Counts the turns that were given: how far each team is, and who had which. */
export async function putTurns({ db }: Ctx, placed: readonly Placed<TeamMember>[]): Promise<void> {
  const given = placed.flatMap(({ team_id, person, turn }) =>
    team_id !== null && person && turn !== null ? [{ team_id, person_id: person.id, turn }] : [],
  );
  if (given.length === 0) return;
  const rows = sql`json_to_recordset(${JSON.stringify(given)}::json) as g(team_id integer, person_id integer, turn integer)`;
  await db.execute(sql`update team_people m set last_turn = g.turn
    from (select team_id, person_id, max(turn) as turn from ${rows} group by 1, 2) g
    where m.team_id = g.team_id and m.person_id = g.person_id`);
  await db.execute(sql`update teams t set turns = g.turn
    from (select team_id, max(turn) as turn from ${rows} group by 1) g where t.id = g.team_id`);
}

export async function insertHandOver({ db, who, now }: Ctx, from_id: number): Promise<number> {
  const [row] = await db
    .insert(hand_overs)
    .values({ from_id, by_id: who.person_id, at: now })
    .returning({ id: hand_overs.id });
  return row!.id;
}

export const insertHandedTickets = (
  { db }: Ctx,
  rows: readonly (typeof hand_over_tickets.$inferInsert)[],
): Promise<unknown> => db.insert(hand_over_tickets).values([...rows]);

export async function selectHandOver({ db }: Ctx, id: number) {
  const [row] = await db.select().from(hand_overs).where(eq(hand_overs.id, id)).for('update');
  return row;
}

/** The tickets of a hand-over, all held, lowest number first; each with its line of the story and who has it. */
export const holdHandedTickets = ({ db }: Ctx, id: number) =>
  db
    .select({
      number: tickets.number,
      position: hand_over_tickets.position,
      assignee_id: tickets.assignee_id,
    })
    .from(tickets)
    .innerJoin(hand_over_tickets, eq(hand_over_tickets.ticket_number, tickets.number))
    .where(eq(hand_over_tickets.hand_over_id, id))
    .orderBy(asc(tickets.number))
    .for('update', { of: tickets });

export const markHandOverUndone = ({ db, now }: Ctx, id: number): Promise<unknown> =>
  db.update(hand_overs).set({ undone_at: now }).where(eq(hand_overs.id, id));
