import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { openBackup } from '#platform/db/backup/checking.ts';
import {
  format_name,
  formatLine,
  manifest_name,
  uploadName,
  type Manifest,
} from '#platform/db/backup/manifest.ts';
import { sqlState, type Database } from '#platform/db/database.ts';
import { lockFolder } from '#platform/db/embedded/lock.ts';
import { backup, scope } from '../main.backup.ts';
import { contentOf, rewrite } from './backup/contents.ts';
import { next_odd, odd_table } from './backup/odd-table.ts';
import { openRig, uploadsOf, type Rig } from './backup/rig.ts';

const on_server = 'server' in inject('town');

let rig: Rig;
let all: string[];
beforeAll(async () => {
  rig = await openRig();
  all = Object.keys(rig.manifest.tables);
});
afterAll(() => rig?.close());

describe('A backup', () => {
  test('holds every table, but for those that are left out by name', async () => {
    const { rows } = await rig.house.database.pool.query(
      `select table_name as name from information_schema.tables where table_type = 'BASE TABLE'
         and table_schema not in ('pg_catalog', 'information_schema', 'jobs') order by 1`,
    );
    expect([...all, ...Object.keys(scope.left_out)].sort()).toEqual(rows.map(({ name }) => name));
  });

  test('holds every upload and every row, and no session', async () => {
    expect(Object.keys(rig.manifest.files)).toHaveLength(3);
    const { rows } = await rig.house.database.pool.query(
      'select (select count(*) from events) as events, (select count(*) from sessions) as sessions',
    );
    expect(rig.manifest.tables.events!.rows).toBe(rows[0].events);
    expect(rows[0].sessions).toBeGreaterThan(0);
  });

  test('is read and written by its owner alone, and never over another file', async () => {
    expect((await stat(rig.saved)).mode & 0o777).toBe(0o600);
    await expect(rig.save(rig.house.database, rig.saved, uploadsOf(rig.house))).rejects.toThrow(
      'is there already',
    );
  });

  test('is refused when an upload that a row names is missing, and leaves nothing', async () => {
    const uploads = await mkdtemp(join(rig.folder, 'none-'));
    const file = join(rig.folder, 'missing.backup');
    await expect(rig.save(rig.house.database, file, uploads)).rejects.toThrow(
      /3 of the uploaded files cannot be found, such as .*[0-9a-f]{64}/,
    );
    expect((await readdir(rig.folder)).filter(name => name.startsWith('missing'))).toEqual([]);
  });

  test('is refused when an upload has other bytes than it had', async () => {
    const sha256 = Object.keys(rig.manifest.files)[0]!;
    const uploads = join(rig.folder, 'flipped');
    for (const each of Object.keys(rig.manifest.files)) {
      await mkdir(join(uploads, each.slice(0, 2)), { recursive: true });
      const content = await readFile(join(uploadsOf(rig.house), each.slice(0, 2), each));
      await writeFile(join(uploads, each.slice(0, 2), each), each === sha256 ? 'other' : content);
    }
    await expect(rig.save(rig.house.database, join(rig.folder, 'flipped.backup'), uploads)).rejects.toThrow(
      `${sha256} is damaged`,
    );
  });

  test('is refused while the server has the embedded database', async () => {
    const data_dir = await mkdtemp(join(rig.folder, 'running-'));
    await mkdir(join(data_dir, 'database'));
    const lock = await lockFolder(join(data_dir, 'database'));
    expect(await said({ DATA_DIR: data_dir }, [join(data_dir, 'x.backup')])).toContain(
      'Stop it first, then run the backup again.',
    );
    lock.release();
    expect(existsSync(join(data_dir, 'x.backup'))).toBe(false);
  });

  test('is refused where there is no database, and makes none', async () => {
    const data_dir = join(rig.folder, 'nowhere');
    expect(await said({ DATA_DIR: data_dir }, [])).toContain('There is no database in');
    expect(existsSync(data_dir)).toBe(false);
  });
});

/** What the command says when it refuses. */
async function said(env: Record<string, string>, args: string[]): Promise<string> {
  for (const [name, value] of Object.entries({ DATABASE_URL: '', ...env })) vi.stubEnv(name, value);
  const heard = vi.spyOn(console, 'error').mockImplementation(() => {});
  await backup(args);
  const words = heard.mock.calls.join('\n');
  expect(process.exitCode).toBe(1);
  process.exitCode = undefined;
  heard.mockRestore();
  vi.unstubAllEnvs();
  return words;
}

