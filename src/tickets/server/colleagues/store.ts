import { and, asc, eq, isNull, ne, sql, type SQL } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { tickets, type TicketRow } from '../tables.ts';
import { familyOf } from '../joining/shown.ts';
import { ticket_people } from './tables.ts';

/** All SQL of the people on a ticket. */

/** Who of the school is on a ticket beside the requester, also with what was merged into it, as JSON, the first first. */
export const peopleOn = (ctx: Ctx, number: number): SQL => sql`
  select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'roles', p.roles,
    'from', nullif(o.ticket_number, ${number}::integer)) order by o.at, p.id), '[]')
  from (
    select distinct on (person_id) * from (
      select ${ticket_people.person_id}, ${ticket_people.ticket_number}, ${ticket_people.added_at} as at
      from ${ticket_people}
      where ${ticket_people.ticket_number} = any(${familyOf(number)}) and ${visibleTo(ctx, ticket_people.school_id)}
      union all
      select ${tickets.requester_id}, ${tickets.number}, ${tickets.opened_at} from ${tickets}
      where ${tickets.number} = any(${familyOf(number)}) and ${tickets.number} <> ${number}::integer
        and ${visibleTo(ctx, tickets.school_id)}
    ) o
    where person_id <> (select requester_id from tickets where number = ${number}::integer)
    order by person_id, ticket_number <> ${number}::integer, at
  ) o join people p on p.id = o.person_id
  where p.left_at is null`;

/** Of a query on tickets, those that a person was put on, and those in which hers go on since they were merged. */
export const isOnTicket = (person: number): SQL => sql`(
  exists (select from ${ticket_people} on_it where on_it.ticket_number = ${tickets.number} and on_it.person_id = ${person})
  or ${tickets.number} in (
    select goes_on_in(j.from_number) from joinings j join tickets b on b.number = j.from_number
    where j.kind = 'merged' and j.undone_at is null and (b.requester_id = ${person}
      or exists (select from ${ticket_people} was_on where was_on.ticket_number = b.number and was_on.person_id = ${person}))))`;

/** The school's people who are still there, but the one who asked. */
export const colleaguesFor = (ctx: Ctx, { school_id, requester_id }: OfSchool) =>
  ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      and(
        eq(people.school_id, school_id),
        ne(people.id, requester_id),
        isNull(people.left_at),
        visibleTo(ctx, people.school_id),
      ),
    )
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id));

type OfSchool = Pick<TicketRow, 'school_id' | 'requester_id'>;

/** A person of the ticket's school, also one who has left. */
export async function personOfSchool(ctx: Ctx, { school_id }: OfSchool, person: number) {
  const [row] = await ctx.db
    .select({ name: people.name, left_at: people.left_at })
    .from(people)
    .where(and(eq(people.id, person), eq(people.school_id, school_id), visibleTo(ctx, people.school_id)));
  return row;
}

/** Answers whether she was not on it yet. */
export async function putOn({ db, who, now }: Ctx, ticket: TicketRow, person: number): Promise<boolean> {
  const { number: ticket_number, school_id } = ticket;
  const row = { ticket_number, school_id, person_id: person, added_by: who.person_id, added_at: now };
  return ((await db.insert(ticket_people).values(row).onConflictDoNothing()).rowCount ?? 0) > 0;
}

/** Answers whether she was on it. */
export async function takeOff({ db }: Ctx, ticket: TicketRow, person: number): Promise<boolean> {
  const hers = and(eq(ticket_people.ticket_number, ticket.number), eq(ticket_people.person_id, person));
  return ((await db.delete(ticket_people).where(hers)).rowCount ?? 0) > 0;
}
