import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const row = '[data-row="0"][data-number]';

/** Somebody who is signed in and has never been here with this browser. */
async function fresh() {
  const before = await seat(browser);
  await signIn(before.page, 'maya');
  const cookies = await before.context.cookies();
  await before.context.close();
  const now = await seat(browser);
  await now.context.addCookies(cookies);
  return now;
}

test('the rows need at most 15 requests, and nothing that they do not show', async () => {
  const { page, faults } = await fresh();
  const asked: string[] = [];
  page.on('request', request => asked.push(new URL(request.url()).pathname));
  // What comes after the rows is held, so that what came before them can be counted.
  const later = /\/assets\/(AnotherActs|aria|floating|TicketPage|Palette)-/;
  await page.route(later, () => {});
  await page.goto('/desk');
  await page.locator(row).waitFor();
  const rested = asked.findIndex(path => later.test(path));
  const until = rested < 0 ? asked : asked.slice(0, rested);
  expect(until.length, until.join('\n')).toBeLessThanOrEqual(15);
  expect(faults).toEqual([]);
});

test('a button pressed before what it opens is here opens it when that comes, and has the focus again', async () => {
  const { page, faults } = await fresh();
  let arrives = () => {};
  const line = new Promise<void>(settle => (arrives = settle));
  await page.route(/\/assets\/floating-.*\.js/, async route => {
    await line;
    await route.continue();
  });
  await page.goto('/desk');
  await page.locator(row).waitFor();
  const button = page.getByRole('button', { name: 'Colours' });
  await button.focus();
  await page.keyboard.press('Enter');
  expect(await button.getAttribute('aria-haspopup')).toBe('menu');
  expect(await button.getAttribute('aria-expanded')).toBe('true');
  expect(await page.getByRole('menu').count()).toBe(0);
  arrives();
  await page.getByRole('menu', { name: 'Colours' }).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
    .toBe('menuitemradio');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await expect.poll(() => button.evaluate(element => element === document.activeElement)).toBe(true);
  expect(await button.getAttribute('aria-expanded')).toBe('false');
  expect(faults).toEqual([]);
});

test('a page that is shown is not hidden again by what comes after it', async () => {
  const { page, context, faults } = await seat(browser);
  await signIn(page, 'nadia');
  await context.addInitScript(() => {
    new MutationObserver(changes => {
      for (const { target } of changes) {
        const element = target as HTMLElement;
        if (element.style.display === 'none' && element.closest('main'))
          console.error(`hidden again: ${element.innerText.slice(0, 80)}`);
      }
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['style'] });
  });
  // As on a slow computer: what comes after the page has the time to hide it.
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto('/desk/dashboard');
  await page.getByRole('link', { name: 'Statements' }).click();
  await page.getByRole('table').waitFor();
  await page.goto('/desk/schools');
  await page.getByRole('link', { name: 'St. Anne’s' }).click();
  await page.getByRole('heading', { name: 'History' }).waitFor();
  expect(faults).toEqual([]);
});
