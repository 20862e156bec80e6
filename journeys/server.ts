import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#testing/postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A demo town that nobody has been in yet: its folder, and the server that has its database `town`. */
    unvisited: { folder: string; server: string | undefined };
  }
}

/** A built server of its own, in a folder that goes with it. */
export interface Started {
  address: string;
  /** All that it printed, the one-time code too. */
  said: () => string;
  stop: () => Promise<void>;
  /** Ends it and leaves its folder. */
  leave: () => Promise<void>;
  /** As a power cut: nothing is finished. */
  kill: () => Promise<void>;
}

/** Where a server lives that is started again after a kill: the same folder and the same address. */
export interface Home {
  folder: string;
  port: string;
  /** Of a PostgreSQL server; without one it has the embedded database. */
  database?: string | undefined;
  /** Where the built program is, when it is not in `dist`. */
  build?: string;
}

/** Starts the built program as a person would, on a free port, and waits until it says that it is open. */
export async function startServer(args: readonly string[], home?: Home): Promise<Started> {
  const folder = home?.folder ?? (await mkdtemp(join(tmpdir(), 'firstline-journey-')));
  const server = spawn(process.execPath, [join(home?.build ?? 'dist', 'server/start.js'), ...args], {
    env: {
      ...process.env,
      PORT: home?.port ?? '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: home?.database ?? '',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  const address = await opened(server, () => said);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ended = new Promise(settle => server.once('exit', settle));
    server.kill(signal);
    await ended;
  };
  return {
    address,
    said: () => said,
    async stop() {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
    leave: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** A first start builds the town; on a busy computer that takes minutes. */
async function opened(server: ChildProcess, said: () => string): Promise<string> {
  for (let tries = 0; tries < 1800; tries++) {
    const address = /open at (http:\S+)/.exec(said())?.[1];
    if (address) return address;
    if (server.exitCode !== null) break;
    await new Promise(settle => setTimeout(settle, 100));
  }
  throw new Error(`the server did not open:\n${said()}`);
}

export const databaseOf = (server: string, name: string): string =>
  Object.assign(new URL(server), { pathname: `/${name}` }).toString();

/**
 * Builds the demo town once; each file starts from a copy of it (town.ts). On a PostgreSQL server, where there is one: a
 * start takes half of the time then. Journeys that start a server of their own have the embedded database.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-town-'));
  const postgres = await startPostgres();
  const server = postgres?.url;
  if (server) await onServer(server, 'create database town');
  const database = server && databaseOf(server, 'town');
  const built = await startServer(['--demo'], { folder, port: '0', database });
  await built.leave();
  project.provide('unvisited', { folder, server });
  return async () => {
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

export async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