describe('A restore', () => {
  test('brings back every row and upload as it was, from one PostgreSQL into another', async () => {
    const before = await contentOf(rig.house.database, all);
    let last = { file: rig.saved, manifest: rig.manifest };
    for (const kind of on_server
      ? (['embedded', 'postgres', 'embedded'] as const)
      : (['embedded'] as const)) {
      const database = await rig.empty(kind);
      last = await rig.through(database, last.file);
      expect(last.manifest).toEqual(rig.manifest);
      expect(await contentOf(database, all)).toEqual(before);
      await goesOn(database);
    }
  });

  if (on_server)
    test('needs no superuser, though row security is forced on the owner', async () => {
      const owner = `owner_${randomBytes(4).toString('hex')}`;
      await rig.admin(`create role ${owner} login createrole`);
      await rig.admin(
        `grant firstline_desk, firstline_school, firstline_software to ${owner} with admin option`,
      );
      const database = await rig.empty('postgres', owner);
      expect((await rig.through(database, rig.saved)).manifest).toEqual(rig.manifest);
      const { rows } = await database.pool.query(`select row_security_active('tickets') as walled`);
      expect(rows[0].walled).toBe(true);
      await expect(rig.restore(database, rig.saved)).rejects.toThrow('is in use: its table events has rows');
      await database.pool.query(
        'create table hidden (id integer primary key); alter table hidden enable row level security, force row level security',
      );
      const never = rig.save(database, join(rig.folder, 'never.backup'), rig.folder);
      await expect(never).rejects.toThrow('Row security hides rows of the table hidden');
    });

  test('is refused where people work already, and changes nothing', async () => {
    const before = await contentOf(rig.house.database, all);
    await expect(rig.restore(rig.house.database, rig.saved)).rejects.toThrow(
      'This installation is in use: its table events has rows.',
    );
    expect(await contentOf(rig.house.database, all)).toEqual(before);
  });

  test('is refused with a file in which one byte is another, wherever it is', async () => {
    const good = await readFile(rig.saved);
    const places = Array.from({ length: 40 }, (_, index) => Math.floor((good.length * index) / 40));
    const starts = [150, 520, 600];
    const ends = [1, 1024, 1025, 1500, 1536, 1600, 2048, 2049].map(back => good.length - back);
    const file = join(rig.folder, 'damaged.backup');
    for (const place of [...starts, ...places, ...ends]) {
      const bad = Buffer.from(good);
      bad[place]! ^= 1 << (place % 8);
      await writeFile(file, bad);
      await expect(openBackup(file), `byte ${place}`).rejects.toThrow(/is damaged|is not a backup/);
    }
  });

  test('is refused with a file that was cut short, or that goes on after its end', async () => {
    const file = join(rig.folder, 'cut.backup');
    const good = await readFile(rig.saved);
    const middle = Math.floor(good.length / 2);
    for (const length of [0, 100, 1024, 2048, middle, good.length - 1024, good.length - 1]) {
      await writeFile(file, good);
      await truncate(file, length);
      await expect(openBackup(file), `${length} bytes`).rejects.toThrow(/is damaged|is not a backup/);
    }
    await writeFile(file, Buffer.concat([good, Buffer.alloc(512)]));
    await expect(openBackup(file)).rejects.toThrow('is damaged');
  });

  test('is refused with a file of another format, of another migration, or that is something else', async () => {
    const other = await rewrite(rig.saved, join(rig.folder, 'format.backup'), {
      [format_name]: () => Buffer.from(formatLine(2)),
    });
    await expect(openBackup(other)).rejects.toThrow('is of format 2, and this Firstline reads format 1');
    const later = await rewrite(rig.saved, join(rig.folder, 'later.backup'), inManifest({ migration: 99 }));
    await expect(openBackup(later)).rejects.toThrow(/of migration 99 .*this Firstline is of migration \d+/);
    await expect(openBackup(join(rig.folder, 'absent'))).rejects.toThrow('cannot be read (ENOENT)');
    await writeFile(join(rig.folder, 'letter.backup'), 'Dear school');
    await expect(openBackup(join(rig.folder, 'letter.backup'))).rejects.toThrow(
      'is not a backup of Firstline',
    );
  });

  test('is refused when the content is not what the manifest says', async () => {
    const tables = { ...rig.manifest.tables, schools: { ...rig.manifest.tables.schools!, rows: 99 } };
    await expect(
      openBackup(await rewrite(rig.saved, join(rig.folder, 'rows.backup'), inManifest({ tables }))),
    ).rejects.toThrow('the rows of schools');
    const upload = uploadName(Object.entries(rig.manifest.files).find(([, size]) => size === 4)![0]);
    const forged = await rewrite(rig.saved, join(rig.folder, 'forged.backup'), {
      [upload]: () => Buffer.from('c,d\n'),
    });
    await expect(openBackup(forged)).rejects.toThrow(upload);
    const { odd: _, ...fewer } = rig.manifest.tables;
    await expect(
      openBackup(await rewrite(rig.saved, join(rig.folder, 'more.backup'), inManifest({ tables: fewer }))),
    ).rejects.toThrow('tables/odd/');
  });

  test('that fails leaves an empty installation as it was, to be tried again', async () => {
    const database = await rig.empty(on_server ? 'postgres' : 'embedded');
    await expect(rig.restore(database, rig.saved)).rejects.toThrow(
      'The table odd is not the one in the backup',
    );
    await database.pool.query(`${odd_table}; alter table schools add check (id < 2)`);
    const before = await contentOf(database, all);
    await expect(rig.restore(database, rig.saved)).rejects.toSatisfy(error => sqlState(error) === '23514');
    expect(await contentOf(database, all)).toEqual(before);
    await database.pool.query(
      'alter table schools drop constraint schools_id_check; insert into installation (created_at) values (now())', // as the first start does
    );
    await rig.restore(database, rig.saved);
    expect(await contentOf(database, all)).toEqual(await contentOf(rig.house.database, all));
  });
});

const inManifest = (change: Partial<Manifest>) => ({
  [manifest_name]: (content: Buffer) =>
    Buffer.from(JSON.stringify({ ...JSON.parse(content.toString()), ...change })),
});

/** Numbers rise from where they were, and the story is still append-only. */
async function goesOn({ owner, pool }: Database): Promise<void> {
  await owner.transaction(async db => {
    const { rows } = await db.execute<{ position: number; newest: number }>(
      sql`select nextval('event_positions') as position, (select max(position) from events) as newest`,
    );
    expect(Number(rows[0]!.position)).toBeGreaterThan(Number(rows[0]!.newest));
    const { rows: odd } = await db.execute<{ id: string }>(
      sql`insert into odd (text) values ('next') returning id::text`,
    );
    expect(odd[0]!.id).toBe(next_odd);
    await db.execute(sql`delete from odd where text = 'next'`);
  });
  await expect(pool.query('delete from events')).rejects.toThrow('append-only');
}
