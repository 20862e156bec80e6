import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProvider, type TestProvider } from '#testing/provider.ts';
import { openBrowser, seat, signIn, violations } from './browser.ts';
import { townAt } from './town.ts';

let browser: Browser;
let provider: TestProvider;
beforeAll(async () => {
  [browser, provider] = await Promise.all([
    openBrowser(),
    startProvider(`${townAt()}/api/sign-on/back`, ['maya', 'stranger']),
  ]);
});
afterAll(async () => {
  await Promise.all([browser.close(), provider.stop()]);
});

test('an administrator sets the provider up, an agent links her account, and signs in by it; a stranger does not', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'arun');
  await page.goto('/desk/settings');
  await page.getByRole('link', { name: 'Single sign-on' }).click();
  await page.getByLabel('Issuer').fill(provider.issuer);
  await page.getByLabel('Client id').fill(provider.client.client_id);
  await page.getByLabel('Client secret').fill('not the secret');
  await page.getByLabel('Name on the button').fill('School district');
  await page.getByRole('checkbox', { name: 'Single sign-on is on' }).check();
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText('It does not work yet.').waitFor();
  await page.getByLabel('Client secret').fill(provider.client.client_secret);
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText('It works. Nobody was signed in.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('One is kept, sealed.').waitFor();

  const stranger = await seat(browser);
  await stranger.page.goto('/sign-in');
  await stranger.page.getByRole('button', { name: 'Sign in with School district' }).click();
  await stranger.page.getByRole('link', { name: 'stranger', exact: true }).click();
  await stranger.page.getByText('nobody of the iGroup is linked to this account').waitFor();
  expect(await violations(stranger.page)).toEqual([]);

  const maya = await seat(browser);
  await signIn(maya.page, 'maya');
  await maya.page.goto('/desk/tokens');
  await maya.page.getByRole('button', { name: 'Link your account at School district' }).click();
  await maya.page.getByRole('link', { name: 'maya', exact: true }).click();
  await maya.page.getByText('Your account is linked.').waitFor();
  expect(await violations(maya.page)).toEqual([]);

  const later = await seat(browser, { viewport: { width: 390, height: 844 } });
  await later.page.goto('/sign-in');
  await later.page.getByRole('button', { name: 'Sign in with School district' }).press('Enter');
  await later.page.getByRole('link', { name: 'maya', exact: true }).click();
  await later.page.waitForURL(/\/desk/);
  await later.page.getByText('Maya Chen').first().waitFor({ state: 'attached' });

  await page.getByRole('checkbox', { name: 'Single sign-on is on' }).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  const after = await seat(browser);
  await expect
    .poll(async () => {
      await after.page.goto('/sign-in');
      await after.page.getByLabel('User name').waitFor();
      return after.page.getByRole('button', { name: 'Sign in with' }).count();
    })
    .toBe(0);
  expect([...faults, ...stranger.faults, ...maya.faults, ...later.faults]).toEqual([]);
});
