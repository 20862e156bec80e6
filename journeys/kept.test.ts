import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a refused question keeps its text and names the field; a question half written is found again', async () => {
  const { page } = await seat(browser);
  await signIn(page, 'stannes', 'Élodie Gagnon');
  await page.goto('/ask');
  await page.getByLabel('What happened?').fill('A long story that took ten minutes to write.');
  await page.getByRole('button', { name: 'Send my question' }).click();
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByLabel('What happened?').inputValue()).toContain('ten minutes');
  await page.reload();
  expect(await page.getByLabel('What happened?').inputValue()).toContain('ten minutes');
});

test('what is sent while the line is cut waits in sight, and goes once when it is back', async () => {
  const { page, context } = await seat(browser);
  await signIn(page, 'stannes', 'Élodie Gagnon');
  await page.goto('/tickets/1017');
  const text = 'Aussi « ç » et « à ».';
  await page.getByLabel(/^Write to/).fill(text);
  await context.setOffline(true);
  await page.getByRole('button', { name: /^Send/ }).click();
  await page.getByText('It waits on this computer').waitFor();
  await context.setOffline(false);
  await page
    .getByRole('article')
    .filter({ hasText: text })
    .filter({ hasText: /written .*, sent/ })
    .waitFor();
  expect(await page.getByRole('article').filter({ hasText: text }).count()).toBe(1);
});

test('the same pages speak French, with the times in French too', async () => {
  const { page } = await seat(browser, { locale: 'fr-CA' });
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: 'Connexion' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
});
