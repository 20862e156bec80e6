import { eq, sql } from 'drizzle-orm';
import type { ChosenWay } from '#accounts/rules/giving.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import type { Request } from '../../rules/requests.ts';
import { waiting_for_team } from './tables.ts';

/** Tickets that wait for somebody of their team, in SQL. */

type Doing = Pick<Ctx, 'db' | 'now'>;

/** Nobody was there: it waits for who is next in this way. */
export const putWaiting = (
  { db, now }: Doing,
  wait: { ticket_number: number; team_id: number; way: ChosenWay },
): Promise<unknown> => {
  const { ticket_number, ...set } = { ...wait, since: now };
  return db
    .insert(waiting_for_team)
    .values({ ticket_number, ...set })
    .onConflictDoUpdate({ target: waiting_for_team.ticket_number, set });
};

/** The same for many that went back to teams; those of teams that give by hand wait for nobody in turn. */
export const putManyWaiting = ({ db, now }: Doing, numbers: readonly number[]): Promise<unknown> =>
  db.execute(sql`
    insert into waiting_for_team (ticket_number, team_id, way, since)
    select t.number, t.team_id, e.way, ${now.toISOString()} from tickets t join teams e on e.id = t.team_id
    where t.number = any (${sql.param([...numbers])}::integer[]) and t.assignee_id is null and e.way <> 'by_hand'
    on conflict (ticket_number) do update set team_id = excluded.team_id, way = excluded.way, since = excluded.since`);

export const endWaiting = ({ db }: Pick<Ctx, 'db'>, number: number): Promise<unknown> =>
  db.delete(waiting_for_team).where(eq(waiting_for_team.ticket_number, number));

export interface Waiting {
  number: number;
  school_id: number;
  inside: boolean;
  request: Request | null;
  team_id: number;
  team: string;
  way: ChosenWay;
  [column: string]: unknown;
}

/** Those that still wait, longest first; a row whose ticket has somebody, has ended or is of another team goes. */
export async function selectWaiting(db: Db, most: number): Promise<Waiting[]> {
  await db.execute(sql`
    delete from waiting_for_team w using tickets t
    where t.number = w.ticket_number
      and (t.assignee_id is not null or t.ended_at is not null or t.team_id is distinct from w.team_id)`);
  const { rows } = await db.execute<Waiting>(sql`
    select t.number, t.school_id, t.inside, t.request, w.team_id, e.name as team, w.way
    from waiting_for_team w join tickets t on t.number = w.ticket_number
      join teams e on e.id = w.team_id and e.removed_at is null
    order by w.since, w.ticket_number limit ${most}`);
  return rows;
}

/** Of these, the tickets that nobody has meanwhile, held in the order of their numbers. */
export async function holdWaiting(db: Db, numbers: readonly number[]): Promise<Set<number>> {
  const { rows } = await db.execute<{ number: number }>(sql`
    select t.number from tickets t join waiting_for_team w on w.ticket_number = t.number
    where t.number = any (${sql.param([...numbers])}::integer[]) and t.assignee_id is null and t.ended_at is null
      and t.team_id = w.team_id
    order by t.number for update of t`);
  return new Set(rows.map(({ number }) => number));
}
