import { setTimeout as rest } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Actor, Database, Db } from '../db/database.ts';

/**
 * A reader follows the events in order and does what comes after them. Its place is a row that moves on in the same
 * transaction as its work: after a crash it goes on where it was, and of two servers one reads at a time.
 */
export interface EventReader {
  name: string;
  /** How often it looks when nothing wakes it; half a minute where nothing is said. */
  every_seconds?: number;
  /** Does its work for the events after `position`; answers the last position it has done, or the same for nothing. */
  read: (db: Db, position: number) => Promise<number>;
}

/** Keeps readers going: `wake` when something happened, and each by itself every so often. */
export function startReaders(
  database: Database,
  actor: Actor,
  readers: readonly EventReader[],
  failed: (error: unknown) => void,
): { wake: () => void; stop: () => Promise<void> } {
  let stopped = false;
  const loops = readers.map(reader => looping(() => readOn(database, actor, reader), failed));
  const wake = () => {
    if (!stopped) for (const loop of loops) loop.wake();
  };
  const timers = loops.map((loop, at) => setInterval(loop.wake, (readers[at]!.every_seconds ?? 30) * 1000));
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      timers.forEach(clearInterval);
      await Promise.all(loops.map(loop => loop.stop()));
    },
  };
}

/** Deeds in quick succession are read together: reading after each by itself costs more than the deeds. */
const rest_ms = 1000;

/** Runs one work at a time and rests after it; a wake in the meantime makes it run once more then. */
function looping(work: () => Promise<void>, failed: (error: unknown) => void) {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await work().catch(failed);
      await rest(rest_ms, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
    } while (again && !stopping.signal.aborted);
    running = undefined;
  };
  return {
    wake() {
      if (running) again = true;
      else running = run();
    },
    stop() {
      stopping.abort();
      return running ?? Promise.resolve();
    },
  };
}

/** Reads on until there is nothing new, or another server is at it. */
export async function readOn(database: Database, actor: Actor, { name, read }: EventReader): Promise<void> {
  await database.transact(actor, db =>
    db.execute(sql`insert into event_readers (name, position) values (${name}, 0) on conflict do nothing`),
  );
  for (let more = true; more;) {
    more = await database.transact(actor, async db => {
      const { rows } = await db.execute<{ position: number }>(
        sql`select position from event_readers where name = ${name} for update skip locked`,
      );
      if (!rows[0]) return false;
      const before = Number(rows[0].position);
      const after = await read(db, before);
      if (after === before) return false;
      await db.execute(sql`update event_readers set position = ${after} where name = ${name}`);
      return true;
    });
  }
}
