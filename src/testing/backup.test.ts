import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { sealer } from '#accounts/server/story/seals.ts';
import { takeBackup } from '#platform/db/backup.ts';
import { openBackup } from '#platform/db/backup/checking.ts';
import {
  format_name,
  formatLine,
  manifest_name,
  uploadName,
  type Manifest,
} from '#platform/db/backup/manifest.ts';
import { openArchive } from '#platform/db/backup/reading.ts';
import { createArchive } from '#platform/db/backup/writing.ts';
import { databaseOn, sqlState, type Database } from '#platform/db/database.ts';
import { startEmbedded, type Embedded } from '#platform/db/embedded/embedded.ts';
import { lockFolder } from '#platform/db/embedded/lock.ts';
import { migrate } from '#platform/db/migrations.ts';
import { restoreBackup } from '#platform/db/restore.ts';
import { readOn } from '#platform/jobs/readers.ts';
import { backup, scope } from '../main.backup.ts';
import { town_now, urlOf } from './database-for-suite.ts';
import { openHouse, type House } from './house.ts';

const town = inject('town');
const server = 'server' in town ? town.server : undefined;

let house: House;
let embedded: Embedded;
let folder: string;
let saved: string;
let manifest: Manifest;
const opened: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstline-backup-'));
  [house, embedded] = await Promise.all([openHouse(), startEmbedded()]);
  const [maria, nadia] = [await house.as('Maria Santos'), await house.as('Nadia Petrov')];
  const files = [
    await uploaded(maria, 'list.csv', 'a,b\n'),
    await uploaded(maria, 'noise.bin', randomBytes(300_000)),
  ];
  const opening = {
    subject: 'Rōpū “ʼÀʼ”',
    description: 'It says\n\u2028 “no”.',
    category: 'attendance',
    impact: 'one_person',
    urgency: 'low',
  };
  const { body: ticket } = await maria.post('/api/tickets', { ...opening, files });
  await nadia.post(`/api/tickets/${ticket.number}/notes`, {
    text: 'Seen.',
    files: [await uploaded(nadia, 'empty.txt', '')],
  });
  await readOn(house.database, actorOf({ side: 'system', job: 'readers' }), sealer);
  await house.database.pool.query(odd_table);
  await house.database.pool.query(odd_rows);
  saved = join(folder, 'town.backup');
  manifest = await takeBackup(house.database, scope, {
    file: saved,
    uploads: uploadsOf(house),
    now: town_now,
  });
});

