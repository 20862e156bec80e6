import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { Misconfigured } from '../config.ts';

const folder = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../../migrations/' : '../../migrations/', import.meta.url),
);

/** One server migrates at a time; the lock ends with the transaction. */
const alone = 'select pg_advisory_xact_lock(7315000)';

export interface Migration {
  number: number;
  name: string;
  sql: string;
  sha256: string;
}

/** The one history: `migrations/NNNN_name.sql`, numbered from 1 without a gap. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.slice(0, 4));
      if (number !== index + 1) throw new Error(`migrations/${name} should have number ${index + 1}`);
      const sql = await readFile(folder + name, 'utf8');
      return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database to this build's migration, each step in its own transaction, under a lock, so that two
 * servers may start at once. Refuses a database that a newer build has written, or whose history is another.
 */
export async function migrate(pool: pg.Pool): Promise<{ number: number; applied: string[] }> {
  const migrations = await readMigrations();
  const applied: string[] = [];
  await pool.query(`
    begin; ${alone};
    create table if not exists migrations (
      number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now()
    );
    commit`);
  for (const migration of migrations) if (await applyOnce(pool, migration)) applied.push(migration.name);
  const { rows } = await pool.query<{ newest: number }>(
    'select coalesce(max(number), 0) as newest from migrations',
  );
  const newest = rows[0]!.newest;
  if (newest > migrations.length)
    throw new Misconfigured([
      `the database was written by a newer Firstline (migration ${newest}; this one knows ${migrations.length}): start that version`,
    ]);
  return { number: migrations.length, applied };
}

async function applyOnce(pool: pg.Pool, migration: Migration): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query(`begin; ${alone}`);
    const { rows } = await client.query<{ sha256: string }>(
      'select sha256 from migrations where number = $1',
      [migration.number],
    );
    if (rows[0]) {
      await client.query('rollback');
      if (rows[0].sha256 !== migration.sha256)
        throw new Misconfigured([
          `migration ${migration.name} is not the one that this database was made with`,
        ]);
      return false;
    }
    await client.query(migration.sql);
    await client.query('insert into migrations (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
