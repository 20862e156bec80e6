import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Config } from '../config.ts';
import { startEmbedded } from './embedded/embedded.ts';
import { planned } from './planned.ts';

/** A transaction's queries, or the owner's outside of one. */
export type Db = NodePgDatabase;

/** As whom a transaction acts: a role without login, and settings that the rows' policies read. */
export interface Actor {
  role: string;
  settings: Record<string, string>;
}

export interface Database {
  /** As the owner, outside the second wall: sign-in, migrations, the jobs' own tables. */
  owner: Db;
  pool: pg.Pool;
  embedded: boolean;
  /** One transaction in the actor's role; rolled back when `work` throws. */
  transact<T>(actor: Actor, work: (db: Db) => Promise<T>): Promise<T>;
  /** VACUUM and CHECKPOINT where nobody else does them (the embedded database has no autovacuum). */
  maintain(): Promise<void>;
  stop(): Promise<void>;
}

export interface Walls {
  /** Whether transactions take their actor's role. Only the sweep of the walls ever turns it off. */
  database: boolean;
}

// Numbers of rows and positions fit a double; PostgreSQL's int8 comes as text otherwise.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** What the database tells outside of any query. */
export interface Troubles {
  /** It is gone for good: the program should end and say why. */
  onLost: (error: Error) => void;
  onWarning: (sentence: string) => void;
}

/**
 * Opens the configured database: a server by URL, else the embedded one in `<data_dir>/database`. Throws Misconfigured
 * when that folder is in use, holds something else, or is of another PostgreSQL version.
 */
export async function openDatabase(
  config: Pick<Config, 'database_url' | 'data_dir'>,
  troubles: Troubles = { onLost: () => {}, onWarning: () => {} },
): Promise<Database> {
  await mkdir(config.data_dir, { recursive: true, mode: 0o700 });
  if (config.database_url) {
    const pool = new pg.Pool({ connectionString: config.database_url, max: 12, keepAlive: true });
    // A lost connection fails its queries, and the pool opens another; without listeners it would end the process.
    pool.on('connect', client => client.on('error', error => troubles.onWarning(error.message)));
    pool.on('error', () => {});
    return databaseOn(pool, { embedded: false, maintain: async () => {}, stop: () => pool.end() });
  }
  const embedded = await startEmbedded({ folder: join(config.data_dir, 'database'), ...troubles });
  return databaseOn(embedded.pool, { embedded: true, maintain: embedded.maintain, stop: embedded.stop });
}

type Kind = Pick<Database, 'embedded' | 'maintain' | 'stop'>;

/** The same face over any pool. */
export function databaseOn(pool: pg.Pool, kind: Kind, walls: Walls = { database: true }): Database {
  return {
    ...kind,
    pool,
    owner: drizzle(pool),
    transact: (actor, work) => {
      const acting = walls.database ? actor : { ...actor, role: '' };
      return transactOn(pool, acting, client => work(drizzle(planned(client, acting.role))));
    },
  };
}

async function transactOn<T>(
  pool: pg.Pool,
  actor: Actor,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(opening(actor));
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * The server does not compile our statements: it does so by what a plan might cost, and with row security's subqueries,
 * which few rows ever reach, that took 1.5 s for a list read in 10 ms.
 */
const never_compiled = 'set local jit = off';

/**
 * BEGIN, role and settings in one round trip. Without settings nothing is queried yet, and the isolation level may still
 * be set.
 */
function opening({ role, settings }: Actor): string {
  const steps = ['begin', never_compiled];
  if (role) steps.push(`set local role ${pg.escapeIdentifier(role)}`);
  const set = Object.entries(settings).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  if (set.length > 0) steps.push(`select ${set.join(', ')}`);
  return steps.join('; ');
}

/** The SQLSTATE of a failed query, however deep the driver wrapped it. */
export function sqlState(error: unknown): string | undefined {
  const seen = error as { code?: unknown; cause?: unknown } | undefined;
  if (typeof seen?.code === 'string' && /^[0-9A-Z]{5}$/.test(seen.code)) return seen.code;
  return seen?.cause ? sqlState(seen.cause) : undefined;
}
