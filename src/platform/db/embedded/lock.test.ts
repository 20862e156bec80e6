import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from './lock.ts';

let folder: string;
const lockFile = () => `${folder}.lock`;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'lock-')), 'database');
});
afterEach(() => rmSync(dirname(folder), { recursive: true }));

/** Our own lock's content, changed: as if somebody else had left it. */
async function leaveLock(changes: object) {
  const lock = await lockFolder(folder);
  const mine = JSON.parse(readFileSync(lockFile(), 'utf8')) as object;
  lock.release();
  writeFileSync(lockFile(), JSON.stringify({ ...mine, ...changes }));
}

test('a locked folder is refused, naming the process, until it is released', async () => {
  const lock = await lockFolder(folder);
  const second = lockFolder(folder);
  await expect(second).rejects.toThrow(FolderInUse);
  await expect(second).rejects.toThrow(
    `in use by process ${process.pid} (on this computer): stop that first`,
  );
  lock.release();
  (await lockFolder(folder)).release();
  expect(readdirSync(dirname(folder))).toEqual([]);
});

test('the lock of a dead process is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  await leaveLock({ pid });
  (await lockFolder(folder)).release();
});

test('a process number that now belongs to another process does not hold the lock', async () => {
  await leaveLock({ pid: process.ppid, started: '1' });
  (await lockFolder(folder)).release();
});

test('a lock that a power failure cut short is taken over', async () => {
  writeFileSync(lockFile(), '');
  (await lockFolder(folder)).release();
});

test('of many who want a stale lock, one gets it', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  await leaveLock({ pid });
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
  const locks = tries.flatMap(tried => (tried.status === 'fulfilled' ? [tried.value] : []));
  expect(locks).toHaveLength(1);
  locks[0]!.release();
});

test('another container that gives signs of life keeps its lock', { timeout: 20_000 }, async () => {
  await leaveLock({ pid: 1, place: 'other-container 1 2' });
  const beat = setInterval(() => utimesSync(lockFile(), new Date(), new Date()), 300);
  await expect(lockFolder(folder)).rejects.toThrow('in use by process 1 (elsewhere: other-container)');
  clearInterval(beat);
});

test('another container that gives none loses it', { timeout: 20_000 }, async () => {
  await leaveLock({ pid: 1, place: 'other-container 1 2' });
  const lock = await lockFolder(folder, 800);
  lock.release();
  expect(existsSync(lockFile())).toBe(false);
});
