import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import { halfOpen } from '../../rules/keys/needed.ts';
import { key_limits } from '../../rules/keys/kinds.ts';
import { half_sign_ins } from '../keys/tables.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Sign-ins that wait for the second key. The browser has a cookie of its own for it, that opens nothing else. */

type Half = typeof half_sign_ins.$inferSelect;

/** What is known of one already: whose it is (nobody's yet, with a passkey alone), and what a passkey is asked. */
export type Waiting = Pick<Half, 'login_id' | 'person_id' | 'browser_hash' | 'challenge'> & {
  says_of?: number;
};

/** Begins to wait; answers the cookie's secret. */
export async function beginHalf(db: Db, waiting: Waiting, now: Date): Promise<string> {
  const secret = newSecret();
  await db.insert(half_sign_ins).values({ ...waiting, token_hash: hashOf(secret), begun_at: now });
  return secret;
}

const named = (secret: string) => eq(half_sign_ins.token_hash, hashOf(secret));

/** What a half is for: a session; or to say that its person and the one who is signed in are one. */
export type For = 'session' | { says_of: number };

/** The sign-in that a browser's cookie waits with; undefined when it is over, or waits for something else. */
export async function halfOf(
  db: Db,
  secret: string | undefined,
  { now, to }: { now: Date; to: For },
): Promise<Half | undefined> {
  if (secret === undefined) return undefined;
  const [half] = await db.select().from(half_sign_ins).where(named(secret));
  const says_of = to === 'session' ? null : to.says_of;
  return half && half.says_of === says_of && halfOpen(half, now) ? half : undefined;
}

/** Counts a try before the key is looked at; false when there is none left. */
export async function countHalf(db: Db, { id }: Half): Promise<boolean> {
  const counted = await db
    .update(half_sign_ins)
    .set({ tries: sql`${half_sign_ins.tries} + 1` })
    .where(
      and(
        eq(half_sign_ins.id, id),
        isNull(half_sign_ins.ended_at),
        lt(half_sign_ins.tries, key_limits.half_open_tries),
      ),
    );
  return counted.rowCount === 1;
}

/** It waits no more; false when another request just ended it. */
export async function endHalf(db: Db, { id }: Pick<Half, 'id'>, now: Date): Promise<boolean> {
  const ended = await db
    .update(half_sign_ins)
    .set({ ended_at: now })
    .where(and(eq(half_sign_ins.id, id), isNull(half_sign_ins.ended_at)));
  return ended.rowCount === 1;
}
