import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a demo town that nobody has been in yet. */
    town_folder: string;
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
}

/** Starts the built program as a person would, on a free port, and waits until it says that it is open. */
export async function startServer(args: readonly string[], home?: Home): Promise<Started> {
  const folder = home?.folder ?? (await mkdtemp(join(tmpdir(), 'firstline-journey-')));
  const server = spawn(process.execPath, ['dist/server/start.js', ...args], {
    env: {
      ...process.env,
      PORT: home?.port ?? '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: '',
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

/** Builds the demo town once; each file starts from a copy of its folder (town.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-town-'));
  const built = await startServer(['--demo'], { folder, port: '0' });
  await built.leave();
  project.provide('town_folder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
