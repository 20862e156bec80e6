import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { agreement_reminders, agreement_signatures, agreements, type AgreementRow } from './tables.ts';

/** All writes of this house. */

/** Holds the versions until the transaction ends: whoever begins, publishes or deletes one goes one after the other. */
export async function holdVersions({ db }: Pick<Ctx, 'db'>): Promise<AgreementRow[]> {
  await db
    .select({ version: agreements.version })
    .from(agreements)
    .where(eq(agreements.version, 1))
    .for('update');
  return db.select().from(agreements).orderBy(desc(agreements.version));
}

/** The draft of that number, held. */
export async function holdDraft({ db }: Ctx, version: number): Promise<AgreementRow | undefined> {
  const [row] = await db
    .select()
    .from(agreements)
    .where(and(eq(agreements.version, version), isNull(agreements.published_at)))
    .for('update');
  return row;
}

export const insertDraft = ({ db }: Ctx, row: typeof agreements.$inferInsert) =>
  db.insert(agreements).values(row);

export const updateDraft = ({ db }: Ctx, version: number, set: Partial<typeof agreements.$inferInsert>) =>
  db.update(agreements).set(set).where(eq(agreements.version, version));

export const removeDraft = ({ db }: Ctx, version: number) =>
  db.delete(agreements).where(eq(agreements.version, version));

export const insertSignatures = ({ db }: Ctx, rows: readonly (typeof agreement_signatures.$inferInsert)[]) =>
  db.insert(agreement_signatures).values([...rows]);

/** Reminds these schools, or all, as far as none of their signatures stands. Answers which it was. */
export async function insertReminders(
  { db, who, now }: Ctx,
  version: number,
  schools: readonly number[] | undefined,
): Promise<number[]> {
  const { rows } = await db.execute<{ school_id: number }>(sql`
    insert into ${agreement_reminders} (version, school_id, reminded_by, reminded_at)
    select ${version}::integer, s.id, ${who.person_id}::integer, ${now.toISOString()}::timestamptz
    from schools s
    where ${schools ? sql`s.id = any (${sql.param([...schools])}::integer[])` : sql`true`}
      and not exists (select from agreement_signatures g join school_facts f on f.id = g.fact_id
        where g.version = ${version}::integer and g.school_id = s.id and f.withdrawn_at is null)
    on conflict do nothing
    returning school_id`);
  return rows.map(({ school_id }) => school_id);
}
