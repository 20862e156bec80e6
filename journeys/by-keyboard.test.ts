import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave, openBrowser, press, seat, signIn, tabTo } from './browser.ts';

/** What the screens offer beside asking and answering, done by keys alone: from here on nobody presses a mouse. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('an agent sorts, groups, saves and shares a view, and takes it away again', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'owen');
  await page.getByRole('row').first().waitFor();
  await tabTo(page, /^Show as a table$/);
  await press(page, 'Enter');
  await page.getByRole('columnheader', { name: 'Last activity' }).waitFor();
  await tabTo(page, /^Priority/);
  await press(page, 'Enter');
  await page.locator('[role=columnheader][aria-sort=ascending]', { hasText: 'Priority' }).waitFor();
  await tabTo(page, /^Save as view$/);
  await press(page, 'Enter');
  await page.getByRole('dialog', { name: 'Save as view' }).waitFor();
  await page.keyboard.type('By priority');
  await press(page, 'Enter');
  await page.getByRole('link', { name: /By priority/ }).waitFor();
  await tabTo(page, /What to do with the view By priority/);
  await press(page, 'Enter');
  await page.locator('[role=menuitem]:focus').waitFor();
  await press(page, 'ArrowDown');
  await page.locator('[role=menuitem]:focus', { hasText: 'Share' }).waitFor();
  await press(page, 'Enter');
  await page.getByText('The whole desk has the view By priority now.').waitFor();
  await tabTo(page, /What to do with the view By priority/);
  await press(page, 'Enter');
  await page.locator('[role=menuitem]:focus').waitFor();
  await press(page, 'End');
  await page.locator('[role=menuitem]:focus', { hasText: 'Delete' }).waitFor();
  await press(page, 'Enter');
  await page.getByText('The view By priority is deleted.').waitFor();
  expect(await page.getByRole('link', { name: /By priority/ }).count()).toBe(0);
  expect(faults).toEqual([]);
});

test('an agent corrects, gives away, undoes, and sends on to the next ticket', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'maya');
  await page.getByRole('row').first().waitFor();
  await press(page, 'Control+k');
  await page.getByRole('combobox', { name: 'Search or do anything' }).waitFor();
  await page.keyboard.type('transcripts only');
  await page.getByRole('option', { name: /Cannot print transcripts/ }).waitFor();
  await press(page, 'Enter');
  await page.getByRole('heading', { name: /Cannot print transcripts/ }).waitFor();

  await leave(page);
  await press(page, 'a');
  await page.getByRole('menuitemradio', { name: /Ines Roy/ }).waitFor();
  await page.keyboard.type('Ines');
  await press(page, 'Enter');
  await page.getByText('Ines Roy has it now.').waitFor();
  await leave(page);
  await press(page, 'z');
  await page.getByText('Taken back.').waitFor();
  await page.locator('.assignee-name', { hasText: 'Maya Chen' }).waitFor();

  await press(page, 's');
  await page.getByRole('option', { name: 'Solve' }).waitFor();
  await page.keyboard.type('ask');
  await press(page, 'Enter');
  await page.getByRole('tab', { name: 'Ask the school' }).waitFor();
  await press(page, 'Escape');
  await leave(page);
  await press(page, 'r');
  await page.keyboard.type('Which printer is it?');
  await press(page, 'Control+Shift+Enter');
  await page.getByText(/^Sent to/).waitFor();
  await expect
    .poll(() => page.getByRole('heading', { level: 1 }).last().innerText())
    .not.toContain('transcripts');
  await leave(page);
  await press(page, 'z'); // from the next ticket back to the text that has not left
  await page.getByRole('heading', { name: /Cannot print transcripts/ }).waitFor();
  await expect.poll(() => page.getByRole('textbox').last().inputValue()).toBe('Which printer is it?');
  expect(faults).toEqual([]);
});

test('a school puts a colleague on a ticket, withdraws it, and undoes that', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'birch', 'Joan Whitehorse');
  await page.goto('/ask?subject=The+printer+is+loud&category=printing_reports');
  await tabTo(page, /^What happened\?/);
  await page.keyboard.type('It hums.');
  await tabTo(page, /^Send my question/);
  await press(page, 'Enter');
  await page.getByText(/It has the number \d+/).waitFor();
  await tabTo(page, /^Add a colleague/);
  await press(page, 'Enter');
  await page.getByRole('option', { name: /Liam/ }).waitFor({ state: 'attached' });
  await page.keyboard.type('Liam');
  await tabTo(page, /^(Add|Put)/);
  await press(page, 'Enter');
  await page.locator('.people').getByText('Liam O’Brien').waitFor();
  await tabTo(page, /don.t need this/);
  await press(page, 'Enter');
  await page.keyboard.type('It stopped by itself.');
  await tabTo(page, /don.t need this/);
  await press(page, 'Enter');
  await page.getByText('Withdrawn.', { exact: true }).waitFor();
  await tabTo(page, /^Undo$/); // the newest comes first
  await press(page, 'Enter');
  await page.getByText('Undone.').waitFor();
  await page.getByText('With us').first().waitFor();
  expect(faults).toEqual([]);
});

test('a coordinator announces a problem to one school, and withdraws it', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'nadia');
  await page.goto('/desk/announcements');
  await page.getByRole('button', { name: /^New announcement/ }).waitFor();
  await tabTo(page, /^New announcement/);
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, /^Title/);
  await page.keyboard.type('Attendance is slow');
  await tabTo(page, /^Text/);
  await page.keyboard.type('Please wait a minute after saving.');
  await tabTo(page, /^Announce$/);
  await press(page, 'Enter');
  await page.getByText('“Attendance is slow” is announced.').waitFor();
  await tabTo(page, /^Withdraw[^]*Attendance is slow/);
  await press(page, 'Enter');
  await page.getByText('“Attendance is slow” is withdrawn.').waitFor();
  expect(faults).toEqual([]);
});
