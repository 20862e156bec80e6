import { sql } from 'drizzle-orm';
import { actorOf } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import type { Storage } from '#platform/files/storage.ts';

const kept_days = 7;

/** Nightly: uploads that were put under no message for a week go, and their content where nothing else has it. */
export async function tidyFiles(database: Database, storage: Storage, now: Date): Promise<void> {
  const before = new Date(now.getTime() - kept_days * 86_400_000).toISOString();
  const gone = await database.transact(actorOf({ side: 'system', job: 'tidy' }), async db => {
    const { rows } = await db.execute<{ sha256: string }>(sql`
      with gone as (
        delete from files where reply_id is null and note_id is null and uploaded_at < ${before} returning id, sha256
      )
      select distinct sha256 from gone
      where not exists (select from files f where f.sha256 = gone.sha256 and f.id not in (select id from gone))`);
    return rows;
  });
  for (const { sha256 } of gone) await storage.drop(sha256);
}