afterAll(async () => {
  for (const stop of opened.reverse()) await stop();
  await Promise.all([house?.close(), embedded?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

const uploaded = async (by: Awaited<ReturnType<House['as']>>, name: string, content: string | Uint8Array) =>
  (await by.upload(name, content)).body.id as string;

const uploadsOf = ({ config }: House) => join(config.data_dir, 'files');

/** Everything that two PostgreSQLs could spell in two ways, and a table that no code of ours knows. */
const odd_table = `create table odd (
  id bigint generated always as identity (start with 9007199254740993) primary key,
  before bigint references odd, flag boolean, bits bytea, facts jsonb, plain json, names text[], words tsvector,
  at timestamptz, day date, span interval, exact numeric(30, 10), about float8, text text, "Order" uuid,
  loud text generated always as (upper(text)) stored
)`;
const odd_rows = `insert into odd (before, flag, bits, facts, plain, names, words, at, day, span, exact, about, text, "Order") values
  (9007199254740994, true, decode('00ff5c27220a', 'hex'), '{"b": 1.10, "a": "\\u00e9\\\\ \\"", "n": 12345678901234567890}',
   '{"b":1,  "a":"x"}', array['a,b', null, '', 'NULL', '"{}\\'], to_tsvector('simple', 'it''s the \\ cat') || 'x:3A'::tsvector,
   '2026-03-08 02:30:00.123456-08', '0044-03-15 BC', '1 year -2 days 03:04:05.678', 0.1000000001, 0.1::float8 + 0.2, E'a\\tb\\nc\\u2028', gen_random_uuid()),
  (null, null, null, 'null', null, '{}', '', 'infinity', '-infinity', null, 'NaN', '-Infinity', '', null)`;

/** An empty database of either kind, gone after the tests. There is one embedded one, emptied each time: it starts slowly. */
async function emptyDatabase(kind: 'embedded' | 'postgres', as = 'postgres'): Promise<Database> {
  if (kind === 'embedded') {
    await embedded.pool.query('drop schema public cascade; create schema public');
    return databaseOn(embedded.pool, { embedded: true, ...embedded });
  }
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} owner ${as}`);
  const url = Object.assign(new URL(urlOf(server!, name)), { username: as });
  const pool = new pg.Pool({ connectionString: url.toString() });
  opened.push(() => pool.end());
  return databaseOn(pool, { embedded: false, maintain: async () => {}, stop: () => pool.end() });
}

async function asAdmin(text: string): Promise<void> {
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query(text).finally(() => admin.end());
}

/** Restores a file into an empty database that has the odd table too; answers what a backup of that one says. */
async function through(
  database: Database,
  file: string,
  name: string,
): Promise<{ file: string; manifest: Manifest }> {
  await migrate(database.pool);
  await database.pool.query(odd_table);
  const uploads = join(folder, name);
  const checked = await openBackup(file);
  await restoreBackup(database, scope, checked, uploads).finally(checked.archive.close);
  const next = join(folder, `${name}.backup`);
  return { file: next, manifest: await takeBackup(database, scope, { file: next, uploads, now: town_now }) };
}

/** The rows themselves, spelled by PostgreSQL and by none of our code; keys, triggers and walls as well. */
async function contentOf({ pool }: Database): Promise<Record<string, unknown>> {
  const content: Record<string, unknown> = {};
  for (const name of Object.keys(manifest.tables)) {
    const { rows } = await pool.query(`select each::text from ${name} each order by each::text collate "C"`);
    content[name] = rows;
  }
  const { rows: guards } = await pool.query(`
    select conrelid::regclass || ' ' || pg_get_constraintdef(oid) || convalidated as guard from pg_constraint where contype = 'f'
      and connamespace = current_schema()::text::regnamespace
    union all select tgrelid::regclass || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal
      and tgrelid in (select oid from pg_class where relnamespace = current_schema()::text::regnamespace)
    union all select relname || relrowsecurity || relforcerowsecurity from pg_class where relkind = 'r'
      and relnamespace = current_schema()::text::regnamespace
    order by 1`);
  return { ...content, guards };
}

/** The same backup with something in it replaced, and with a hash that fits. */
async function rewritten(
  name: string,
  replace: Record<string, (content: Buffer) => Buffer>,
): Promise<string> {
  const [from, path] = [await openArchive(saved), join(folder, name)];
  const to = await createArchive(path);
  for (const each of from.entries.keys()) {
    const content = await from.bytes(each);
    await to.addBytes(each, replace[each]?.(content) ?? content);
  }
  await to.finish();
  await from.close();
  return path;
}

const inManifest = (change: Partial<Manifest>) => ({
  [manifest_name]: (content: Buffer) =>
    Buffer.from(JSON.stringify({ ...JSON.parse(content.toString()), ...change })),
});

describe('A backup', () => {
  test('holds every table, but for those that are left out by name', async () => {
    const { rows } = await house.database.pool.query(
      `select table_name as name from information_schema.tables where table_type = 'BASE TABLE'
         and table_schema not in ('pg_catalog', 'information_schema', 'jobs') order by 1`,
    );
    const all = rows.map(({ name }) => name as string);
    expect([...Object.keys(manifest.tables), ...Object.keys(scope.left_out)].sort()).toEqual(all);
  });

  test('holds every upload and every row, and no session', async () => {
    expect(Object.keys(manifest.files)).toHaveLength(3);
    const { rows } = await house.database.pool.query(
      'select (select count(*) from events) as events, (select count(*) from sessions) as sessions',
    );
    expect(manifest.tables.events!.rows).toBe(rows[0].events);
    expect(rows[0].sessions).toBeGreaterThan(0);
  });

  test('is read and written by its owner alone, and never over another file', async () => {
    const file = await open(saved);
    expect((await file.stat()).mode & 0o777).toBe(0o600);
    await file.close();
    await expect(
      takeBackup(house.database, scope, { file: saved, uploads: uploadsOf(house), now: town_now }),
    ).rejects.toThrow('is there already');
  });

  test('is refused when an upload that a row names is missing, and leaves nothing', async () => {
    const uploads = await mkdtemp(join(folder, 'none-'));
    const file = join(folder, 'missing.backup');
    await expect(takeBackup(house.database, scope, { file, uploads, now: town_now })).rejects.toThrow(
      /3 of the uploaded files cannot be found, such as .*[0-9a-f]{64}/,
    );
    expect((await readdir(folder)).filter(name => name.startsWith('missing'))).toEqual([]);
  });

  test('is refused when an upload has other bytes than it had', async () => {
    const sha256 = Object.keys(manifest.files)[0]!;
    const uploads = join(folder, 'flipped');
    for (const each of Object.keys(manifest.files)) {
      await mkdir(join(uploads, each.slice(0, 2)), { recursive: true });
      const content = await readFile(join(uploadsOf(house), each.slice(0, 2), each));
      await writeFile(join(uploads, each.slice(0, 2), each), each === sha256 ? 'other' : content);
    }
    const to = { file: join(folder, 'flipped.backup'), uploads, now: town_now };
    await expect(takeBackup(house.database, scope, to)).rejects.toThrow(`${sha256} is damaged`);
  });

  test('is refused while the server has the embedded database', async () => {
    const data_dir = await mkdtemp(join(folder, 'running-'));
    await mkdir(join(data_dir, 'database'));
    const lock = await lockFolder(join(data_dir, 'database'));
    expect(await said({ DATA_DIR: data_dir }, [join(data_dir, 'x.backup')])).toContain(
      'Stop it first, then run the backup again.',
    );
    lock.release();
    expect(existsSync(join(data_dir, 'x.backup'))).toBe(false);
  });

  test('is refused where there is no database, and makes none', async () => {
    const data_dir = join(folder, 'nowhere');
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
  test(
    'brings back every row and upload as it was, from one PostgreSQL into another',
    { timeout: 30_000 },
    async () => {
      const before = await contentOf(house.database);
      let last = { file: saved, manifest };
      for (const kind of server ? (['embedded', 'postgres', 'embedded'] as const) : (['embedded'] as const)) {
        const database = await emptyDatabase(kind);
        last = await through(database, last.file, `through-${opened.length}-${kind}`);
        expect(last.manifest).toEqual(manifest);
        expect(await contentOf(database)).toEqual(before);
        await goesOn(database);
      }
    },
  );

  test.runIf(server)('needs no superuser, though row security is forced on the owner', async () => {
    const owner = `owner_${randomBytes(4).toString('hex')}`;
    await asAdmin(`create role ${owner} login createrole`);
    await asAdmin(`grant firstline_desk, firstline_school, firstline_software to ${owner} with admin option`);
    const database = await emptyDatabase('postgres', owner);
    const { manifest: again } = await through(database, saved, owner);
    expect(again).toEqual(manifest);
    const { rows } = await database.pool.query(`select row_security_active('tickets') as walled`);
    expect(rows[0].walled).toBe(true);
    await expect(restored(database, saved)).rejects.toThrow('is in use: its table events has rows');
  });

  test('is refused where people work already, and changes nothing', async () => {
    const before = await contentOf(house.database);
    await expect(restored(house.database, saved)).rejects.toThrow(
      'This installation is in use: its table events has rows.',
    );
    expect(await contentOf(house.database)).toEqual(before);
  });

  test('is refused with a file in which one byte is another, wherever it is', async () => {
    const good = await readFile(saved);
    const places = [
      0,
      150,
      520,
      600,
      5000,
      ...Array.from({ length: 30 }, (_, index) => Math.floor((good.length * (index + 1)) / 31)),
    ];
    const ends = [1, 1024, 1025, 1500, 1536, 1600, 2048, 2049].map(back => good.length - back);
    const file = join(folder, 'damaged.backup');
    for (const place of [...places, ...ends]) {
      const bad = Buffer.from(good);
      bad[place]! ^= 1 << (place % 8);
      await writeFile(file, bad);
      await expect(openBackup(file), `byte ${place}`).rejects.toThrow(/is damaged|is not a backup/);
    }
  });

  test('is refused with a file that was cut short, or that goes on after its end', async () => {
    const file = join(folder, 'cut.backup');
    const good = await readFile(saved);
    for (const length of [
      0,
      100,
      1024,
      2048,
      4096,
      Math.floor(good.length / 2),
      good.length - 1024,
      good.length - 1,
    ]) {
      await writeFile(file, good);
      await truncate(file, length);
      await expect(openBackup(file), `${length} bytes`).rejects.toThrow(/is damaged|is not a backup/);
    }
    await writeFile(file, Buffer.concat([good, Buffer.alloc(512)]));
    await expect(openBackup(file)).rejects.toThrow('is damaged');
  });

  test('is refused with a file of another format, of another migration, or that is something else', async () => {
    const other = await rewritten('format.backup', { [format_name]: () => Buffer.from(formatLine(2)) });
    await expect(openBackup(other)).rejects.toThrow('is of format 2, and this Firstline reads format 1');
    const later = await rewritten('later.backup', inManifest({ migration: 99 }));
    await expect(openBackup(later)).rejects.toThrow(/of migration 99 .*this Firstline is of migration \d+/);
    await expect(openBackup(join(folder, 'absent'))).rejects.toThrow('cannot be read (ENOENT)');
    await writeFile(join(folder, 'letter.backup'), 'Dear school');
    await expect(openBackup(join(folder, 'letter.backup'))).rejects.toThrow('is not a backup of Firstline');
  });

  test('is refused when the content is not what the manifest says', async () => {
    const tables = { ...manifest.tables, schools: { ...manifest.tables.schools!, rows: 99 } };
    await expect(openBackup(await rewritten('rows.backup', inManifest({ tables })))).rejects.toThrow(
      'the rows of schools',
    );
    const upload = uploadName(Object.entries(manifest.files).find(([, size]) => size === 4)![0]);
    const forged = await rewritten('forged.backup', { [upload]: () => Buffer.from('c,d\n') });
    await expect(openBackup(forged)).rejects.toThrow(upload);
    const { odd: _, ...fewer } = manifest.tables;
    await expect(openBackup(await rewritten('more.backup', inManifest({ tables: fewer })))).rejects.toThrow(
      'tables/odd/',
    );
  });

  test('that fails leaves an empty installation as it was, to be tried again', async () => {
    const database = await emptyDatabase(server ? 'postgres' : 'embedded');
    await expect(restored(database, saved)).rejects.toThrow('The table odd is not the one in the backup');
    await database.pool.query(`${odd_table}; alter table schools add check (id < 2)`);
    await expect(restored(database, saved)).rejects.toSatisfy(error => sqlState(error) === '23514');
    const left = await contentOf(database);
    for (const name of Object.keys(manifest.tables)) expect(left[name], name).toEqual([]);
    await database.pool.query('alter table schools drop constraint schools_id_check');
    await restored(database, saved);
    expect(await contentOf(database)).toEqual(await contentOf(house.database));
  });
});

async function restored(database: Database, file: string): Promise<void> {
  const checked = await openBackup(file);
  await restoreBackup(database, scope, checked, join(folder, 'restored')).finally(checked.archive.close);
}

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
    expect(odd[0]!.id).toBe('9007199254740995');
    await db.execute(sql`delete from odd where text = 'next'`);
  });
  await expect(pool.query('delete from events')).rejects.toThrow('append-only');
}
