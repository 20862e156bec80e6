import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the coordinator reads the last month, opens a broken promise, saves it, and tries other targets', async () => {
  const { page, faults } = await seat(browser, { acceptDownloads: true });
  await signIn(page, 'nadia');
  await page.goto('/desk/dashboard');
  await page.getByRole('link', { name: 'Statements' }).click();
  await page.getByRole('heading', { name: 'Statements' }).waitFor();
  expect(await violations(page)).toEqual([]);
  const newest = page.getByRole('table').getByRole('link').first();
  const month = (await newest.textContent())!;
  await newest.click();
  await page.getByRole('heading', { name: `Statement for ${month}` }).waitFor();
  await page.getByText('These numbers do not change any more.').waitFor();
  expect(await violations(page)).toEqual([]);

  for (const [name, begins] of [
    ['CSV', '\ufeffStatement for '],
    ['PDF', '%PDF'],
  ] as const) {
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).click();
    const content = await readFile(await (await saving).path());
    expect(content.toString('utf8').startsWith(begins)).toBe(true);
  }
  const picture = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save: Time to the first answer' }).click();
  await page.getByRole('menuitem', { name: 'Picture (SVG)' }).click();
  expect((await readFile(await (await picture).path(), 'utf8')).startsWith('<svg')).toBe(true);

  await page.getByRole('region', { name: 'Not in time, and why' }).getByRole('link').first().click();
  await page.waitForURL(/\/desk\/tickets\/\d+/);

  await page.goto('/desk/statements/what-if');
  await page.getByLabel('First answer, P3').fill('0.1');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('rowheader', { name: 'P3, First answer' }).waitFor();
  expect(await page.getByText('The desk was open for').count()).toBe(0);

  // The days of the desk by the keyboard: one that is added, and one that is still being written.
  await page.getByLabel('Try other days of the desk’s own').check();
  await page.getByRole('button', { name: 'Add a day' }).click();
  await page.keyboard.press('Enter');
  await page.getByText('Please fill this in.').first().waitFor();
  await page.getByLabel('What is it called?').fill('Study day');
  const inSpan = await page.getByLabel('First day').first().inputValue();
  await page.locator('#day-first_day').fill(inSpan.replace(/..$/, '13'));
  await page.keyboard.press('Enter');
  await page.getByText('Days that are tried (1)').waitFor();
  await page.getByRole('button', { name: 'Add a day' }).click();
  await page.getByLabel('What is it called?').fill('Camp');
  await page.locator('#day-first_day').fill(inSpan.replace(/..$/, '20'));
  await page.locator('#day-last_day').fill(inSpan.replace(/..$/, '24'));
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText('Days that are tried (2)').waitFor();
  await page.getByText('The desk was open for').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('a school’s lead reads hers on the phone, and no other', async () => {
  const { page, faults } = await seat(browser, {
    viewport: { width: 390, height: 844 },
    acceptDownloads: true,
  });
  await signIn(page, 'alder', 'Grant Bell');
  await page.getByRole('link', { name: /^The statement for .* is there/ }).click();
  await page.getByRole('heading', { name: /^Statement for / }).waitFor();
  await page.getByText('Alder Academy ·').first().waitFor();
  expect(await page.getByText('Dogwood').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDF' }).click();
  expect((await readFile(await (await saving).path())).subarray(0, 4).toString()).toBe('%PDF');
  const { pathname } = new URL(page.url());
  const other = await page.request.get(`/api${pathname}?school=2`);
  expect((await other.json()).school.name).toBe('Alder Academy');
  expect(faults).toEqual([]);
});

test('the public page is off, then on, without any sign-in', async () => {
  const desk = await seat(browser);
  const { page, context, faults } = await seat(browser);
  await page.goto('/how-fast');
  await page.getByRole('heading', { name: 'This page is not public.' }).waitFor();
  await signIn(desk.page, 'nadia');
  await desk.page.goto('/desk/settings/how-fast');
  await desk.page.getByRole('button', { name: 'Show it to everybody' }).click();
  await desk.page.getByText('Everybody can read it.').waitFor();
  expect(await violations(desk.page)).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'How fast we are' }).waitFor();
  await page.getByText('No school is named.').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect([...faults, ...desk.faults]).toEqual([]);
});
