import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import { sendSignal } from '#platform/live/signals.ts';

/** Tells the open pages of the desk something of a ticket; of one about rights those alone who keep them (S10). */
export const signalDesk = (
  db: Db,
  kind: string,
  facts: Record<string, unknown> & { ticket: number },
): Promise<void> => {
  const about_rights = sql`exists (select from tickets where number = ${facts.ticket}::integer and request = 'rights')`;
  return sendSignal(db, {
    to: sql`case when ${about_rights} then 'desk:rights' else 'desk' end`,
    kind,
    facts,
  });
};
