import { spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { childrenOf, runs } from './proc.ts';

/** A PostgreSQL server's first process: enough is known of it to start it again on the same folder. */
export interface Postmaster {
  pid: number;
  folder: string;
  /** Of its database `postgres`; the same when it was started again. */
  url: string;
}

export async function postmasterOf(url: string): Promise<Postmaster> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ folder: string; file: string }>(
    `select current_setting('data_directory') as folder, pg_read_file('postmaster.pid') as file`,
  );
  await client.end();
  return { pid: Number.parseInt(rows[0]!.file), folder: rows[0]!.folder, url };
}

/**
 * Ends it, does something while it is down, and starts it with the same command. `'SIGINT'` is an orderly end;
 * `'SIGKILL'` takes all its processes at once, as a power cut would.
 */
export async function whileDown(
  postmaster: Postmaster,
  signal: 'SIGINT' | 'SIGKILL',
  work: () => void = () => {},
): Promise<Postmaster> {
  const { pid, folder, url } = postmaster;
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  const { uid, gid } = statSync(`/proc/${pid}`);
  const family = [pid, ...childrenOf(pid)];
  if (signal === 'SIGINT') process.kill(pid, signal);
  else for (const each of family) killIfThere(each);
  while (family.some(runs)) await sleep(20);
  rmSync(join(folder, 'postmaster.pid'), { force: true }); // all are gone, but the number of one that nobody waits for is still taken
  work();
  const child = spawn(command[0]!, command.slice(1), { uid, gid, cwd: '/', stdio: 'ignore' });
  const withUs = () => killIfThere(child.pid!);
  process.on('exit', withUs);
  child.once('exit', () => process.off('exit', withUs));
  await untilOpen(url);
  return { pid: child.pid!, folder, url };
}

/** An immediate shutdown. */
export async function endNow({ pid }: Postmaster): Promise<void> {
  if (!runs(pid)) return;
  process.kill(pid, 'SIGQUIT');
  while (runs(pid)) await sleep(20);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ended by itself
  }
}

async function untilOpen(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (tries === 600) throw error;
      await sleep(50);
    }
  }
}
