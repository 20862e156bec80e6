import { and, eq, isNull, sql } from 'drizzle-orm';
import { agentForAssignment, people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { seesRightsAs, worksTickets } from '#accounts/rules/who.ts';
import type { TicketRow } from './tables.ts';

/** Who can be named on a ticket: read where the acting person may read. */

/** The name of somebody who can be given tickets, or such a ticket as this one, or undefined. */
export async function agentNamed(
  ctx: Ctx,
  person: number,
  ticket: Pick<TicketRow, 'request'> = { request: null },
): Promise<string | undefined> {
  const agent = await agentForAssignment(ctx, person);
  return agent && worksTickets(agent.roles) && mayHave(agent.roles, ticket) ? agent.name : undefined;
}

/** S10: what is about rights is given to nobody who must not see it. */
export const mayHave = (roles: readonly string[], { request }: Pick<TicketRow, 'request'>): boolean =>
  request !== 'rights' || seesRightsAs(roles);

/** The name of somebody of the iGroup, also after she has left; null for nobody. */
export const agentName = (ctx: Ctx, person: number | null): Promise<string | null> =>
  person === null ? Promise.resolve(null) : nameOf(ctx, person);

/** Anybody's name, as far as one may know the person. */
export async function nameOf({ db }: Ctx, person: number): Promise<string | null> {
  const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, person));
  return row?.name ?? null;
}

/** The person of a school that a ticket is opened for: the one named, else its lead, else its first. */
export async function contactOf(ctx: Ctx, school: number, person?: number): Promise<number | undefined> {
  const [row] = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.school_id, school),
        isNull(people.left_at),
        visibleTo(ctx, people.school_id),
        person === undefined ? undefined : eq(people.id, person),
      ),
    )
    .orderBy(sql`${people.roles} @> array['lead'] desc`, people.id)
    .limit(1);
  return row?.id;
}
