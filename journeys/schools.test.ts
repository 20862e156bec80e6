import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, press, seat, signIn, tabTo, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const said = (page: Page, text: string | RegExp) => page.locator('.toast', { hasText: text }).waitFor();
const rows = (page: Page) => page.locator('.school-row a[data-school]').allInnerTexts();

test('the list is narrowed and sorted by its address; what is typed finds without accents', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'nadia');
  await page.goto('/desk/schools');
  await page.getByRole('grid', { name: 'Schools' }).waitFor();
  await page.getByText(/^\d+ schools$/).waitFor();
  await page.getByRole('searchbox').fill('st annes');
  await page.getByText('1 school', { exact: true }).waitFor();
  expect(await rows(page)).toEqual(['St. Anne’s']);
  await page.waitForURL(/words=st\+annes/);
  await page.getByRole('link', { name: 'Clear the filters' }).click();
  const filters = page.getByRole('group', { name: 'Filters' });
  await filters.getByRole('button', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Public' }).click();
  await page.keyboard.press('Escape');
  await page.waitForURL(/kind=public/);
  await expect.poll(() => rows(page)).toEqual(['Dogwood Secondary']);
  await page.goto('/desk/schools?sort=-fte');
  await expect.poll(async () => (await rows(page))[0]).toBe('Dogwood Secondary');
  expect(await page.getByRole('columnheader', { name: 'Students' }).getAttribute('aria-sort')).toBe(
    'descending',
  );
  await page.getByRole('button', { name: 'Students' }).click();
  await expect.poll(async () => (await rows(page))[0]).toBe('ʔesdilagh School');
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('two coordinators at once: the second keeps what she wrote and sees what is new', async () => {
  const [nadia, arun] = [await seat(browser), await seat(browser)];
  for (const [name, { page }] of [['nadia', nadia] as const, ['arun', arun] as const]) {
    await signIn(page, name);
    await page.goto('/desk/schools');
    await page.getByRole('link', { name: 'Cedar Bay Christian' }).click();
    await page.getByRole('button', { name: 'Change: The school' }).click();
    await page.getByRole('dialog').getByLabel('Town').waitFor();
  }
  const [first, second] = [nadia.page.getByRole('dialog'), arun.page.getByRole('dialog')];
  await first.getByLabel('Name').fill('Cedar Bay School');
  await first.getByRole('button', { name: 'Save' }).click();
  await said(nadia.page, 'Saved.');
  await second.getByLabel('Town').fill('White Rock');
  await second.getByRole('button', { name: 'Save' }).click();
  await second.getByText('Meanwhile somebody else has changed:').waitFor();
  await second.getByText('Cedar Bay School').waitFor();
  expect(await second.getByLabel('Town').inputValue()).toBe('White Rock');
  expect(await violations(arun.page, '[role=dialog]')).toEqual([]);
  await second.getByRole('button', { name: 'Save' }).click();
  await said(arun.page, 'Saved.');
  // What the first has put stays, and her open page hears of the second.
  await arun.page.getByRole('heading', { name: 'Cedar Bay School' }).waitFor();
  await nadia.page.getByText('CEDAR · White Rock').waitFor();
  await nadia.page.getByText('Arun Patel changed what is kept of the school').waitFor();
  expect(await violations(nadia.page)).toEqual([]);
  expect([...nadia.faults, ...arun.faults]).toEqual([]);
});

test('the facts of a school are entered, and refused by their field with the text kept', async () => {
  const { page, faults } = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(page, 'nadia');
  await page.goto('/desk/schools');
  await page.getByRole('link', { name: 'St. Anne’s' }).click();
  await page.getByRole('button', { name: 'Change: Enrolment' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Add a year' }).click();
  await sheet.getByLabel('FTE').last().fill('three');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await sheet.getByText('Must be a number.').waitFor();
  expect(await sheet.getByLabel('FTE').last().inputValue()).toBe('three');
  await sheet.getByLabel('FTE').last().fill('322,5');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('cell', { name: '+12.5' }).waitFor();
  await page.getByText('The whole calendar').click();
  await page.getByRole('button', { name: 'Add a day' }).click();
  await page.getByLabel('What is it called?').fill('Easter camp');
  await page.getByLabel('First day').fill('2027-03-29');
  await page.getByLabel('Last day').fill('2027-03-01');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('alert').getByText('The last day comes before the first.').waitFor();
  await page.getByLabel('Last day').fill('2027-04-02');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page
    .getByText(/29 March.* – 2 April/)
    .first()
    .waitFor();
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('a wave is made and three schools are moved into it by keyboard alone, and brought back', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'nadia');
  await page.goto('/desk');
  await page.getByRole('grid').waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await press(page, 'g', 's');
  await page.getByRole('grid', { name: 'Schools' }).waitFor();
  await tabTo(page, /^Waves$/);
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Waves' }).waitFor();
  await tabTo(page, /^New wave$/);
  await press(page, 'Enter');
  await page.getByRole('dialog').getByLabel('Name').waitFor();
  await page.keyboard.type('Autumn');
  await press(page, 'Enter');
  await said(page, 'The wave Autumn is there.');
  expect(await violations(page)).toEqual([]);
  await press(page, 'g', 's');
  await page.getByRole('grid', { name: 'Schools' }).waitFor();
  await tabTo(page, /^Alder Academy$/);
  await press(page, 'x', 'ArrowDown', 'ArrowDown', 'X');
  await page.getByText('3 schools selected').waitFor();
  await tabTo(page, /^Move to a wave/);
  await press(page, 'Enter');
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Into which wave?').waitFor();
  await page.keyboard.type('Autumn');
  await sheet.getByText('3 schools would move:').waitFor();
  await sheet.getByText('from First wave').first().waitFor();
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  await tabTo(page, /^Move 3 schools$/);
  await press(page, 'Enter');
  await said(page, '3 schools are in Autumn.');
  const in_autumn = () => page.locator('.school-row .wave', { hasText: 'Autumn' }).count();
  await expect.poll(in_autumn).toBe(3);
  await page.locator('.toast', { hasText: 'in Autumn' }).getByRole('button', { name: 'Undo' }).focus();
  await press(page, 'Enter');
  await said(page, 'Moved back.');
  await expect.poll(in_autumn).toBe(0);
  expect(faults).toEqual([]);
});

test('an agent reads all of it and is offered no change', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'maya');
  await page.goto('/desk/schools');
  await page.getByRole('link', { name: 'Birch Elementary' }).click();
  await page.getByRole('heading', { name: 'Network' }).waitFor();
  await page.getByRole('link', { name: 'History' }).click();
  // At the beginning of a month its statement stands above what else was done.
  await page.getByText('Nadia Petrov moved it to another wave').first().waitFor();
  const all = page.getByRole('button', { name: /^Show all/ });
  if (await all.isVisible()) await all.click();
  await page.getByText('Nadia Petrov changed what is kept of the school').waitFor();
  expect(await page.getByRole('button', { name: /^Change/ }).count()).toBe(0);
  await page.getByRole('link', { name: /^Open \d/ }).click();
  await page.waitForURL(/school=\d/);
  expect(faults).toEqual([]);
});
