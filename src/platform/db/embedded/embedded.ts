import pg from 'pg';
import { type Bridge, startBridge } from './bridge.ts';
import { checkFolder } from './folder.ts';
import { lockFolder } from './lock.ts';
import type { WorkerStats } from './messages.ts';

export interface EmbeddedOptions {
  /** Where the database is kept; created when absent. Without it the database is in memory and ends with `stop`. */
  folder?: string;
  /** What an in-memory database starts from: the bytes that `snapshot()` of another one gave. */
  snapshot?: Uint8Array;
  /** After how many seconds a transaction that is left open and idle is rolled back. 30 unless told. */
  idleTransactionSeconds?: number;
  /** How long `stop` waits for clients to be released. Five seconds unless told. */
  stopSeconds?: number;
  /** The database broke or its thread ended, and every query fails from now on: the program should end, and say why. */
  onLost?: (error: Error) => void;
  /** Something to log: an idle transaction was ended, a connection was lost. */
  onWarning?: (sentence: string) => void;
}

/** The embedded database, running. */
export interface Embedded {
  /** Plain `pg`: as on a server, but for COPY, session-wide settings, and named statements outside a transaction. */
  pool: pg.Pool;
  /** PostgreSQL's version, such as `18.3`. */
  serverVersion: string;
  /** Waits up to five seconds for the pool's clients to be released, then closes the database and frees its folder. */
  stop(): Promise<void>;
  /** Everything committed until now, as bytes to start in-memory databases from. */
  snapshot(): Promise<Uint8Array>;
  /** What a server's autovacuum and checkpointer would do. Everybody else waits meanwhile, so: at night. */
  maintain(): Promise<void>;
  stats(): Promise<WorkerStats>;
}

const connections = 10;
const checkpointMinutes = 5;

/**
 * Starts PostgreSQL inside this process, in a thread of its own.
 * Throws Misconfigured when the folder is in use, is not a database, or is one of another PostgreSQL version.
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const {
    folder,
    snapshot,
    idleTransactionSeconds = 30,
    stopSeconds = 5,
    onLost = () => {},
    onWarning = () => {},
  } = options;
  if (folder && snapshot) throw new Error('a snapshot starts an in-memory database only');
  const lock = folder ? await lockFolder(folder) : undefined;
  try {
    if (folder) checkFolder(folder);
    const bridge = await startBridge({ folder, snapshot, idleTransactionSeconds }, onLost);
    const pool = openPool(bridge, onWarning);
    const checkpoints = folder ? checkpointRegularly(pool, onWarning) : undefined;
    return {
      pool,
      serverVersion: bridge.serverVersion,
      snapshot: () => bridge.ask('snapshot'),
      stats: () => bridge.ask('stats'),
      maintain: async () => {
        await pool.query('vacuum (analyze)');
        await pool.query('checkpoint');
      },
      stop: async () => {
        clearInterval(checkpoints);
        await stop(pool, bridge, stopSeconds).finally(() => lock?.release());
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Which named statements the session has: what one client has parsed is there for all, as they share the session. */
type Statements = Record<string, string>;

function openPool(bridge: Bridge, onWarning: (sentence: string) => void): pg.Pool {
  const pool = new pg.Pool({
    stream: bridge.connect as never, // typed as a socket; pg needs no more than our duplex has
    user: 'postgres',
    database: 'postgres',
    max: connections,
    idleTimeoutMillis: 0,
  });
  const known: Statements = {};
  pool.on('connect', client => {
    (client as unknown as { connection: { parsedStatements: Statements } }).connection.parsedStatements =
      known;
  });
  // Without a listener a lost connection would end the process; the pool replaces it by itself.
  pool.on('connect', client => {
    client.once('error', error => onWarning(error.message)); // the first one has the reason
    client.on('error', () => {});
  });
  pool.on('error', () => {});
  return pool;
}

/** Nobody does it inside PGlite, so that the log of changes would grow until the night, and a restart after a crash take long. */
function checkpointRegularly(pool: pg.Pool, onWarning: (sentence: string) => void): NodeJS.Timeout {
  const checkpoint = () => void pool.query('checkpoint').catch((error: Error) => onWarning(error.message));
  return setInterval(checkpoint, checkpointMinutes * 60_000).unref();
}

async function stop(pool: pg.Pool, bridge: Bridge, stopSeconds: number): Promise<void> {
  const waited = new Promise(settle => setTimeout(settle, stopSeconds * 1000).unref());
  await Promise.race([pool.end(), waited]);
  await bridge.ask('stop').catch(() => {}); // already lost: what was acknowledged is on disk
  await bridge.terminate();
}
