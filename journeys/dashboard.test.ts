import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, tabTo, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const rows = (page: Page) => page.locator('[data-number]');

test('a number of the dashboard opens its list, the list becomes a file, and a picture is saved', async () => {
  const { page, faults } = await seat(browser, { acceptDownloads: true });
  await signIn(page, 'nadia');
  await page.goto('/desk');
  await rows(page).first().waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  const school = page.getByRole('link', { name: /^Dogwood Secondary: \d+ tickets?$/ });
  await school.waitFor();
  expect(await violations(page)).toEqual([]);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save: Open, by school' }).click();
  await page.getByRole('menuitem', { name: 'Picture (PNG)' }).click();
  const picture = await readFile(await (await saving).path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBeGreaterThan(1000); // twice as wide as on the page

  await page.getByRole('button', { name: 'Open, by school: show as a table' }).click();
  await page.getByRole('rowheader', { name: 'Dogwood Secondary' }).waitFor();
  await page.getByRole('button', { name: 'Open, by school: show as a picture' }).press('Enter');
  const count = Number(/(\d+) ticket/.exec((await school.getAttribute('aria-label'))!)![1]);
  await tabTo(page, /^Dogwood Secondary: /);
  await page.keyboard.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: `${count} ticket` })
    .first()
    .waitFor();
  await expect.poll(() => rows(page).count()).toBe(count);

  await page.getByRole('link', { name: 'Export…' }).click();
  await page.getByText(`${count} ticket`).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Name of the file').fill('Dogwood');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download Dogwood' }).click();
  const lines = (await readFile(await (await coming).path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(count + 1);
  expect(lines[0]).toMatch(/^\ufeffNumber,State,Subject,/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove Dogwood' }).click();
  await page.getByText('No export of the last day.').waitFor();
  expect(faults).toEqual([]);
});
