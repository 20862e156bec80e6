import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave, openBrowser, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const focused = (page: Page) => page.evaluate(() => document.activeElement?.className ?? '');

/** What floats over a page is looked at while it floats. */
const accessible = async (page: Page, part = 'body') => {
  expect(await violations(page, part)).toEqual([]);
};

test('two agents see each other, one mentions the other, and the bell leads to what is new', async () => {
  const { page: maya, faults } = await seat(browser);
  const { page: ines, faults: other_faults } = await seat(browser);
  await signIn(maya, 'maya');
  await signIn(ines, 'ines');
  await maya.goto('/desk/tickets/1012');
  await ines.goto('/desk/tickets/1012');
  await maya.getByText('Ines is reading').first().waitFor();
  await ines.getByText('Maya is reading').first().waitFor();
  await leave(ines);
  await ines.keyboard.press('n');
  await ines.keyboard.type('Look, @may');
  await ines.getByRole('option', { name: 'Maya Chen' }).waitFor();
  await accessible(ines);
  await maya.getByText('Ines is writing').first().waitFor();
  await maya.goto('/desk/schools');
  await ines.keyboard.press('Enter');
  await ines.keyboard.type('please.');
  await ines.keyboard.press('Control+Enter');
  await ines.getByText('Look, @Maya Chen please.').waitFor();
  await ines.locator('.mention', { hasText: '@Maya Chen' }).waitFor();
  const bell = maya.getByRole('button', { name: /^Notices, / }).first();
  await bell.waitFor();
  await bell.click();
  await maya.getByRole('link', { name: /not read: Ines Roy mentioned you/ }).waitFor();
  await accessible(maya, '[role=dialog]');
  await maya.keyboard.press('Escape');
  await expect.poll(() => focused(maya)).toContain('bell');
  await bell.press('Enter');
  await maya.getByRole('link', { name: /Ines Roy mentioned you/ }).click();
  await maya.getByText('Look, @Maya Chen please.').waitFor();
  await bell.click();
  await maya.getByRole('link', { name: /^Ines Roy mentioned you/ }).waitFor(); // read by being looked at
  expect([...faults, ...other_faults]).toEqual([]);
});

test('what came since the last look stands under its line, and is no longer bold when it was seen', async () => {
  const { page, faults } = await seat(browser);
  const { page: school } = await seat(browser);
  await signIn(page, 'ines');
  await page.goto('/desk/tickets/1009');
  await page.getByRole('heading', { name: 'Timetable conflict report is empty' }).waitFor();
  await expect.poll(() => page.locator('[data-number="1009"] .unread').count()).toBe(0);
  await page.goto('/desk');
  await signIn(school, 'dogwood', 'Wei Zhang');
  await school.goto('/tickets/1009');
  await school
    .getByLabel(/^Write to|^Your/)
    .first()
    .fill('It is still empty on Monday.');
  await school.getByRole('button', { name: /^Send/ }).first().click();
  await school.getByRole('article').filter({ hasText: 'It is still empty on Monday.' }).waitFor();
  await page.getByRole('row', { name: /not read: Timetable conflict/ }).click();
  await page.getByText('New since you last looked').waitFor();
  await page.getByText('It is still empty on Monday.').waitFor();
  await expect.poll(() => page.locator('[data-number="1009"] .unread').count()).toBe(0);
  await page.getByText('New since you last looked').waitFor();
  expect(faults).toEqual([]);
});

test('the palette finds and does, gives the focus back, and keys go by it', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'maya');
  await page.goto('/desk/tickets/1011');
  await page.getByRole('heading', { name: /Report card comments/ }).waitFor();
  await page.getByRole('textbox', { name: 'Reply to the school' }).focus();
  await page.keyboard.type('k, ');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search or do anything' });
  await field.waitFor();
  await accessible(page);
  await page.keyboard.type('elodie');
  await page.getByRole('option', { name: 'Search everything for “elodie”' }).waitFor();
  await field.fill('dogw');
  await page
    .getByRole('option', { name: /Dogwood Secondary/ })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  expect(await page.getByRole('textbox', { name: 'Reply to the school' }).inputValue()).toBe('k, ');
  await leave(page);
  await page.keyboard.press('s');
  await page.getByRole('option', { name: 'Solve' }).waitFor();
  await page.keyboard.type('plan');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Plan for a date' }).waitFor();
  await page.keyboard.press('Escape');
  await leave(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or do anything' }).waitFor();
  await page.keyboard.type('1015');
  await page.getByRole('option', { name: /1015/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /All attendance codes/ }).waitFor();
  await leave(page);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('heading', { name: 'Schools' }).waitFor();
  await leave(page);
  await page.keyboard.press('?');
  await page.getByLabel('Single keys are on').uncheck();
  await accessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  expect(page.url()).toContain('/desk/schools');
  expect(faults).toEqual([]);
});
