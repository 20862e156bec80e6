import { and, eq, isNull, lte, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { handovers } from './tables.ts';

/** All SQL of a school's people beside what the accounts' house keeps of everybody, and of handing over. */

/** The people of a school, held until the transaction ends: two of them cannot both be the last to go. */
export const holdPeople = ({ db }: Ctx, school_id: number) =>
  db.select().from(people).where(eq(people.school_id, school_id)).orderBy(people.id).for('update');

/** Whoever else is the first technical contact becomes the back-up. */
export const makeOthersBackup = ({ db }: Ctx, school_id: number, first: number) =>
  db
    .update(people)
    .set({ backup: true })
    .where(
      and(
        eq(people.school_id, school_id),
        ne(people.id, first),
        isNull(people.left_at),
        sql`'technical_contact' = any (${people.roles})`,
      ),
    );

// Handing over --------------------------------------------------------------

const from = alias(people, 'from_person');
const to = alias(people, 'to_person');
const proposer = alias(people, 'proposer');

/** The proposal under way at a school, with the names of all three. */
export async function selectHandover(ctx: Ctx, school_id: number) {
  const [row] = await ctx.db
    .select({
      id: handovers.id,
      school_id: handovers.school_id,
      from: { id: from.id, name: from.name },
      to: { id: to.id, name: to.name },
      proposed_by: { id: proposer.id, name: proposer.name },
      proposed_at: handovers.proposed_at,
      expires_at: handovers.expires_at,
    })
    .from(handovers)
    .leftJoin(from, eq(from.id, handovers.from_id))
    .innerJoin(to, eq(to.id, handovers.to_id))
    .innerJoin(proposer, eq(proposer.id, handovers.proposed_by))
    .where(
      and(
        eq(handovers.school_id, school_id),
        visibleTo(ctx, handovers.school_id),
        isNull(handovers.ended_at),
        sql`${handovers.expires_at} > ${ctx.now.toISOString()}`,
      ),
    );
  return row;
}
export type HandoverRow = NonNullable<Awaited<ReturnType<typeof selectHandover>>>;

export async function insertHandover({ db }: Ctx, handover: typeof handovers.$inferInsert): Promise<number> {
  const [row] = await db.insert(handovers).values(handover).returning({ id: handovers.id });
  return row!.id;
}

type EndedAs = 'accepted' | 'declined' | 'withdrawn';

/** Ends a proposal once; answers whether it was still under way. */
export async function endHandover({ db, now }: Ctx, id: number, ended_as: EndedAs): Promise<boolean> {
  const ended = await db
    .update(handovers)
    .set({ ended_at: now, ended_as })
    .where(and(eq(handovers.id, id), isNull(handovers.ended_at)));
  return ended.rowCount === 1;
}

/** What nobody answered in time no longer stands in the way of another proposal. */
export const endExpired = ({ db, now }: Ctx, school_id: number) =>
  db
    .update(handovers)
    .set({ ended_at: now, ended_as: 'expired' })
    .where(
      and(eq(handovers.school_id, school_id), isNull(handovers.ended_at), lte(handovers.expires_at, now)),
    );
