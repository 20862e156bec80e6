import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { databaseOf, onServer, startServer, type Started } from './server.ts';

/** A town of one's own, as it was built: its folder, and its database where that is on a server. */
export async function ownTown() {
  const { folder: unvisited, server } = inject('unvisited');
  const folder = await mkdtemp(join(tmpdir(), 'firstline-journey-'));
  await cp(unvisited, folder, { recursive: true });
  const name = `journey_${randomUUID().replaceAll('-', '')}`;
  if (server) await onServer(server, `create database ${name} template town`);
  return {
    folder,
    database: server && databaseOf(server, name),
    async leave() {
      if (server) await onServer(server, `drop database ${name} with (force)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Each file of journeys has a server and a town of its own, so that none depends on what another has done. */
let town: Started | undefined;
let own: Awaited<ReturnType<typeof ownTown>> | undefined;

beforeAll(async () => {
  own = await ownTown();
  town = await startServer(['--demo'], { ...own, port: '0' });
});
afterAll(async () => {
  await town?.leave();
  await own?.leave();
});

/** Where this file's town is open. */
export const townAt = (): string => town!.address;

/** The pages that this test has opened. */
export const pages = new Set<Page>();

afterEach(async ({ task }) => {
  const open = [...pages].filter(page => !page.isClosed());
  pages.clear();
  if (task.result?.state === 'fail') for (const page of open) console.log(await shown(page));
});

/** What a page showed when its journey failed, as a screen reader has it. */
async function shown(page: Page): Promise<string> {
  const text = await page
    .locator('body')
    .ariaSnapshot({ timeout: 5000 })
    .catch((error: Error) => error.message);
  return `${page.url()}\n${text.slice(-9000)}\n`;
}
