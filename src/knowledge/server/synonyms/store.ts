import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import { synonyms } from '../tables.ts';

/** The group's own words that mean the same, as rows. */

type Of = Pick<Ctx, 'db'>;
const stands = isNull(synonyms.removed_at);

/** The groups as whatever searches goes by them, in the order of their writing. */
export async function synonymGroups(db: Db): Promise<string[][]> {
  const rows = await db.select({ words: synonyms.words }).from(synonyms).where(stands).orderBy(synonyms.id);
  return rows.map(({ words }) => words);
}

export interface SeenGroup {
  id: number;
  words: string[];
  by: string;
  written_at: Date;
}

export const selectGroups = ({ db }: Of): Promise<SeenGroup[]> =>
  db
    .select({
      ...{ id: synonyms.id, words: synonyms.words, written_at: synonyms.written_at, by: people.name },
    })
    .from(synonyms)
    .innerJoin(people, eq(people.id, synonyms.written_by))
    .where(stands)
    .orderBy(sql`lower(${synonyms.words}[1])`, synonyms.id);

/** How many groups were ever written and taken away. */
export async function editionNow({ db }: Of): Promise<number> {
  const [row] = await db
    .select({ edition: sql<number>`(count(*) + count(${synonyms.removed_at}))::integer` })
    .from(synonyms);
  return row!.edition;
}

/** Nobody else writes them until the transaction ends. */
export const holdGroups = ({ db }: Of): Promise<unknown> =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('synonyms'))`);

export async function insertGroups({ db, who, now }: Ctx, groups: readonly string[][]): Promise<void> {
  if (groups.length === 0) return;
  await db
    .insert(synonyms)
    .values(groups.map(words => ({ words, written_by: who.person_id, written_at: now })));
}

export async function removeGroups({ db, who, now }: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(synonyms)
    .set({ removed_by: who.person_id, removed_at: now })
    .where(and(inArray(synonyms.id, [...ids]), stands));
}
