import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave, openBrowser, seat, signIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const said = (page: Page, text: string | RegExp) => page.locator('.toast', { hasText: text }).waitFor();

test('an agent follows, plans and ticks off by key; solving waits for what is required, and the school sees none of it', async () => {
  const { page, faults } = await seat(browser);
  const { page: school } = await seat(browser);
  await signIn(page, 'maya');
  await page.goto('/desk/tickets/1014');
  await page.getByText('Identity checked by call-back').waitFor();
  await leave(page);

  await page.keyboard.press('f');
  await said(page, 'You follow this ticket');
  await page.getByRole('button', { name: 'Following' }).waitFor();
  await page.keyboard.press('z');
  await page.getByRole('button', { name: 'Follow', exact: true }).waitFor();

  await page.keyboard.press('h');
  await page.getByLabel('What is to be done').fill('Ask for the keys back');
  await page.keyboard.press('Enter');
  await said(page, 'A task for Maya Chen.');
  await page.getByRole('button', { name: 'Change the task: Ask for the keys back' }).waitFor();

  await page.getByRole('button', { name: /^Solve/ }).click();
  await page.getByLabel('The answer in plain words').fill('Her account is closed.');
  await page.getByLabel('How it was solved').selectOption('solved_l1');
  await page.getByLabel('Minutes spent').fill('10');
  const form = page.getByRole('tabpanel', { name: 'Solve' });
  const send = page.getByRole('button', { name: /solved$/ });
  await send.click();
  await form.getByText(/Before it can be solved, tick: Identity checked/).waitFor();
  for (const item of ['Identity checked by call-back', 'Role agreed with the security contact'])
    await form.getByLabel(item).click();
  await send.click();
  await form.getByText(/tasks are open. Say whether/).waitFor();
  await form.getByLabel(/^Keep them/).check();
  await send.click();
  await page
    .locator('.toast', { hasText: 'Sent to Priya Nair.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await said(page, 'Taken back.');
  expect(await page.getByLabel('The answer in plain words').inputValue()).toBe('Her account is closed.');

  await page.goto('/desk/tasks');
  await page.getByText('Ask for the keys back', { exact: true }).waitFor();
  await page.getByRole('checkbox', { name: 'Done: Ask for the keys back' }).click();
  await said(page, 'Done: Ask for the keys back');
  await expect.poll(() => page.getByText('Ask for the keys back', { exact: true }).count()).toBe(0);

  await signIn(school, 'alder', 'Priya Nair');
  await school.goto('/tickets/1014');
  await school.getByRole('heading', { name: 'A former employee can still sign in' }).waitFor();
  expect(await school.getByText(/Identity checked|keys back|follows/).count()).toBe(0);
  expect(faults).toEqual([]);
});

test('a ticket that is put away by key is in no list of one’s own until it is taken back', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'maya');
  await page.goto('/desk/tickets/1013?assignee=me&snoozed=none');
  const row = page.locator('.ticket-grid [data-number="1013"]');
  await row.waitFor();
  await page.getByRole('button', { name: 'Snooze', exact: true }).waitFor();
  await leave(page);
  await page.keyboard.press('b');
  await page.getByRole('menuitem', { name: /Until tomorrow morning/ }).waitFor();
  await page.keyboard.press('Enter');
  await said(page, /^Snoozed until .* 8:00, or until the school answers/);
  await page.getByText(/Snoozed by you until/).waitFor();
  await expect.poll(() => row.count()).toBe(0);
  await page.getByRole('link', { name: /^Snoozed/ }).click();
  await row.waitFor();
  await row.click();
  await page.getByRole('heading', { name: 'Cannot print transcripts, only the first page' }).waitFor();
  await page.keyboard.press('b');
  await page.getByRole('menuitem', { name: 'Take it back now' }).click();
  await said(page, 'Back in your list.');
  await page.getByText(/Snoozed by you/).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});
