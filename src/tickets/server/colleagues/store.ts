import { and, asc, eq, isNull, ne, sql, type SQL } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { tickets, type TicketRow } from '../tables.ts';
import { ticket_people } from './tables.ts';

/** All SQL of the people on a ticket. */

/** Who of the school is on a ticket beside the requester, as JSON, the first put on it first; for a query that asks more. */
export const peopleOn = (ctx: Ctx, number: number): SQL => sql`
  select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'roles', p.roles)
    order by ${ticket_people.added_at}, p.id), '[]')
  from ${ticket_people} join people p on p.id = ${ticket_people.person_id}
  where ${ticket_people.ticket_number} = ${number} and p.left_at is null
    and ${visibleTo(ctx, ticket_people.school_id)}`;

/** Of a query on tickets, those that a person was put on. */
export const isOnTicket = (person: number): SQL =>
  sql`exists (select from ${ticket_people} on_it where on_it.ticket_number = ${tickets.number} and on_it.person_id = ${person})`;

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
