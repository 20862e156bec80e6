import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, press, seat, signIn, tabTo } from './browser.ts';

/** Many tickets at once, by keys alone: selected, foreseen, done, taken back. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const selected = (page: Page) => page.locator('[role=row][aria-selected=true]').count();

test('an agent gives several tickets away, sees beforehand what comes of it, and takes all of it back', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'nadia');
  await page.goto('/desk?assignee=none');
  await page.locator('[data-number]').first().waitFor();
  await press(page, 'j', 'x', 'j', 'j', 'Shift+X');
  await page.getByRole('region', { name: 'What to do with the selected tickets' }).waitFor();
  await page.getByText('3 selected', { exact: true }).first().waitFor();
  expect(await selected(page)).toBe(3);

  await tabTo(page, /^Give to…$/);
  await press(page, 'Enter');
  await page.getByText('Who gets them').waitFor();
  await press(page, 'Enter');
  await page.getByRole('menuitemradio', { name: /Ines Roy/ }).waitFor();
  await page.keyboard.type('Ines');
  await press(page, 'Enter');
  await page.getByText('3 will change').waitFor();
  await tabTo(page, /^Do it for 3 tickets$/);
  await press(page, 'Enter');
  await page.getByText('Give to Ines Roy: 3 tickets').waitFor();
  await page.getByText('3 done', { exact: true }).waitFor();
  expect(await selected(page)).toBe(0);

  await press(page, 'z');
  await page.getByText('3 undone', { exact: true }).waitFor();

  await page.locator('[data-number]').first().focus();
  await press(page, 'Control+a');
  await page.getByRole('button', { name: 'Clear the selection' }).waitFor();
  const rows = await page.locator('[data-number]').count();
  expect(await selected(page)).toBe(rows);
  await press(page, 'Escape');
  expect(await selected(page)).toBe(0);
  expect(faults).toEqual([]);
});

test('an agent gives several to a team, follows and snoozes them, each seen beforehand', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'nadia');
  await page.goto('/desk?category=scheduling');
  await page.locator('[data-number]').first().waitFor();
  const choose = () => press(page, 'j', 'x');
  const done = async (button: RegExp, words: RegExp) => {
    await page.getByText('1 will change').waitFor();
    await page.getByRole('button', { name: button, disabled: false }).press('Enter');
    await page.locator('.bulk-line').getByText(words).waitFor();
    await page.locator('.bulk-line').getByText('1 done', { exact: true }).waitFor();
  };
  await choose();
  await page.getByRole('button', { name: 'Give to…' }).press('Enter');
  await page.getByText('Who gets them').waitFor();
  await press(page, 'Enter');
  await page.getByRole('menuitemradio', { name: /to the team Access/ }).click();
  await done(/^Do it for 1 ticket$/, /Give to the team Access/);

  await page.locator('[data-number]').first().focus();
  await press(page, 'x');
  await page.getByRole('button', { name: 'Follow', exact: true }).press('Enter');
  await done(/^Do it for 1 ticket$/, /^Follow$/);

  await page.locator('[data-number]').first().focus();
  await press(page, 'x');
  await page.getByRole('button', { name: 'Snooze', exact: true }).press('Enter');
  await page.getByLabel('Out of my lists until').selectOption('answer');
  await done(/^Do it for 1 ticket$/, /Snooze until the school answers/);
  expect(faults).toEqual([]);
});

test('what is written to many schools waits as a whole, and comes back as a whole', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'nadia');
  await page.goto('/desk?category=scheduling');
  await page.locator('[data-number]').first().hover();
  await page.locator('[data-pick] input').first().click();
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await page.getByLabel('The reply to each school').fill('We have told the province.');
  await page.getByRole('button', { name: /^Send it on 1 ticket$/ }).click();
  await page.getByText(/leaves in \d+ s/).waitFor();
  await page.locator('.bulk-line').getByRole('button', { name: 'Undo' }).click();
  await page.getByText('1 not done', { exact: true }).waitFor();
  expect(faults).toEqual([]);
});
