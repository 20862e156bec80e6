import { setImmediate as breathe } from 'node:timers/promises';
import { deskTimes } from '#accounts/server/accounts.ts';
import { promises } from '#agreements/server/agreements.ts';
import type { Db } from '#platform/db/database.ts';
import { selectLedgers } from '#tickets/server/listed.ts';
import type { SQL } from 'drizzle-orm';
import type { Span } from '../../rules/statements/months.ts';
import type { Measure, Told } from '../../rules/statements/part.ts';
import { selectOfSpan } from './store.ts';

/** Reads the ledgers of a span some hundred tickets at a time: the embedded database has one session for everybody. */

export const tickets_at_once = 500;

/** One transaction of who asks, with the first wall of her rows. */
export type Asking = <T>(work: (db: Db, seen: SQL) => Promise<T>) => Promise<T>;

/** By what is measured now: asked once, so that all tickets of a statement are measured alike. */
export const measureNow = async (db: Db): Promise<Measure> => ({
  times: await deskTimes(db),
  promises: await promises(db),
});

/** The tickets of one lot, and after which to go on; null where nothing is left. */
export async function readLot(
  db: Db,
  seen: SQL,
  { span, after }: { span: Span; after: number },
): Promise<{ lot: Told[]; next: number | null }> {
  const rows = await selectOfSpan(db, seen, { span, after, most: tickets_at_once });
  const categories = new Map(rows.map(({ number, category }) => [number, category]));
  const ledgers = await selectLedgers(db, [...categories.keys()]);
  return {
    lot: ledgers.map(ledger => ({ ...ledger, category: categories.get(ledger.number)! })),
    next: rows.length < tickets_at_once ? null : rows.at(-1)!.number,
  };
}

/** Goes through all tickets of a span, each lot in a transaction of its own. `each` may end it by a throw. */
export async function readSpan(asking: Asking, span: Span, each: (told: Told) => void): Promise<void> {
  for (let after: number | null = 0; after !== null;) {
    const from: number = after;
    const { lot, next } = await asking((db, seen) => readLot(db, seen, { span, after: from }));
    lot.forEach(each);
    after = next;
    await breathe();
  }
}
