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
  seen_as: string | null;
  fingerprint: string;
  status: number;
  answer: unknown;
}

/** `seen_as`: as whom the database sees who asks. */
interface Asking {
  db: Db;
  now: Date;
  seen_as: string;
}

/**
 * Does a deed once for each Idempotency-Key of its actor (the transaction's `app.actor`), and repeats the first
 * answer after that. The key is taken in the deed's own transaction: a second request with the same key waits for
 * the first, and a deed that failed leaves no key. The same key with another request is refused, and so is the answer
 * to whom the database sees otherwise now (`seen_as`): she might read in it what she sees no more.
 */
export async function answerOnce(
  ctx: Asking,
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
  if (kept) return repeat(kept, { fingerprint, seen_as: ctx.seen_as });
  const answer = await deed();
  await ctx.db.execute(sql`
    update answered_requests set status = ${status}, answer = ${JSON.stringify(answer)}::jsonb
    where actor = current_setting('app.actor') and key = ${key}`);
  return { status, answer, again: false };
}

async function takeKey(
  { db, now, seen_as }: Asking,
  key: string,
  fingerprint: string,
): Promise<Kept | undefined> {
  const taken = await db.execute(sql`
    insert into answered_requests (actor, key, fingerprint, seen_as, status, answer, at)
    values (current_setting('app.actor'), ${key}, ${fingerprint}, ${seen_as}, 0, 'null', ${now.toISOString()})
    on conflict (actor, key) do nothing`);
  if (taken.rowCount === 1) return undefined;
  const { rows } = await db.execute<Kept & Record<string, unknown>>(sql`
    select fingerprint, seen_as, status, answer from answered_requests
    where actor = current_setting('app.actor') and key = ${key}`);
  return rows[0];
}

function repeat(kept: Kept, asked: { fingerprint: string; seen_as: string }): Answered {
  if (kept.fingerprint !== asked.fingerprint)
    throw new Refusal('not_valid', {
      en: 'This Idempotency-Key was used for another request. Use a new key.',
      fr: 'Cette clé d’idempotence a servi à une autre requête. Utilisez une nouvelle clé.',
    });
  if (kept.seen_as !== asked.seen_as)
    throw new Refusal('not_now', {
      en: 'This was done already. What you may see has changed since, so the answer is not repeated.',
      fr: 'C’est déjà fait. Ce que vous pouvez voir a changé depuis : la réponse n’est pas répétée.',
    });
  return { status: kept.status, answer: kept.answer, again: true };
}
