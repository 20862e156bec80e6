import { and, asc, eq, sql } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { schools } from './tables.ts';

/** All SQL of schools. What a person may not see is not there. */

export const schoolsFor = (ctx: Ctx, id?: number) =>
  ctx.db
    .select()
    .from(schools)
    .where(and(visibleTo(ctx, schools.id), id === undefined ? undefined : eq(schools.id, id)))
    .orderBy(asc(sql`lower(${schools.name})`), asc(schools.id));

export async function insertSchool({ db }: Ctx, school: typeof schools.$inferInsert) {
  const [row] = await db.insert(schools).values(school).returning();
  return row!;
}
