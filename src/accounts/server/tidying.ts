import { sql } from 'drizzle-orm';
import type { Database } from '#platform/db/database.ts';
import { key_limits } from '../rules/keys/kinds.ts';
import { limits } from '../rules/session.ts';
import { actorOf } from './acting.ts';
import { deleteOldDrafts } from './drafts/store.ts';
import { forgetDepartures } from './sign-on/store.ts';

const day_ms = 86_400_000;

/** Nightly: forgets what is over. Sessions stay a month after their end, so that the story's ids can be looked up. */
export async function tidyAccounts(database: Database, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * day_ms).toISOString();
  const idle = before(30 + limits.absolute_hours / 24);
  await database.owner.execute(sql`delete from sessions where ended_at < ${before(30)} or seen_at < ${idle}`);
  await database.owner.execute(sql`delete from sign_in_failures where at < ${before(1)}`);
  await database.owner.execute(sql`delete from half_sign_ins where begun_at < ${before(1)}`);
  await database.owner.execute(sql`delete from key_beginnings where begun_at < ${before(1)}`);
  await database.owner.execute(sql`delete from sign_ins where at < ${before(key_limits.sign_ins_days)}`);
  await database.owner.execute(sql`delete from known_browsers where created_at < ${before(400)}`);
  await forgetDepartures(database.owner, new Date(now.getTime() - day_ms));
  await database.transact(actorOf({ side: 'system', job: 'tidy' }), async db => {
    await db.execute(sql`delete from answered_requests where at < ${before(1)}`);
    await deleteOldDrafts(db, now);
  });
}
