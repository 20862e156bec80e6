import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { sealers } from '#accounts/server/story/seals.ts';
import { takeBackup } from '#platform/db/backup.ts';
import { openBackup } from '#platform/db/backup/checking.ts';
import type { Manifest } from '#platform/db/backup/manifest.ts';
import { databaseOn, type Database } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded/embedded.ts';
import { migrate } from '#platform/db/migrations.ts';
import { restoreBackup } from '#platform/db/restore.ts';
import { readOn } from '#platform/jobs/readers.ts';
import { scope } from '../../main.backup.ts';
import type { Client } from '../client.ts';
import { town_now, urlOf } from '../database-for-suite.ts';
import { openHouse, type House } from '../house.ts';
import { odd_rows, odd_table } from './odd-table.ts';

/** A backup of the town, and empty databases to restore it into. */
export interface Rig {
  house: House;
  /** Where the files of the tests go. */
  folder: string;
  /** The backup of the town. */
  saved: string;
  manifest: Manifest;
  /** Where there is no PostgreSQL server to try, undefined. */
  server: string | undefined;
  save: (database: Database, file: string, uploads: string) => Promise<Manifest>;
  /** An empty database, of the owner `as` where that is not the server's superuser. */
  empty: (kind: 'embedded' | 'postgres', as?: string) => Promise<Database>;
  /** As the server's superuser. */
  admin: (text: string) => Promise<void>;
  /** Restores a file; answers the folder that its uploads came into. */
  restore: (database: Database, file: string) => Promise<string>;
  /** Restores a file into an empty database with the odd table; answers a backup of that one. */
  through: (database: Database, file: string) => Promise<{ file: string; manifest: Manifest }>;
  close: () => Promise<void>;
}

export const uploadsOf = ({ config }: House): string => join(config.data_dir, 'files');

export async function openRig(): Promise<Rig> {
  const town = inject('town');
  const server = 'server' in town ? town.server : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'firstline-backup-'));
  const [house, embedded] = await Promise.all([openHouse(), startEmbedded()]);
  const pools: pg.Pool[] = [];
  let files = 0;

  const save: Rig['save'] = (database, file, uploads) =>
    takeBackup(database, scope, { file, uploads, now: town_now });

  const admin = async (text: string) => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(text).finally(() => client.end());
  };

  /** There is one embedded database, emptied each time: it starts slowly. */
  const empty: Rig['empty'] = async (kind, as = 'postgres') => {
    if (kind === 'embedded') {
      await embedded.pool.query('drop schema public cascade; create schema public');
      return databaseOn(embedded.pool, { embedded: true, ...embedded });
    }
    const name = `empty_${randomBytes(6).toString('hex')}`;
    await admin(`create database ${name} owner ${as}`);
    const url = Object.assign(new URL(urlOf(server!, name)), { username: as });
    const pool = new pg.Pool({ connectionString: url.toString() });
    pools.push(pool);
    return databaseOn(pool, { embedded: false, maintain: async () => {}, stop: () => pool.end() });
  };

  const restore: Rig['restore'] = async (database, file) => {
    const uploads = join(folder, `uploads-${++files}`);
    const checked = await openBackup(file);
    await restoreBackup(database, scope, checked, uploads).finally(checked.archive.close);
    return uploads;
  };

  const through: Rig['through'] = async (database, file) => {
    await migrate(database.pool);
    await database.pool.query(odd_table);
    const uploads = await restore(database, file);
    const next = join(folder, `next-${++files}.backup`);
    return { file: next, manifest: await save(database, next, uploads) };
  };

  await furnish(house);
  const saved = join(folder, 'town.backup');
  const manifest = await save(house.database, saved, uploadsOf(house));
  const close = async () => {
    await Promise.all([house.close(), embedded.stop(), ...pools.map(pool => pool.end())]);
    await rm(folder, { recursive: true, force: true });
  };
  return { house, folder, saved, manifest, server, save, empty, admin, restore, through, close };
}

/** Uploads (one of no bytes), seals over the story, and the odd table, beside what the town has. */
async function furnish(house: House): Promise<void> {
  const [maria, nadia] = [await house.as('Maria Santos'), await house.as('Nadia Petrov')];
  const { body: ticket } = await maria.post('/api/tickets', {
    subject: 'Rōpū “ʼÀʼ”',
    description: 'It says\n\u2028 “no”.',
    category: 'attendance',
    impact: 'one_person',
    urgency: 'low',
    files: [await uploaded(maria, 'a,b\n'), await uploaded(maria, randomBytes(300_000))],
  });
  await nadia.post(`/api/tickets/${ticket.number}/notes`, {
    text: 'Seen.',
    files: [await uploaded(nadia, '')],
  });
  await readOn(house.database, actorOf({ side: 'system', job: 'readers' }), sealers[0]!);
  await house.database.pool.query(odd_table);
  await house.database.pool.query(odd_rows);
}

const uploaded = async (by: Client, content: string | Uint8Array): Promise<string> =>
  (await by.upload('list.bin', content)).body.id;
