import { and, arrayOverlaps, eq, isNull, or, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { schools, waves } from '../tables.ts';

/** The days that a school's standing follows from, its zone, and when its wave is planned to begin. */
export async function selectStanding(ctx: Ctx, school_id: number) {
  const { zone, trained_from, stage1_from, suspended_from } = schools;
  const [row] = await ctx.db
    .select({ zone, trained_from, stage1_from, suspended_from, planned_for: waves.planned_for })
    .from(schools)
    .leftJoin(waves, and(eq(waves.id, schools.wave_id), isNull(waves.removed_at)))
    .where(and(visibleTo(ctx, schools.id), eq(schools.id, school_id)));
  return row;
}

/** Who can supply facts: the school's leads, and the desk's coordinators. */
export const selectSuppliers = ({ db }: Ctx, school_id: number) =>
  db
    .select({ name: people.name, roles: people.roles, school_id: people.school_id })
    .from(people)
    .where(
      and(
        isNull(people.left_at),
        or(
          and(eq(people.school_id, school_id), arrayOverlaps(people.roles, ['lead'])),
          and(isNull(people.school_id), arrayOverlaps(people.roles, ['coordinator'])),
        ),
      ),
    )
    .orderBy(sql`${people.school_id} nulls last`, sql`lower(${people.name})`, people.id);
