import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { Db } from '../db/database.ts';
import { Refusal } from '../refusals.ts';

export interface Answered {
  status: number;
  answer: unknown;
  /** Whether this answer was given before and is only repeated. */
  again: boolean;
}

interface Kept {
  fingerprint: string;
  status: number;
  answer: unknown;
}

/**
 * Does a deed once for each Idempotency-Key of its actor (the transaction's `app.actor`), and repeats the first
 * answer after that. The key is taken in the deed's own transaction: a second request with the same key waits for
 * the first, and a deed that failed leaves no key. The same key with another request is refused.
 */
export async function answerOnce(
  ctx: { db: Db; now: Date },
  request: FastifyRequest,
  status: number,
  deed: () => Promise<unknown>,
): Promise<Answered> {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || typeof key !== 'string')
    return { status, answer: await deed(), again: false };
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
  const kept = await takeKey(ctx, key, fingerprint);
  if (kept) return repeat(kept, fingerprint);
  const answer = await deed();
  await ctx.db.execute(sql`
    update answered_requests set status = ${status}, answer = ${JSON.stringify(answer)}::jsonb
    where actor = current_setting('app.actor') and key = ${key}`);
  return { status, answer, again: false };
}

async function takeKey(
  { db, now }: { db: Db; now: Date },
  key: string,
  fingerprint: string,
): Promise<Kept | undefined> {
  const taken = await db.execute(sql`
    insert into answered_requests (actor, key, fingerprint, status, answer, at)
    values (current_setting('app.actor'), ${key}, ${fingerprint}, 0, 'null', ${now.toISOString()})
    on conflict (actor, key) do nothing`);
  if (taken.rowCount === 1) return undefined;
  const { rows } = await db.execute<Kept & Record<string, unknown>>(sql`
    select fingerprint, status, answer from answered_requests
    where actor = current_setting('app.actor') and key = ${key}`);
  return rows[0];
}

function repeat(kept: Kept, fingerprint: string): Answered {
  if (kept.fingerprint !== fingerprint)
    throw new Refusal('not_valid', {
      en: 'This Idempotency-Key was used for another request. Use a new key.',
      fr: 'Cette clé d’idempotence a servi à une autre requête. Utilisez une nouvelle clé.',
    });
  return { status: kept.status, answer: kept.answer, again: true };
}
