import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('tags by key, undone by key, kept in order by the coordinator; a message has an address of its own', async () => {
  const maya = await seat(browser);
  const { page } = maya;
  await signIn(page, 'maya');
  await page.goto('/desk/tickets/1007');
  const on = page.getByRole('region', { name: 'Tags' });
  await on.getByText('No tag yet.').waitFor();
  const tag = async (name: string) => {
    await page.keyboard.press('t');
    const field = page.getByRole('combobox', { name: 'Search or do anything' });
    await field.fill(name);
    await page.getByRole('option', { name }).first().waitFor();
    await page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
  };
  await tag('second post');
  await on.getByRole('link', { name: 'second post' }).waitFor();
  await tag('rights');
  await on.getByRole('link', { name: 'rights' }).waitFor();
  await page.keyboard.press('z');
  await on.getByRole('link', { name: 'rights' }).waitFor({ state: 'detached' });
  await tag('access');
  await on.getByRole('link', { name: 'access' }).click();
  await page.getByText(/^1 ticket$/).waitFor();

  const nadia = await seat(browser);
  await signIn(nadia.page, 'nadia');
  await nadia.page.goto('/desk/settings');
  await nadia.page.getByRole('main').getByRole('link', { name: 'Tags' }).click();
  await nadia.page.getByRole('button', { name: 'Merge the tag rights into another' }).click();
  await nadia.page.getByLabel('Into which tag?').selectOption('access');
  await nadia.page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await nadia.page.getByText('also called').waitFor();
  await nadia.page.getByRole('button', { name: 'Undo' }).click();
  await nadia.page.getByRole('button', { name: 'Merge the tag rights into another' }).waitFor();

  await page.goto('/desk/tickets/1007');
  const first = page.getByRole('article').first();
  await first.getByRole('link', { name: /:/ }).first().click();
  await page.locator('article.pointed').waitFor();
  const address = new URL(page.url());
  expect(address.hash).toMatch(/^#reply-\d+$/);
  const school = await seat(browser);
  await signIn(school.page, 'cedarbay', 'Hannah de Vries');
  await school.page.goto(`/tickets/1007${address.hash}`);
  await school.page.locator('article.pointed').waitFor();
  expect(await school.page.content()).not.toContain('second post');
  expect([...maya.faults, ...nadia.faults, ...school.faults]).toEqual([]);
});
