import type { SQL } from 'drizzle-orm';
import { actorOf } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import type { Storage } from '#platform/files/storage.ts';
import { forgetUnused } from './store.ts';

/** Long enough for who writes: a picture that she took out comes back with her undoing. */
const kept_days = 14;

/** Nightly: pictures that no version and nothing being written shows go, with content that nothing else has. */
export async function tidyPictures(
  database: Database,
  storage: Storage,
  now: Date,
  also_named: (sha256: SQL) => SQL,
): Promise<void> {
  const before = new Date(now.getTime() - kept_days * 86_400_000);
  const gone = await database.transact(actorOf({ side: 'system', job: 'tidy' }), db =>
    forgetUnused(db, before, also_named),
  );
  for (const sha256 of gone) await storage.drop(sha256);
}
