import { sql } from 'drizzle-orm';
import { actorOf } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import type { Actors } from './town.ts';

const fresh_ms = 5 * 3_600_000;

/** Everybody of the town has looked at what is older than this morning: what is new in the demo is new. */
export async function readTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const until = new Date(now.getTime() - fresh_ms).toISOString();
  const newest = (messages: 'replies' | 'notes') => sql`coalesce((select max(m.id)
    from ${sql.identifier(messages)} m where m.ticket_number = t.number and m.written_at < ${until}), 0)`;
  for (const actor of Object.values(actors))
    await database.transact(actorOf(actor), async db => {
      const note = actor.side === 'desk' ? newest('notes') : sql`0`;
      await db.execute(sql`
        insert into readings (person_id, ticket_number, reply_id, note_id, at)
        select ${actor.person_id}::integer, t.number, ${newest('replies')}, ${note}, ${until}::timestamptz from tickets t`);
    });
}
