import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { databaseOn, type Database } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded/embedded.ts';
import { migrate } from '#platform/db/migrations.ts';
import { startPostgres } from './postgres-server.ts';
import { buildTown } from './town.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file gets its copy of the town: a snapshot's path, or a server with a template database. */
    town: { snapshot: string } | { server: string } | { absent: string };
  }
}

/** When the town's stories end and every test's clock stands: a Monday, 10:00 in Vancouver. */
export const town_now = new Date('2026-11-23T17:00:00.000Z');

/** Boots, migrates and fills one database for the whole suite; each file then starts from a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  return project.config.env['TEST_DATABASE'] === 'postgres' ? onServer(project) : onSnapshot(project);
}

async function onSnapshot(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-town-'));
  const embedded = await startEmbedded({});
  await fill(databaseOn(embedded.pool, { embedded: true, maintain: embedded.maintain, stop: embedded.stop }));
  const snapshot = join(folder, 'town.tar');
  await writeFile(snapshot, await embedded.snapshot());
  await embedded.stop();
  project.provide('town', { snapshot });
  return () => rm(folder, { recursive: true, force: true });
}

async function onServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  if (!server) {
    project.provide('town', { absent: 'no PostgreSQL binaries were found' });
    return async () => {};
  }
  const admin = new pg.Pool({ connectionString: server.url, max: 1 });
  await admin.query('create database town');
  const pool = new pg.Pool({ connectionString: urlOf(server.url, 'town') });
  await fill(databaseOn(pool, { embedded: false, maintain: async () => {}, stop: () => pool.end() }));
  await pool.end();
  await admin.end();
  project.provide('town', { server: server.url });
  return server.stop;
}

export const urlOf = (server: string, name: string): string =>
  Object.assign(new URL(server), { pathname: `/${name}` }).toString();

async function fill(database: Database): Promise<void> {
  await migrate(database.pool);
  await buildTown(database, town_now);
}
