import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, press, seat, signIn, tabTo, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** How a step of the roll-out stands on a school's page. */
const step = (page: Page, name: string) => page.locator('.steps li', { hasText: name });
const standsAt = async (page: Page, name: string, how: 'open' | 'reached'): Promise<void> => {
  await expect.poll(() => step(page, name).getAttribute('class')).toBe(how);
};

async function schoolPage(page: Page, name: string): Promise<void> {
  await page.goto('/desk/schools');
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { name: 'Where it stands' }).waitFor();
  await step(page, 'Live').waitFor();
}

test('a coordinator ticks attendance by keyboard, records Stage 1, and sees the doors open; the trained person leaves, and they shut', async () => {
  const { page, faults } = await seat(browser);
  const { page: school, faults: other_faults } = await seat(browser);
  await signIn(page, 'nadia');
  await signIn(school, 'nadia');
  await schoolPage(school, 'Fernwood School');
  await standsAt(school, 'Trained', 'open');
  expect(await violations(school)).toEqual([]);

  await page.goto('/desk/training');
  await page.getByText(/^Past and cancelled/).click();
  await page.locator('details').getByRole('link', { name: 'Getting started with BCeSIS' }).first().click();
  await page.getByRole('heading', { name: 'Who was there' }).waitFor();
  await tabTo(page, /^Add somebody/);
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await page.getByLabel('School').selectOption({ label: 'Fernwood School' });
  await page.getByLabel('Person', { exact: true }).selectOption({ label: 'Tessa Moore' });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Give a place' }).click();
  const box = page.getByRole('checkbox', { name: 'Tessa Moore was at Signing in and finding a student' });
  await box.focus();
  await press(page, 'Space', 'ArrowRight', 'Space');
  await page
    .getByRole('row', { name: /Tessa Moore/ })
    .getByText(/^since /)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await standsAt(school, 'Trained', 'reached');
  await standsAt(school, 'Live', 'open');

  await tabTo(school, /^Record: Enters Stage 1/);
  await press(school, 'Enter');
  await school.getByRole('dialog').waitFor();
  const today = await school.evaluate(() => new Date(Date.now() - 7 * 3_600_000).toISOString().slice(0, 10));
  await school.getByLabel('On which day').fill(today);
  expect(await violations(school)).toEqual([]);
  await school.getByRole('button', { name: 'Record it' }).press('Enter');
  await school.getByText('Recorded: Enters Stage 1.').waitFor();
  await standsAt(school, 'Live', 'reached');

  await school.getByRole('button', { name: 'Has left Tessa Moore' }).click();
  await standsAt(school, 'Trained', 'open');
  await standsAt(school, 'Live', 'open');
  await school.getByText('Who has left').click();
  await school.getByRole('button', { name: 'Is back Tessa Moore' }).click();
  await standsAt(school, 'Live', 'reached');

  await school.getByText(/recorded facts$/).click();
  await school.getByRole('button', { name: /^Withdraw Enters Stage 1/ }).click();
  await school.getByLabel('Why').fill('A week too early');
  await school.getByRole('button', { name: 'Withdraw it' }).click();
  await school.getByText('Withdrawn: Enters Stage 1.').waitFor();
  await standsAt(school, 'Live', 'open');
  await school.getByText(/: A week too early$/).waitFor();
  expect(await violations(school)).toEqual([]);
  expect([...faults, ...other_faults]).toEqual([]);
});

test('a lead asks for a place for somebody, the desk gives it, and the school sees it at once', async () => {
  const { page: grant, faults } = await seat(browser, { viewport: { width: 390, height: 844 } });
  const { page: nadia, faults: other_faults } = await seat(browser);
  await signIn(grant, 'alder', 'Grant Bell');
  await grant.goto('/training');
  const first = grant.locator('.next-trainings > li').first();
  await first.getByText('7 places are free').waitFor();
  expect(await violations(grant)).toEqual([]);
  await first.getByLabel('Maria Santos').check();
  await first.getByRole('button', { name: /^Ask for 1 place/ }).click();
  await first.getByText('Maria Santos asked for a place').waitFor();
  await signIn(nadia, 'nadia');
  await nadia.goto('/desk/training');
  await nadia.getByRole('link', { name: 'Getting started with BCeSIS' }).first().click();
  await nadia.getByRole('heading', { name: 'Asked for a place' }).waitFor();
  expect(await violations(nadia)).toEqual([]);
  await nadia.getByRole('button', { name: 'Give a place Maria Santos' }).click();
  await nadia.getByText('Maria Santos has a place.').waitFor();
  await first.getByText('Maria Santos has a place').waitFor();
  await first.getByText('6 places are free').waitFor();
  await nadia.getByRole('button', { name: 'Undo' }).click();
  await first.getByText('Maria Santos asked for a place').waitFor();
  await first.getByRole('button', { name: 'Take back Maria Santos' }).click();
  await first.getByLabel('Maria Santos').waitFor();
  expect([...faults, ...other_faults]).toEqual([]);
});

test('a wave moves into Stage 1 after a look at what each school lacks, and all of it is taken back', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'nadia');
  await page.goto('/desk/training');
  await page.getByRole('button', { name: /^Look and move on Spring wave/ }).click();
  await page.getByRole('dialog').waitFor();
  await page.getByLabel('On which day').fill('2027-01-11');
  await page.getByText('2 schools would enter (11 January 2027)').waitFor();
  await page
    .getByText(/still lacks:/)
    .first()
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Record it for 2 schools' }).click();
  await page.getByText('2 schools enter Stage 1 (11 January 2027).').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back.').waitFor();
  expect(faults).toEqual([]);
});
