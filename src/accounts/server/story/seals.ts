import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';

/**
 * Seals over an append-only log: each covers its lines and the seal before, so a line that was changed or taken out
 * later is found. A reader writes them after the deeds, since a chain inside the requests would make them wait for
 * each other.
 */

/** The logs that are sealed: each a table whose `position` rises in commit order, and what of a line is sealed. */
const logs = {
  events: sql`position, extract(epoch from at), kind, audience, ticket_number, school_id, person_id, session_id,
    token_id, acting_as, facts::text, caller`,
  accesses: sql`position, extract(epoch from at), ticket_number, school_id, person_id, session_id, token_id, how`,
} satisfies Record<string, SQL>;
export type Log = keyof typeof logs;
export const log_names = Object.keys(logs) as Log[];

const sealer = (log: Log): EventReader => ({
  name: log === 'events' ? 'seals' : `seals-${log}`,
  every_seconds: 5,
  async read(db, position) {
    const { lines, last } = await linesAfter(db, log, position);
    if (last === undefined) return position;
    const before = await newestSeal(db, log);
    const hash = sealOf(before?.hash ?? no_hash, lines);
    await db.execute(
      sql`insert into seals (log, up_to, hash, sealed_at) values (${log}, ${last}, ${hash}, now())`,
    );
    return last;
  },
});

/** The readers that seal each log every few seconds. */
export const sealers: readonly EventReader[] = log_names.map(sealer);

const most_lines = 1000;
const no_hash: Buffer = Buffer.alloc(32);

async function linesAfter(
  db: Db,
  log: Log,
  position: number,
  up_to?: number,
): Promise<{ lines: string[]; last: number | undefined }> {
  const { rows } = await db.execute<{ position: number; line: string }>(sql`
    select position, concat_ws('|', ${logs[log]}) as line
    from ${sql.identifier(log)} where position > ${position} ${up_to === undefined ? sql`` : sql`and position <= ${up_to}`}
    order by position ${up_to === undefined ? sql`limit ${most_lines}` : sql``}`);
  return { lines: rows.map(row => row.line), last: rows.at(-1) && Number(rows.at(-1)!.position) };
}

interface Seal {
  up_to: number;
  hash: Buffer;
  sealed_at: Date;
}

async function newestSeal(db: Db, log: Log): Promise<Seal | undefined> {
  const { rows } = await db.execute<{ up_to: number; hash: Buffer; sealed_at: string }>(
    sql`select up_to, hash, sealed_at from seals where log = ${log} order by up_to desc limit 1`,
  );
  const row = rows[0];
  return row && { up_to: Number(row.up_to), hash: row.hash, sealed_at: new Date(row.sealed_at) };
}

const sealOf = (before: Buffer, lines: readonly string[]): Buffer =>
  createHash('sha256').update(before).update(lines.join('\n')).digest();

/** What was found of a log: how far it is sealed, and the first seal that does not hold, by its last position. */
export interface Checked {
  log: Log;
  up_to: number;
  sealed_at: Date | null;
  broken: number | null;
}

export async function checkAllSeals(db: Db): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const log of log_names) checked.push(await checkSeals(db, log));
  return checked;
}

/** Whether a log still is what was sealed. Reads all of it, a seal at a time. */
export async function checkSeals(db: Db, log: Log): Promise<Checked> {
  const newest = await newestSeal(db, log);
  const found = { log, up_to: newest?.up_to ?? 0, sealed_at: newest?.sealed_at ?? null };
  let from = 0;
  let before = no_hash;
  for (;;) {
    const { rows } = await db.execute<{ up_to: number; hash: Buffer }>(
      sql`select up_to, hash from seals where log = ${log} and up_to > ${from} order by up_to limit 1`,
    );
    if (!rows[0]) return { ...found, broken: null };
    const up_to = Number(rows[0].up_to);
    const { lines } = await linesAfter(db, log, from, up_to);
    if (!sealOf(before, lines).equals(rows[0].hash)) return { ...found, broken: up_to };
    from = up_to;
    before = rows[0].hash;
  }
}
