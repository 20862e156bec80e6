import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startEmbedded } from './embedded.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const data = mkdtempSync(join(tmpdir(), 'embedded-'));
const fresh = join(data, 'fresh'); // created once, as that takes seconds, and copied for each test
let folder: string;
let nth = 0;

beforeAll(async () => {
  await (await startEmbedded({ folder: fresh })).stop();
});
beforeEach(() => {
  folder = join(data, `database-${(nth += 1)}`);
  cpSync(fresh, folder, { recursive: true });
});
afterAll(() => rmSync(data, { recursive: true }));

test('every commit is synced to disk before it is acknowledged', async () => {
  const { pool, stats, stop } = await startEmbedded({ folder });
  await pool.query('create table item (id integer)');
  const before = (await stats()).syncs;
  for (let id = 0; id < 10; id += 1) await pool.query('insert into item values ($1)', [id]);
  expect((await stats()).syncs - before).toBeGreaterThanOrEqual(10);
  await stop();
});

test('a second start on the same folder is refused, and does no harm to the first', async () => {
  const first = await startEmbedded({ folder });
  await expect(startEmbedded({ folder })).rejects.toThrow(`in use by process ${process.pid}`);
  await first.pool.query('create table item ()');
  await first.stop();
  expect(existsSync(`${folder}.lock`)).toBe(false);
  const second = await startEmbedded({ folder });
  await second.pool.query('select * from item');
  await second.stop();
});

test('a folder of another PostgreSQL version is refused, and left unlocked', async () => {
  writeFileSync(join(folder, 'PG_VERSION'), '16\n');
  await expect(startEmbedded({ folder })).rejects.toThrow('written by PostgreSQL 16');
  expect(existsSync(`${folder}.lock`)).toBe(false);
});

test('a creation that was interrupted is begun anew', async () => {
  renameSync(folder, `${folder}.unfinished`);
  rmSync(join(`${folder}.unfinished`, 'base'), { recursive: true });
  const { pool, stop } = await startEmbedded({ folder });
  await pool.query('select 1');
  await stop();
});

test('a database that breaks says so, and every query fails instead of waiting', async () => {
  const lost: Error[] = [];
  const { pool, stop } = await startEmbedded({ folder, onLost: error => lost.push(error) });
  await pool.query('create table item (id integer)');
  rmSync(join(folder, 'pg_wal'), { recursive: true });
  await expect(pool.query('select pg_switch_wal(); checkpoint')).rejects.toThrow(
    'The embedded database broke',
  );
  await expect(pool.query('select 1')).rejects.toThrow('The embedded database broke');
  expect(lost).toHaveLength(1);
  await stop();
});

/** Inserts the numbers from its argument on, saying each when it is acknowledged. Vite runs our TypeScript on any Node. */
const writer = `
  import { runnerImport } from 'vite';
  const { module } = await runnerImport(${JSON.stringify(fileURLToPath(new URL('./embedded.ts', import.meta.url)))});
  const { pool } = await module.startEmbedded({ folder: process.argv[1] });
  await pool.query('create table if not exists written (n integer)');
  for (let n = Number(process.argv[2]); ; n += 1) {
    await pool.query('insert into written values ($1)', [n]);
    process.stdout.write(n + '\\n');
  }`;

async function writeUntilKilled(from: number, atLeast: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer, folder, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = from - 1;
  for await (const line of createInterface(child.stdout)) {
    acknowledged = Number(line);
    if (acknowledged === from + atLeast) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return acknowledged;
}

test('nothing that was acknowledged is lost when the process is killed', async () => {
  let last = -1;
  for (const atLeast of [50, 200]) last = await writeUntilKilled(last + 1, atLeast);
  expect(last).toBeGreaterThan(250);
  const { pool, stop } = await startEmbedded({ folder });
  const { rows } = await pool.query('select count(distinct n)::int from written where n <= $1', [last]);
  expect(rows).toEqual([{ count: last + 1 }]);
  await stop();
});
