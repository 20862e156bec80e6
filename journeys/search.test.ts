import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn } from './browser.ts';

/** One search, on both faces. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('an agent finds an answer in the palette, and everything on a page, narrowed by kind and area', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'maya');
  await page.getByRole('button', { name: 'Search or do…' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('forgotten password');
  const answers = page.getByRole('group', { name: 'Answers' });
  await answers.getByRole('option', { name: 'Reset a password you have forgotten' }).waitFor();
  await answers.getByRole('option', { name: /^Search everything/ }).click();

  await page.waitForURL('**/desk/search?q=*');
  const kinds = page.getByRole('group', { name: 'What is found' });
  await kinds.getByRole('button', { name: /^Answers/ }).click();
  await page.waitForURL('**kind=article*');
  await page.getByRole('link', { name: 'Reset a password you have forgotten' }).waitFor();
  await page.locator('mark').first().waitFor();
  await page.getByRole('searchbox').fill('alder acad');
  await kinds.getByRole('button', { name: /^All/ }).click();
  await page.getByRole('link', { name: 'Alder Academy' }).waitFor();
  expect(faults).toEqual([]);
});

test('a secretary finds answers and her school’s tickets; a word with a letter wrong is understood', async () => {
  const { page, faults } = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(page, 'alder', 'Maria Santos');
  await page.goto('/search?q=pasword');
  await page.getByText('Shown is what has “password”').waitFor();
  await page.getByRole('searchbox').fill('zzyzx');
  await page.getByText('Nothing is found with these words.').waitFor();
  await page.getByRole('link', { name: 'Ask the desk' }).click();
  await expect.poll(() => page.getByLabel('What is the problem, in one line?').inputValue()).toBe('zzyzx');
  expect(faults).toEqual([]);
});
