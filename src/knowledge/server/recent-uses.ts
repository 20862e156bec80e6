import { sql } from 'drizzle-orm';
import { actorOf } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import { answered } from './views.ts';

const recent_days = 90;

/**
 * Hourly: counts for each article how often it was read, sent, or solved something in the last 90 days, over all schools.
 * A school reads no other's uses; by this count it is shown first what helps everywhere.
 */
export async function countUses(database: Database, now: Date): Promise<void> {
  const since = new Date(now.getTime() - recent_days * 86_400_000).toISOString();
  await database.transact(actorOf({ side: 'system', job: 'count-uses' }), db =>
    db.execute(sql`
      update articles a set recent_uses = c.uses
      from (
        select k.id, count(u.id)::integer as uses from articles k left join article_uses u on u.article_id = k.id
          and u.undone_at is null and (u.kind in ('read', 'solved', 'sent') or ${answered}) and u.at > ${since}::timestamptz
        group by k.id
      ) c where c.id = a.id and c.uses <> a.recent_uses`),
  );
}
