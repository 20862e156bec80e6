import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Where pictures are put, when somebody wants to look at them. */
const pictures = process.env['PICTURES'];
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};

async function arrive(page: Page, username: string, secret: string, person: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password').fill(secret);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: person }).click();
}

test('a letter is made once, the first sign-in chooses another password, and the school keeps its people', async () => {
  const desk = await seat(browser);
  await signIn(desk.page, 'nadia');
  await desk.page.goto('/desk/schools');
  await desk.page.getByRole('link', { name: 'ʔesdilagh School' }).click();
  await desk.page.getByRole('button', { name: 'Make a new letter' }).click();
  const sheet = desk.page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Make the letter' }).click();
  await sheet.getByText('shown this once').waitFor();
  const made = (await sheet.locator('code').last().innerText()).trim();
  expect(made).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  expect(await violations(desk.page)).toEqual([]);
  await picture(desk.page, 'letter-sheet');
  const [download] = await Promise.all([
    desk.page.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Save the letter' }).click(),
  ]);
  const file = await download.path();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  if (pictures) execFileSync('pdftoppm', ['-png', '-r', '80', file, `${pictures}/letter`]);
  await sheet.getByRole('button', { name: 'I have the letter' }).click();
  expect(await desk.page.content()).not.toContain(made);

  const ruth = await seat(browser, { viewport: { width: 390, height: 844 } });
  await arrive(ruth.page, 'esdilagh', made, 'Ruth Ɂelhdaqox');
  await ruth.page.getByRole('heading', { name: 'Choose your school’s password' }).waitFor();
  await ruth.page.goto('/tickets');
  await ruth.page.getByRole('heading', { name: 'Choose your school’s password' }).waitFor();
  expect(await violations(ruth.page)).toEqual([]);
  await picture(ruth.page, 'first-password-390');
  await ruth.page.getByLabel('New password').fill(made);
  await ruth.page.keyboard.press('Enter');
  await ruth.page.getByText('This is the password already').first().waitFor();
  await ruth.page.getByLabel('New password').fill('our very own words');
  await ruth.page.keyboard.press('Enter');
  await ruth.page.getByRole('heading', { name: 'What is the problem?' }).waitFor();

  await ruth.page.goto('/people');
  await ruth.page.getByRole('button', { name: 'Add a person' }).click();
  await ruth.page.getByLabel('Name', { exact: true }).fill('Noor Haddad');
  await ruth.page.getByLabel('Work e-mail').fill('noor@esdilagh.ca');
  await ruth.page.keyboard.press('Enter');
  await ruth.page.getByRole('link', { name: 'noor@esdilagh.ca' }).waitFor();
  expect(await violations(ruth.page)).toEqual([]);
  await picture(ruth.page, 'people-390');

  const noor = await seat(browser);
  await arrive(noor.page, 'esdilagh', 'our very own words', 'Noor Haddad');
  await noor.page.getByRole('heading', { name: 'What is the problem?' }).waitFor();
  await noor.page.goto('/people');
  await noor.page.getByText('Ruth Ɂelhdaqox').first().waitFor();
  expect(await noor.page.getByRole('button', { name: /Has left/ }).count()).toBe(0);
  await ruth.page.getByRole('button', { name: 'Has left Noor Haddad' }).click();
  await noor.page.waitForURL(/sign-in/);
  await ruth.page.getByText('Who has left (1)').waitFor();
  expect([...desk.faults, ...ruth.faults, ...noor.faults]).toEqual([]);
});

test('the role of security contact is handed over by two who agree; the review is begun and answered', async () => {
  const desk = await seat(browser);
  await signIn(desk.page, 'nadia');
  await desk.page.goto('/desk/schools/sign-ins');
  await desk.page.getByRole('checkbox', { name: 'Select Alder Academy' }).check();
  await desk.page.getByRole('button', { name: 'Begin access review' }).click();
  await desk.page.getByText('At 1 school an access review begins.').waitFor();
  await desk.page.getByText('0 of 4').waitFor();
  expect(await violations(desk.page)).toEqual([]);
  await picture(desk.page, 'sign-ins');

  const [priya, maria] = [await seat(browser), await seat(browser)];
  await signIn(priya.page, 'alder', 'Priya Nair');
  await priya.page.getByRole('link', { name: 'Confirm them' }).click();
  await priya.page.getByRole('button', { name: 'Still here Sam Okoro' }).click();
  await priya.page.getByText('1 of 4 answered').waitFor();
  await priya.page.getByText('Security contact', { exact: true }).click();
  await priya.page.getByLabel('To whom?').selectOption({ label: 'Maria Santos' });
  await priya.page.getByRole('button', { name: 'Propose it' }).click();
  await priya.page.getByText('Priya Nair proposes Maria Santos').waitFor();
  expect(await violations(priya.page)).toEqual([]);
  await picture(priya.page, 'people-1366');

  await signIn(maria.page, 'alder', 'Maria Santos');
  await maria.page.getByRole('link', { name: 'Look and answer' }).click();
  await maria.page.getByRole('button', { name: 'Accept the role' }).click();
  await maria.page.getByRole('button', { name: 'Add a person' }).waitFor();
  await priya.page.getByRole('button', { name: 'Add a person' }).waitFor({ state: 'detached' });
  expect([...desk.faults, ...priya.faults, ...maria.faults]).toEqual([]);
});
