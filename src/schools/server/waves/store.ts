import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { schools, waves } from '../tables.ts';

/** All SQL of waves. */

const standing = isNull(waves.removed_at);

export const selectWaves = ({ db }: Ctx) =>
  db
    .select({
      id: waves.id,
      name: waves.name,
      planned_for: waves.planned_for,
      schools: sql<number>`(select count(*) from schools s where s.wave_id = waves.id)`
        .mapWith(Number)
        .as('schools'),
    })
    .from(waves)
    .where(standing)
    .orderBy(sql`${waves.planned_for} nulls last`, asc(sql`lower(${waves.name})`));

/** One wave that stands, held until the transaction ends. */
export async function waveFor({ db }: Ctx, id: number) {
  const [row] = await db
    .select({ id: waves.id, name: waves.name })
    .from(waves)
    .where(and(eq(waves.id, id), standing))
    .for('update');
  return row;
}

export async function insertWave(
  { db, who, now }: Ctx,
  wave: { name: string; planned_for: string | null },
): Promise<number> {
  const [row] = await db
    .insert(waves)
    .values({ ...wave, made_by: who.person_id, made_at: now })
    .returning({ id: waves.id });
  return row!.id;
}

type Kept = Pick<typeof waves.$inferSelect, 'name' | 'planned_for' | 'removed_at'>;

/** What is kept of a wave, removed or not, held until the transaction ends. */
export async function keptWave({ db }: Ctx, id: number): Promise<Kept | undefined> {
  const { name, planned_for, removed_at } = waves;
  const [row] = await db
    .select({ name, planned_for, removed_at })
    .from(waves)
    .where(eq(waves.id, id))
    .for('update');
  return row;
}

export const updateWave = ({ db }: Ctx, id: number, set: Kept) =>
  db.update(waves).set(set).where(eq(waves.id, id));

/** The wave that a school is in; one that was removed is none. */
const ofStanding = sql`waves w where w.id = ${schools.wave_id} and w.removed_at is null`;

/** Those of the schools that are in another wave or in none, with where they are; held until the transaction ends. */
export const schoolsElsewhere = ({ db }: Ctx, ids: readonly number[], wave_id: number | null) =>
  db
    .select({
      id: schools.id,
      name: schools.name,
      from: sql<{ id: number; name: string } | null>`(
        select json_build_object('id', w.id, 'name', w.name) from ${ofStanding})`.as('from'),
    })
    .from(schools)
    .where(
      sql`${schools.id} = any (${sql.param([...ids])}::integer[])
        and (select w.id from ${ofStanding}) is distinct from ${wave_id}::integer`,
    )
    .orderBy(asc(sql`lower(${schools.name})`), asc(schools.id))
    .for('update');

export const putInWave = ({ db }: Ctx, ids: readonly number[], wave_id: number | null) =>
  db
    .update(schools)
    .set({ wave_id, version: sql`${schools.version} + 1` })
    .where(sql`${schools.id} = any (${sql.param([...ids])}::integer[])`);
