import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const own = 'a password of her own';

test('somebody is invited by a link, comes in by it on a phone with a password of her own, and is reset by another', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'arun');
  await page.goto('/desk/people');
  await page.getByRole('button', { name: 'Invite a person' }).press('Enter');
  await page.getByLabel('Name', { exact: true }).fill('Wren Vale');
  await page.getByLabel(/User name or work e-mail/).fill('Wren.Vale@group.example');
  await page.getByRole('checkbox', { name: /^coordinator keeps/ }).check();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'The link for Wren Vale' }).waitFor();
  const link = await page.locator('code').innerText();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#root').isVisible()).toBe(false);
  expect(await page.locator('code').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'I have it' }).click();
  await page.getByText('wren.vale@group.example').waitFor();

  const phone = await seat(browser, { viewport: { width: 390, height: 844 } });
  await phone.page.goto(link);
  await phone.page.getByRole('heading', { name: 'Welcome, Wren Vale' }).waitFor();
  expect(await violations(phone.page)).toEqual([]);
  await phone.page.getByLabel('Password').fill('short');
  await phone.page.keyboard.press('Enter');
  await phone.page.getByRole('alert').waitFor();
  await phone.page.getByLabel('Password').fill(own);
  await phone.page.keyboard.press('Enter');
  await phone.page.waitForURL(/\/desk/);
  // The administrator's page has heard of it.
  await page.getByRole('button', { name: 'Change Wren Vale' }).waitFor();
  await phone.page.goto(link);
  await phone.page.reload();
  await phone.page.getByText('This link was used already').waitFor();

  await page.getByRole('button', { name: 'Password link for Wren Vale' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const reset = await page.locator('code').innerText();
  await page.getByRole('button', { name: 'I have it' }).click();
  await phone.page.goto(reset);
  await phone.page.reload();
  await phone.page.getByLabel('Password').fill(`${own}, another`);
  await phone.page.keyboard.press('Enter');
  await phone.page.getByRole('heading', { name: 'Your new password is kept' }).waitFor();
  await phone.page.getByRole('link', { name: 'To the sign-in page' }).click();
  await phone.page.getByLabel('User name').fill('wren.vale@group.example');
  await phone.page.getByLabel('Password').fill(`${own}, another`);
  await phone.page.keyboard.press('Enter');
  await phone.page.waitForURL(/\/desk/);

  await page.getByRole('button', { name: 'Has left Wren Vale' }).click();
  await page.getByText('Wren Vale can no longer sign in.').waitFor();
  expect([...faults, ...phone.faults]).toEqual([]);
});

test('an agent makes a token of her own, and sees when it was used', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'ines');
  await page.goto('/desk/tokens');
  await page.getByRole('button', { name: 'Create a token' }).click();
  await page.getByLabel('What it is for').fill('My own list');
  expect(await page.getByRole('checkbox', { name: /administer/ }).count()).toBe(0);
  await page.keyboard.press('Enter');
  const token = await page.locator('code').innerText();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByText('never used').waitFor();
  const { status } = await fetch(new URL('/api/session', page.url()), {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(status).toBe(200);
  await page.reload();
  await page.getByText('last used').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});
