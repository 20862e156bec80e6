import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const atDesk = async () => {
  const there = await seat(browser);
  await signIn(there.page, 'maya');
  await there.page.goto('/desk');
  await there.page.getByRole('grid').waitFor();
  return there;
};
const numberIn = async (page: Page) => {
  await page.waitForURL(/tickets\/\d+/);
  return Number(/tickets\/(\d+)/.exec(page.url())![1]);
};
const command = async (page: Page, name: string) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or do anything' }).waitFor();
  await page.keyboard.type(name);
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor();
  await page.keyboard.press('Enter');
};

test('a call becomes a ticket by keyboard alone, and what was said wrong is put right while nobody has read it', async () => {
  const { page, faults } = await atDesk();
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'School' }).waitFor();
  await page.keyboard.type('stann');
  await page.getByRole('option', { name: /St. Anne’s/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Is it one of these?' }).waitFor();
  await page.getByLabel('Call back at').fill('250 555 0142');
  await page.getByLabel('Subject', { exact: true }).fill('The bell rings twice');
  await page.getByLabel('What happened').fill('Every hour, she says. Since Mondey.');
  await page.getByLabel('Category').selectOption({ index: 3 });
  await page.keyboard.press('Control+Enter');
  const number = await numberIn(page);
  await page
    .getByText('Opened by Maya Chen for Élodie Gagnon, by phone. Call back at 250 555 0142.')
    .waitFor();

  await command(page, 'Edit my last message');
  const box = page.getByLabel('Edit the message');
  await box.fill('Every hour, she says. Since Monday.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('see what it was').click();
  expect(await page.locator('.was del').textContent()).toBe('Mondey.');

  const school = await seat(browser);
  await signIn(school.page, 'stannes', 'Élodie Gagnon');
  await school.page.goto(`/tickets/${number}`);
  await school.page.getByText('Opened by Maya Chen for Élodie Gagnon, by phone.', { exact: true }).waitFor();
  await school.page.getByText('see what it was').waitFor();
  expect(await school.page.getByText('250 555').count()).toBe(0);
  expect([...faults, ...school.faults]).toEqual([]);
});

test('a ticket inside has notes alone, and its school hears of it only by a new one', async () => {
  const { page, faults } = await atDesk();
  await page.goto('/desk/tickets/1008');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await command(page, 'New ticket inside');
  await page.getByRole('heading', { name: 'New ticket inside' }).waitFor();
  await page.getByLabel('Subject', { exact: true }).fill('Their font is ours to pay');
  await page.getByLabel('What happened').fill('Who decides that?');
  await page.keyboard.press('Control+Enter');
  const inside = await numberIn(page);
  await page.locator('.ticket.inside').waitFor();
  expect(await page.getByRole('tab').allTextContents()).toEqual(['Note']);
  expect(await page.getByRole('button', { name: /Ask the school/ }).count()).toBe(0);

  await command(page, 'Tell the school');
  await page.getByText(`It goes on from ${inside}.`).waitFor();
  await page.getByLabel('Subject', { exact: true }).fill('Your font');
  await page.getByLabel('What happened').fill('We see to it.');
  await page.keyboard.press('Control+Enter');
  const told = await numberIn(page);
  expect(told).toBeGreaterThan(inside);

  const school = await seat(browser);
  await signIn(school.page, 'esdilagh', 'Ruth Ɂelhdaqox');
  await school.page.goto('/tickets');
  await school.page.getByText('Your font').first().waitFor();
  expect(await school.page.getByText('Their font').count()).toBe(0);
  await school.page.goto(`/tickets/${told}`);
  await school.page.getByText('We see to it.').waitFor();
  expect(await school.page.locator('main').textContent()).not.toContain(String(inside));
  await school.page.goto(`/tickets/${inside}`);
  expect(await school.page.getByText('Who decides that?').count()).toBe(0);
  expect([...faults, ...school.faults]).toEqual([]);
});
