import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a right over several schools is asked for, prepared, approved by a second keeper, done and registered', async () => {
  const priya = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(priya.page, 'alder', 'Priya Nair');
  await priya.page.goto('/ask?category=security_role');
  await priya.page.getByRole('link', { name: 'Ask for rights' }).click();
  await priya.page.getByRole('heading', { name: 'Ask for rights' }).waitFor();
  await priya.page.getByLabel('For whom?').selectOption('other');
  await priya.page.getByLabel('Name', { exact: true }).fill('Nora Quist');
  await priya.page.getByLabel('Which right?').selectOption('several_schools');
  await priya.page.getByLabel('Why?').fill('She teaches music at two schools.');
  await priya.page.getByRole('button', { name: 'Send' }).click();
  // What is missing is said beside its field, and what was written is there still.
  await priya.page.locator('#rights-at_schools-error').waitFor();
  expect(await violations(priya.page)).toEqual([]);
  await priya.page.getByLabel('At which schools?').fill('Alder and Cedar Bay');
  await priya.page.getByRole('button', { name: 'Send' }).click();
  await priya.page.locator('#rights-until-error').waitFor();
  const from = await priya.page.getByLabel('From').inputValue();
  const until = new Date(Date.parse(from) + 200 * 86_400_000).toISOString().slice(0, 10);
  await priya.page.getByLabel('Until', { exact: true }).fill(until);
  await priya.page.getByRole('button', { name: 'Send' }).click();
  await priya.page.getByRole('region', { name: 'Asks for a right' }).getByText('To be decided').waitFor();
  expect(await violations(priya.page)).toEqual([]);
  const number = /\d+$/.exec(new URL(priya.page.url()).pathname)![0];

  const [ines, nadia, maya] = [await seat(browser), await seat(browser), await seat(browser)];
  await signIn(ines.page, 'ines');
  await ines.page.goto(`/desk/tickets/${number}`);
  await ines.page.getByRole('button', { name: 'Prepare for a second person' }).click();
  await ines.page.getByText('You had a hand in this already').waitFor();
  expect(await violations(ines.page)).toEqual([]);

  // The school says it anew: her page hears of it, and it is to be checked again.
  await priya.page.getByRole('button', { name: 'Change what is asked' }).click();
  await priya.page.getByLabel('At which schools?').fill('Alder, Birch and Cedar Bay');
  expect(await violations(priya.page)).toEqual([]);
  await priya.page.getByRole('button', { name: 'Save the change' }).click();
  await ines.page.getByText('It was changed since it was asked.').waitFor();
  await ines.page.getByRole('link', { name: /^Rights waiting/ }).waitFor();
  await ines.page.getByRole('button', { name: 'Prepare for a second person' }).click();
  await ines.page.getByText('You had a hand in this already').waitFor();

  await signIn(nadia.page, 'nadia');
  await nadia.page.goto(`/desk/tickets/${number}`);
  await nadia.page.getByRole('button', { name: 'Approve' }).waitFor();
  await nadia.page.keyboard.press('Control+k');
  await nadia.page.keyboard.type('Rights: Approve');
  await nadia.page.keyboard.press('Enter');
  await nadia.page.getByText('To be carried out').waitFor();

  // Her page hears of it by itself.
  await ines.page.getByRole('button', { name: 'It is carried out' }).click();
  await ines.page.getByText('Carried out', { exact: true }).waitFor();
  await ines.page.goto('/desk/rights');
  const line = ines.page.getByRole('listitem').filter({ hasText: 'Nora Quist' }).first();
  await line.getByText('approved by Nadia Petrov').first().waitFor();
  expect(await violations(ines.page)).toEqual([]);

  await priya.page.goto('/rights');
  await priya.page.getByText('Nora Quist').waitFor();
  expect(await violations(priya.page)).toEqual([]);

  // An agent who keeps no rights finds nothing of it.
  await signIn(maya.page, 'maya');
  await maya.page.goto(`/desk/tickets/${number}`);
  await maya.page.getByText('There is no such ticket, or you may not see it.').first().waitFor();
  await maya.page.goto('/desk?q=Nora+Quist&state=all');
  await maya.page.getByRole('link', { name: 'Rights', exact: true }).waitFor({ state: 'detached' });
  expect(await maya.page.getByText('Nora Quist').count()).toBe(0);
  const faults = [...priya.faults, ...ines.faults, ...nadia.faults];
  expect(faults).toEqual([]);
});
