import { isNotNull } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { DeskTimes } from '#sla/rules/desk-hours.ts';
import { inForce, toTell, type Watched } from '../rules/watching.ts';
import { agreement_told, agreements } from './tables.ts';
import { versionsHeld } from './views.ts';

interface Told {
  version: number;
  what: Watched;
}

/**
 * What is to be told of the versions in force, and was not yet: marked as told in this transaction, so that it is told
 * once. `today` is the day of the desk whose reviews are due.
 */
export async function tellAgreements(
  db: Db,
  { now, today, times }: { now: Date; today: string; times: DeskTimes },
): Promise<Told[]> {
  const { version, hours, published_at, effective_at, review_on } = agreements;
  const rows = await db
    .select({ version, hours, published_at, effective_at, review_on })
    .from(agreements)
    .where(isNotNull(agreements.sha256_en));
  const due = rows.flatMap(({ hours, published_at, review_on, ...row }) =>
    toTell({ hours: hours!, published_at: published_at!, review_on: review_on! }, { times, today }).map(
      each => ({ ...row, ...each }),
    ),
  );
  if (due.length === 0) return [];
  const told = await db.select().from(agreement_told);
  const fresh = due.filter(
    ({ version, what, of }) =>
      !told.some(each => each.version === version && each.what === what && each.of === of),
  );
  if (fresh.length === 0) return [];
  const effective = rows.filter(({ effective_at }) => effective_at! <= now);
  const around = {
    ...{ now, held: await versionsHeld(db, now) },
    newest: Math.max(1, ...effective.map(row => row.version)),
  };
  const telling = fresh.filter(row => inForce(row, around));
  if (telling.length === 0) return [];
  return db
    .insert(agreement_told)
    .values(telling.map(({ version, what, of }) => ({ version, what, of, told_at: now })))
    .onConflictDoNothing()
    .returning({ version: agreement_told.version, what: agreement_told.what });
}
