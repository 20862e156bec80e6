import { generate } from 'otplib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, password, seat, signIn, violations } from './browser.ts';
import { townAt } from './town.ts';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser?.close());

/** Passkeys belong to a name, so this town is asked for by the name of this computer. */
const named = () => townAt().replace('127.0.0.1', 'localhost');

/** A device that keeps passkeys and makes sure who holds it, as Chromium plays one. */
async function withDevice(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('WebAuthn.enable');
  await line.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function typePassword(page: Page, username: string, person?: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  if (person) await page.getByRole('button', { name: person }).click();
}

test('an agent adds an app on her account page, keeps her codes, and is asked for a code from then on', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'vera');
  await page.getByRole('link', { name: /My account/ }).click();
  await page.getByRole('button', { name: 'Add a key' }).click();
  await page.getByLabel('Your password').fill(password);
  await page.getByLabel('Your password').press('Enter');
  const secret = (await page.locator('.key-form code').innerText()).replaceAll(' ', '');
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('The code that the app shows now').fill(await generate({ secret }));
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Your recovery codes' }).waitFor();
  const [code] = await page.locator('.codes code').allInnerTexts();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 recovery codes are left.').waitFor();

  const elsewhere = await seat(browser);
  await typePassword(elsewhere.page, 'vera');
  await elsewhere.page.getByLabel('Code', { exact: true }).fill('000000');
  await elsewhere.page.keyboard.press('Enter');
  await elsewhere.page.getByText(/This is not the right key/).waitFor();
  expect(await violations(elsewhere.page)).toEqual([]);
  await elsewhere.page.getByRole('button', { name: 'Use a recovery code' }).click();
  await elsewhere.page.getByLabel('Recovery code').fill(code!);
  await elsewhere.page.keyboard.press('Enter');
  await elsewhere.page.waitForURL(/\/desk/);

  await page.reload();
  await page.getByRole('button', { name: 'End all others' }).click();
  await elsewhere.page.waitForURL(/\/sign-in/);
  expect([...faults, ...elsewhere.faults]).toEqual([]);
});

test('a passkey signs an agent in without a password', async () => {
  const { page, faults } = await seat(browser, {}, named());
  await withDevice(page);
  await signIn(page, 'tom');
  await page.goto('/desk/account');
  await page.getByRole('button', { name: 'Add a key' }).click();
  await page.getByRole('radio', { name: /Passkey/ }).check();
  await page.getByLabel('Your password').fill(password);
  await page.getByLabel('Your password').press('Enter');
  await page.getByLabel(/^Name/).fill('Office laptop');
  await page.getByRole('button', { name: 'Add the key' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('Office laptop').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(() => page.url()).toMatch(/\/sign-in/); // a load may overtake another
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(/\/desk/);
  expect(faults).toEqual([]);
});

test('a school asks its people for their own keys: each is led to a PIN, and a lost one is taken off', async () => {
  const hannah = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(hannah.page, 'cedarbay', 'Hannah de Vries');
  await hannah.page.goto('/account');
  await hannah.page.getByRole('checkbox', { name: /Everybody needs a key/ }).click();
  await hannah.page.getByText(/It holds from each person’s next sign-in/).waitFor();
  expect(await violations(hannah.page)).toEqual([]);

  const again = await seat(browser, { viewport: { width: 390, height: 844 } });
  await typePassword(again.page, 'cedarbay', 'Hannah de Vries');
  await again.page.getByRole('heading', { name: 'Set up your second key' }).waitFor();
  expect(await violations(again.page)).toEqual([]);
  await again.page.getByRole('radio', { name: /PIN/ }).check();
  await again.page.getByRole('button', { name: 'Next' }).click();
  await again.page.getByLabel('Your new PIN').fill('111111');
  await again.page.keyboard.press('Enter');
  await again.page.getByRole('alert').waitFor();
  expect(await again.page.getByLabel('Your new PIN').inputValue()).toBe('111111');
  await again.page.getByLabel('Your new PIN').fill('193847');
  await again.page.keyboard.press('Enter');
  await again.page.getByRole('button', { name: 'I have kept them' }).click();
  await again.page.getByRole('heading', { name: 'What is the problem?' }).waitFor();

  const nadia = await seat(browser);
  await signIn(nadia.page, 'nadia');
  await nadia.page.goto('/desk/schools');
  await nadia.page.getByRole('link', { name: 'Cedar Bay Christian' }).click();
  await nadia.page.getByRole('button', { name: 'Keys and sessions of Hannah de Vries' }).click();
  await nadia.page.getByRole('button', { name: 'Take all keys off' }).click();
  expect(await violations(nadia.page)).toEqual([]);
  await nadia.page.getByRole('button', { name: 'Take all keys off' }).click();
  await nadia.page.getByText(/keys are taken off/).waitFor();
  await again.page.waitForURL(/\/sign-in/);
  await nadia.page.getByRole('checkbox', { name: /Everybody needs a key/ }).click();
  expect([...hannah.faults, ...again.faults, ...nadia.faults]).toEqual([]);
});

test('an administrator says which roles need a key, and sees and ends sessions', async () => {
  const arun = await seat(browser);
  await signIn(arun.page, 'arun');
  const leah = await seat(browser);
  await signIn(leah.page, 'leah');
  await arun.page.goto('/desk/people');
  const roles = arun.page.getByRole('group', { name: 'These roles need one' });
  await roles.getByRole('checkbox', { name: 'privacy officer' }).check();
  await arun.page.getByRole('button', { name: 'Save' }).click();
  await arun.page.getByText(/It holds from the next sign-in/).waitFor();
  expect(await violations(arun.page)).toEqual([]);
  await arun.page.getByRole('button', { name: 'Keys and sessions of Leah Stone' }).click();
  await arun.page.getByRole('dialog').getByText('Needs one.').waitFor();
  expect(await violations(arun.page)).toEqual([]);
  await arun.page.getByRole('dialog').getByRole('button', { name: 'End all' }).click();
  await leah.page.waitForURL(/\/sign-in/);
  await arun.page.keyboard.press('Escape');
  await typePassword(leah.page, 'leah');
  await leah.page.getByRole('heading', { name: 'Set up your second key' }).waitFor();
  await roles.getByRole('checkbox', { name: 'privacy officer' }).uncheck();
  await arun.page.getByRole('button', { name: 'Save' }).click();
  await arun.page
    .getByText(/It holds from the next sign-in/)
    .first()
    .waitFor();
  expect([...arun.faults, ...leah.faults]).toEqual([]);
});
