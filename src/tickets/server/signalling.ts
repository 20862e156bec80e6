import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';

/** Tells the open pages of the desk something of a ticket; of one about rights those alone who keep them (S10). */
export const signalDesk = async (
  db: Db,
  kind: string,
  facts: Record<string, unknown> & { ticket: number },
): Promise<void> =>
  void (await db.execute(sql`
    select pg_notify('signals', (${JSON.stringify({ kind, facts })}::jsonb || jsonb_build_object('to',
      case when exists (select from tickets where number = ${facts.ticket}::integer and request = 'rights')
        then 'desk:rights' else 'desk' end))::text)`));
