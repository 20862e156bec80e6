import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstSignIn, openBrowser, seat, violations } from './browser.ts';
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

const own = 'a long enough password';
const missing = (page: Page, count: number) =>
  page.getByText(count === 1 ? '1 thing is still missing.' : `${count} things are still missing.`).waitFor();

test('an empty installation is set up by its code, step by step, left and taken up in another browser, until nothing is missing', async () => {
  const { page, faults } = await seat(browser, {}, empty.address);
  const code = /once: (\S+)/.exec(empty.said())![1]!;
  await page.goto('/');
  await page.waitForURL('**/setup');
  await page.getByLabel(/code/i).fill('WRON-GCOD-EWRO-NGCO');
  await page.getByLabel(/^Your name/).fill('Ada Quill');
  await page.getByLabel('User name').fill('ada');
  await page.getByLabel('Password').fill(own);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByLabel('User name').inputValue()).toBe('ada');
  await page.getByLabel(/code/i).fill(code);
  await page.keyboard.press('Enter');

  // The guided set-up begins with what is missing first.
  await page.waitForURL(/\/desk\/set-up/);
  await missing(page, 7);
  await page.getByLabel('Name of the group').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Name of the group').fill('Northern Schools iGroup');
  await page.getByLabel('Name of the system').fill('BCeSIS');
  await page.keyboard.press('Enter');
  await missing(page, 6);
  await page.waitForFunction(() => document.title === 'Set-up · Northern Schools iGroup');
  await page.getByRole('button', { name: 'Not now: First wave and training' }).click();
  await missing(page, 5);

  // Left in the middle; taken up in another browser, on a phone.
  const phone = await seat(browser, { viewport: { width: 390, height: 844 } }, empty.address);
  await phone.page.goto('/sign-in');
  await phone.page.getByText('Northern Schools iGroup').waitFor();
  await phone.page.getByText('Help with BCeSIS').waitFor();
  await phone.page.getByLabel('User name').fill('ada');
  await phone.page.getByLabel('Password').fill(own);
  await phone.page.keyboard.press('Enter');
  await phone.page.waitForURL(/\/desk/);
  await phone.page.getByRole('button', { name: 'Menu' }).click();
  await phone.page.getByRole('link', { name: 'Set-up 5 missing' }).click();
  await phone.page.getByLabel('Monday, until 1').fill('12:00');
  await phone.page.getByRole('button', { name: 'Monday: add a stretch' }).click();
  await phone.page.getByLabel('Monday, from 2').fill('13:00');
  await phone.page.getByLabel('Monday, until 2').fill('15:30');
  await phone.page.getByRole('button', { name: 'Save', exact: true }).click();
  await missing(phone.page, 4);
  await phone.page.getByRole('button', { name: 'Next: Privacy officer' }).click();
  await phone.page.getByLabel('Somebody who is here').selectOption('Ada Quill');
  await phone.page.getByRole('button', { name: 'Name as privacy officer' }).click();
  await missing(phone.page, 3);
  expect(await violations(phone.page)).toEqual([]);

  // The first browser has heard of it, and goes on.
  await missing(page, 3);
  await page.getByRole('button', { name: 'Next: First agents' }).click();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Wren Vale');
  await page.getByLabel(/User name or work e-mail/).fill('wren');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'I have it' }).click();
  await missing(page, 2);
  await page.getByText('invited, not here yet').waitFor();
  await page.getByRole('button', { name: 'Not now: A second administrator' }).click();
  await missing(page, 1);

  await page.getByRole('button', { name: 'Next: Schools' }).click();
  await page.getByRole('link', { name: 'Import from a file' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'schools.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name;Code;Town\r\nHazel Hill School;HAZEL;Hope\r\n'),
  });
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Look at the lines' }).click();
  await page.getByRole('button', { name: 'Import 1 school' }).click();
  await page.getByRole('link', { name: 'Set-up' }).waitFor({ state: 'detached' });
  await page.goto('/desk/set-up');
  await page.getByText('Nothing is missing.').waitFor();
  expect(await violations(page)).toEqual([]);

  // What was said in the first run is changed under the settings, and there is no other place for it.
  await page.goto('/desk/settings/group');
  await page.getByText('Said by Ada Quill').waitFor();
  expect(await page.getByLabel('Monday, until 2').inputValue()).toBe('15:30');
  expect(await violations(page)).toEqual([]);

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
  await school.page.getByRole('link', { name: 'Northern Schools iGroup' }).waitFor();
  expect([...faults, ...phone.faults, ...school.faults]).toEqual([]);
});
