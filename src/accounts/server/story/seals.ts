import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';

/**
 * Seals over the story: each covers its events and the seal before, so a line that was changed or taken out later is
 * found. A reader writes them after the deeds, since a chain inside the requests would make them wait for each other.
 */
export const sealer: EventReader = {
  name: 'seals',
  async read(db, position) {
    const { lines, last } = await linesAfter(db, position);
    if (last === undefined) return position;
    const before = await newestSeal(db);
    const hash = sealOf(before, lines);
    await db.execute(sql`insert into event_seals (up_to, hash, sealed_at) values (${last}, ${hash}, now())`);
    return last;
  },
};

const most_lines = 1000;

async function linesAfter(
  db: Db,
  position: number,
  up_to?: number,
): Promise<{ lines: string[]; last: number | undefined }> {
  const { rows } = await db.execute<{ position: number; line: string }>(sql`
    select position, concat_ws('|', position, extract(epoch from at), kind, audience, ticket_number, school_id,
      person_id, session_id, token_id, acting_as, facts::text, caller) as line
    from events where position > ${position} ${up_to === undefined ? sql`` : sql`and position <= ${up_to}`}
    order by position ${up_to === undefined ? sql`limit ${most_lines}` : sql``}`);
  return { lines: rows.map(row => row.line), last: rows.at(-1) && Number(rows.at(-1)!.position) };
}

async function newestSeal(db: Db): Promise<Buffer> {
  const { rows } = await db.execute<{ hash: Buffer }>(
    sql`select hash from event_seals order by up_to desc limit 1`,
  );
  return rows[0]?.hash ?? Buffer.alloc(32);
}

const sealOf = (before: Buffer, lines: readonly string[]): Buffer =>
  createHash('sha256').update(before).update(lines.join('\n')).digest();

/** Whether the story still is what was sealed; else the first seal that does not hold, by its last position. */
export async function brokenSeal(db: Db): Promise<number | undefined> {
  const { rows } = await db.execute<{ up_to: number; hash: Buffer }>(
    sql`select up_to, hash from event_seals order by up_to`,
  );
  let from = 0;
  let before: Buffer = Buffer.alloc(32);
  for (const seal of rows) {
    const { lines } = await linesAfter(db, from, Number(seal.up_to));
    if (!sealOf(before, lines).equals(seal.hash)) return Number(seal.up_to);
    from = Number(seal.up_to);
    before = seal.hash;
  }
  return undefined;
}
