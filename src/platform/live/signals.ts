import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '../db/database.ts';

/**
 * Signals: what open pages should hear at once and nobody needs later (who is reading, that a bell rings). They are
 * told with the transaction's commit to every server, reach the pages that are open now, and leave no row behind.
 */

/** `to` names who hears it: the desk, those of it who keep rights, all schools, one school, one person. What is in it must be fit for all of them. */
export interface Signal {
  to: 'desk' | 'desk:rights' | 'schools' | `school:${number}` | `person:${number}`;
  kind: string;
  facts?: Record<string, unknown>;
}

/**
 * PostgreSQL takes at most 8,000 bytes in one notification: a signal says little, and pages ask for the rest. `to` may be
 * what the database is to say.
 */
export const sendSignal = async (
  db: Db,
  { to, ...said }: Omit<Signal, 'to'> & { to: Signal['to'] | SQL },
): Promise<void> =>
  void (await db.execute(sql`
    select pg_notify('signals', (${JSON.stringify(said)}::jsonb || jsonb_build_object('to', (${to})::text))::text)`));

type Hearer = (signal: Signal) => void;

export interface Signals {
  /** Hears what is sent to any of these names; answers how to stop. */
  join: (names: readonly string[], hear: Hearer) => () => void;
  /** Hands on what a NOTIFY said; null (the line was lost) tells nothing, as nothing can be caught up. */
  tell: (payload: string | null) => void;
}

export function openSignals(): Signals {
  const hearers = new Map<string, Set<Hearer>>();
  return {
    join(names, hear) {
      for (const name of names) hearers.set(name, (hearers.get(name) ?? new Set()).add(hear));
      return () => {
        for (const name of names) {
          const those = hearers.get(name);
          those?.delete(hear);
          if (those?.size === 0) hearers.delete(name);
        }
      };
    },
    tell(payload) {
      if (payload === null) return;
      const signal = JSON.parse(payload) as Signal;
      for (const hear of hearers.get(signal.to) ?? []) hear(signal);
    },
  };
}
