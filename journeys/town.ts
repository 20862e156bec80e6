import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { startServer, type Started } from './server.ts';

/** Each file of journeys has a server and a town of its own, so that none depends on what another has done. */
let town: Started | undefined;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-journey-'));
  await cp(inject('town_folder'), folder, { recursive: true });
  town = await startServer(['--demo'], { folder, port: '0' });
});
afterAll(() => town?.stop());

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
