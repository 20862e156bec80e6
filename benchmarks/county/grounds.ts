import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate, readMigrations } from '#platform/db/migrations.ts';
import { startEmbedded } from '#platform/db/embedded/embedded.ts';
import { startPostgres } from '#testing/postgres-server.ts';
import { edition, fillCounty } from '../generator.ts';
import { endNow, postmasterOf, whileDown, type Postmaster } from '../programs/postmaster.ts';

export const databases = ['postgres', 'embedded'] as const;
export type DatabaseName = (typeof databases)[number];

/** On how many servers at once a database can be tried: the embedded one is a server's own. */
export const servers_on: Record<DatabaseName, number> = { postgres: 2, embedded: 1 };

/** Where a server may run: copies of one county, each server with its own. */
export interface Grounds {
  /** A fresh copy, as the environment of the server that is to run on it. */
  copy: () => Promise<Place>;
  /** PostgreSQL's first process; undefined when the database is inside the server. */
  postmaster: () => Postmaster | undefined;
  /** The database's computer loses power and starts again; only on PostgreSQL. */
  powerCut: () => Promise<void>;
  close: () => Promise<void>;
}
export type Place = { DATA_DIR: string; DATABASE_URL: string };

const kept_in = join(tmpdir(), 'firstline-benchmarks');

/** What a county has beside the usual; it is kept under this name. */
export interface More {
  name: string;
  fill: (client: pg.PoolClient, now: Date) => Promise<void>;
}

/** The county with so many tickets on a database; made once, then kept in the system's folder for what is temporary. */
export async function openGrounds(database: DatabaseName, tickets: number, more?: More): Promise<Grounds> {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-bench-'));
  const migrations = (await readMigrations()).map(({ sha256 }) => sha256).join();
  const history = createHash('sha256').update(migrations).digest('hex').slice(0, 12);
  const named = more ? `-${more.name}` : '';
  const kept = join(kept_in, `${database}-${tickets}-${history}-${edition}${named}`);
  const making = (pool: pg.Pool) => fill(pool, tickets, more);
  mkdirSync(kept_in, { recursive: true, mode: 0o711 });
  return database === 'postgres' ? onServer(folder, kept, making) : inFolder(folder, kept, making);
}

/** Copied with owners and times; appears under its name only when it is whole. */
function copyFolder(from: string, to: string): void {
  rmSync(`${to}.unfinished`, { recursive: true, force: true });
  const { status, stderr } = spawnSync('cp', ['-a', '--reflink=auto', from, `${to}.unfinished`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`cp failed: ${stderr}`);
  renameSync(`${to}.unfinished`, to);
}

type Making = (pool: pg.Pool) => Promise<void>;

async function inFolder(folder: string, kept: string, making: Making): Promise<Grounds> {
  if (!existsSync(kept)) {
    const first = join(folder, 'county');
    const embedded = await startEmbedded({ folder: first });
    await making(embedded.pool);
    await embedded.stop();
    copyFolder(first, kept);
  }
  let copies = 0;
  return {
    copy: async () => {
      const DATA_DIR = join(folder, `copy${++copies}`);
      mkdirSync(DATA_DIR);
      copyFolder(kept, join(DATA_DIR, 'database'));
      return { DATA_DIR, DATABASE_URL: '' };
    },
    postmaster: () => undefined,
    powerCut: async () => {},
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function onServer(folder: string, kept: string, making: Making): Promise<Grounds> {
  const server = await startPostgres({ durable: true });
  if (!server) throw new Error('no PostgreSQL 15 or newer was found (set PG_BIN to its bin folder)');
  let postmaster = await postmasterOf(server.url);
  const urlOf = (name: string) => Object.assign(new URL(server.url), { pathname: `/${name}` }).toString();
  const bringKept = () => {
    rmSync(postmaster.folder, { recursive: true });
    copyFolder(kept, postmaster.folder);
  };
  if (existsSync(kept)) postmaster = await whileDown(postmaster, 'SIGINT', bringKept);
  else {
    await query(server.url, 'create database county');
    const pool = new pg.Pool({ connectionString: urlOf('county') });
    // The postmaster stops while the last connection still takes its leave.
    pool.on('connect', client => client.on('error', () => {}));
    pool.on('error', () => {});
    await making(pool);
    await pool.end();
    postmaster = await whileDown(postmaster, 'SIGINT', () => copyFolder(postmaster.folder, kept));
  }
  let copies = 0;
  return {
    copy: async () => {
      const name = `copy${++copies}`;
      await query(server.url, `create database ${name} template county`);
      await query(server.url, 'checkpoint');
      return { DATA_DIR: join(folder, name), DATABASE_URL: urlOf(name) };
    },
    postmaster: () => postmaster,
    powerCut: async () => void (postmaster = await whileDown(postmaster, 'SIGKILL')),
    close: async () => {
      await endNow(postmaster);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fill(pool: pg.Pool, tickets: number, more: More | undefined): Promise<void> {
  await migrate(pool);
  const client = await pool.connect();
  const now = new Date();
  try {
    await fillCounty(client, tickets, now);
    await more?.fill(client, now);
  } finally {
    client.release();
  }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
