import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Kind } from '../../rules/joining/kinds.ts';
import type { Under } from '../../rules/joining/may.ts';
import type { OtherTicket } from '../../rules/joining/joining.ts';
import { joinings, type JoiningRow } from './tables.ts';

/** What is read of joined tickets. */

/** A joining as a ticket's page has it: which end it is, and the other ticket. */
export interface JoinedRow {
  id: number;
  kind: Kind;
  from_here: boolean;
  ticket: OtherTicket;
  by: { id: number; name: string };
  made_at: string;
}

/** All that a ticket is joined with, as JSON, the first joined first; for a query that asks more. */
export const joinedWith = (ctx: Ctx, number: number): SQL => sql`
  select coalesce(json_agg(json_build_object(
    'id', j.id, 'kind', j.kind, 'from_here', j.from_number = ${number}::integer, 'made_at', j.made_at,
    'by', json_build_object('id', p.id, 'name', p.name),
    'ticket', json_build_object('number', t.number, 'subject', t.subject, 'state', t.state,
      'school', json_build_object('id', c.id, 'name', c.name, 'code', c.code))) order by j.id), '[]')
  from (
    select ${joinings}.* from ${joinings}
    where ${joinings.undone_at} is null and ${visibleTo(ctx, joinings.school_id)}
      and (${joinings.from_number} = ${number}::integer or ${joinings.to_number} = ${number}::integer)
  ) j
  join tickets t on t.number = case when j.from_number = ${number}::integer then j.to_number else j.from_number end
  join schools c on c.id = t.school_id
  join people p on p.id = j.made_by`;

/** The last ticket that a merged one goes on in; null where it is not merged. */
export async function goesOnIn({ db }: Ctx, number: number): Promise<number | null> {
  const { rows } = await db.execute<{ last: number | null }>(
    sql`select goes_on_in(${number}::integer) as last`,
  );
  return rows[0]!.last;
}

/** A joining of this ticket that stands, or undefined. */
export async function selectJoining(ctx: Ctx, number: number, id: number): Promise<JoiningRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(joinings)
    .where(
      and(
        eq(joinings.id, id),
        isNull(joinings.undone_at),
        or(eq(joinings.from_number, number), eq(joinings.to_number, number)),
        visibleTo(ctx, joinings.school_id),
      ),
    );
  return row;
}

/** How two tickets are joined with one another now. */
export const selectBetween = ({ db }: Ctx, one: number, other: number): Promise<JoiningRow[]> =>
  db
    .select()
    .from(joinings)
    .where(
      and(
        isNull(joinings.undone_at),
        inArray(joinings.from_number, [one, other]),
        inArray(joinings.to_number, [one, other]),
      ),
    )
    .orderBy(asc(joinings.id));

/** All that stands over and under some tickets. */
export async function selectFamily({ db }: Ctx, numbers: readonly number[]): Promise<Under[]> {
  const { rows } = await db.execute<Under & Record<string, unknown>>(sql`
    with recursive edges as (
      select from_number as child, to_number as parent from joinings where kind = 'child' and undone_at is null
    ), family (number) as (
      select unnest(${sql.param([...numbers])}::integer[])
      union
      select case when e.child = f.number then e.parent else e.child end
      from family f join edges e on f.number in (e.child, e.parent)
    )
    select distinct e.child, e.parent from edges e join family f on f.number = e.child`);
  return rows;
}

/** Of some tickets, one with a message that waits to leave. */
export async function selectWaiting({ db }: Ctx, numbers: readonly number[]): Promise<number | undefined> {
  const { rows } = await db.execute<{ number: number }>(sql`
    select ticket_number as number from outgoing
    where ticket_number = any(${sql.param([...numbers])}::integer[]) and outcome is null
    order by leaves_at limit 1`);
  return rows[0]?.number;
}

/** What people of a merged ticket have written on the other since: it could belong to either. */
export async function selectSince(
  { db }: Ctx,
  { from_number, to_number, made_at }: Pick<JoiningRow, 'from_number' | 'to_number' | 'made_at'>,
): Promise<{ id: number; author: string; text: string; written_at: string }[]> {
  const { rows } = await db.execute<{ id: number; author: string; text: string; written_at: string }>(sql`
    select m.id::integer as id, p.name as author, m.text, m.written_at
    from replies m join people p on p.id = m.author_id
    where m.ticket_number = ${to_number} and m.written_at >= ${made_at.toISOString()}::timestamptz
      and p.school_id is not null and (
        m.author_id in (select requester_id from tickets where number = ${from_number})
        or m.author_id in (select person_id from ticket_people where ticket_number = ${from_number}))
      and not exists (select from joined_messages s join joinings j on j.id = s.joining_id
        where s.reply_id = m.id and j.undone_at is null)
    order by m.written_at, m.id`);
  return rows;
}
