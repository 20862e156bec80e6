import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstSignIn, openBrowser, seat } from './browser.ts';
import { startServer, type Started } from './server.ts';

let browser: Browser;
let empty: Started;
beforeAll(async () => {
  [browser, empty] = await Promise.all([openBrowser(), startServer([])]);
});
afterAll(async () => {
  await browser.close();
  await empty.stop();
});

test('an empty installation asks for its code and the first administrator, and then a school can be taken in and sign in', async () => {
  const { page, faults } = await seat(browser, {}, empty.address);
  const code = /once: (\S+)/.exec(empty.said())![1]!;
  await page.goto('/');
  await page.waitForURL('**/setup');
  await page.getByLabel(/code/i).fill('WRON-GCOD-EWRO-NGCO');
  await page.getByLabel(/^Your name/).fill('Ada Quill');
  await page.getByLabel('User name').fill('ada');
  await page.getByLabel('Password').fill('a long enough password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByLabel('User name').inputValue()).toBe('ada');
  await page.getByLabel(/code/i).fill(code);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk/);

  await page.getByRole('link', { name: 'Schools' }).click();
  await page.getByRole('button', { name: /New school|Add a school/ }).click();
  await page.getByLabel('Name').fill('Hazel Hill School');
  await page.getByLabel('Code').fill('HAZEL');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hazel Hill School' }).waitFor();
  const letter = await page.evaluate(async () => {
    const send = async (path: string, method: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(path, { method, headers, body: JSON.stringify(body) })).json();
    };
    await send('/api/schools/1/people', 'POST', { name: 'Nora Field', roles: ['lead'] });
    return send('/api/schools/1/login', 'PUT', { username: 'hazel', lang: 'en' });
  });

  const school = await seat(browser, {}, empty.address);
  await firstSignIn(school.page, 'hazel', letter.password, 'Nora Field');
  // Nothing is recorded of it yet, so its people come as far as the gate.
  await school.page.getByRole('heading', { name: 'Hazel Hill School is not open yet' }).waitFor();
  expect([...faults, ...school.faults]).toEqual([]);
});
