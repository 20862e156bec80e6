import { asSoftware, type Ctx } from '#accounts/server/acting.ts';
import { notNow, notValid } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { already, clashes, held, notYet } from './facts.ts';
import { keepStanding } from './keeping.ts';
import { insertFacts } from './store.ts';

/** A document that a school signed, as the house that keeps the document tells it. */
export interface SignedDocument {
  document: string;
  document_version: string;
  signer: string;
  signer_role: string;
  /** YYYY-MM-DD of the school's zone; absent is today. */
  day?: string;
}

/**
 * Records that a school has signed, in the transaction of the signature, whose deed tells it; where the school stands
 * follows. It may be signed by the school's own people, who write no facts, so the software writes it with who it was.
 * Answers the fact and its day. Refuses with not_found; not_valid (`signed_on`) for a day ahead; not_now when the same
 * is recorded already.
 */
export async function recordSigned(
  ctx: Ctx,
  school_id: number,
  { day, ...signed }: SignedDocument,
): Promise<{ fact: number; day: string }> {
  const { school, rows } = await held(ctx, school_id);
  const today = localDate(ctx.now, school.zone);
  if (day && day > today) throw notValid('signed_on', notYet);
  const row = { ...signed, kind: 'signed' as const, school_id, day: day ?? today };
  if (rows.some(other => clashes(other, row, rows))) throw notNow(already);
  const [fact] = await asSoftware(ctx, 'agreements', ({ db }) => insertFacts({ ...ctx, db }, [row]));
  await keepStanding(ctx, [school_id]);
  return { fact: fact!, day: row.day };
}
