import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstSignIn, openBrowser, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A school of which nothing is recorded yet, with somebody who can sign in: the first password of its letter. */
async function madeSchool(desk: Awaited<ReturnType<typeof seat>>): Promise<string> {
  await signIn(desk.page, 'nadia');
  return desk.page.evaluate(async () => {
    const send = async (path: string, method: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(path, { method, headers, body: JSON.stringify(body) })).json();
    };
    const { id } = await send('/api/schools', 'POST', { code: 'HEMSC', name: 'Hemlock School' });
    await send(`/api/schools/${id}/people`, 'POST', { name: 'Ada Brook', roles: ['lead'] });
    return (await send(`/api/schools/${id}/login`, 'PUT', { username: 'hemlockschool', lang: 'en' }))
      .password;
  });
}

test('somebody of a school that is not open comes to the gate, and asks for help through the emergency door, on a phone and by keyboard alone', async () => {
  const [desk, school] = await Promise.all([
    seat(browser),
    seat(browser, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }),
  ]);
  const { page } = school;
  await firstSignIn(page, 'hemlockschool', await madeSchool(desk), 'Ada Brook');
  await page.getByRole('heading', { name: 'Hemlock School is not open yet' }).waitFor();
  await page.getByText('Ada Brook, lead of your school').waitFor();
  await page.getByText('Nadia Petrov, coordinator at the desk').first().waitFor();
  expect(await page.getByRole('link', { name: 'Ask', exact: true }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  // No address leads past the gate.
  for (const path of ['/ask', '/tickets', '/tickets/1001']) {
    await page.goto(path);
    await page.getByRole('heading', { name: 'Hemlock School is not open yet' }).waitFor();
  }

  await page.getByRole('link', { name: /^Locked out/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Emergency' }).waitFor();
  await page
    .getByRole('list', { name: 'Numbers to call' })
    .getByRole('link', { name: '250-555-0199' })
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('What happened?').focus();
  for (const typed of ['Nobody can sign in.', 'Hemlock School', 'Ada Brook', '250 555 0199']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'It has arrived' }).waitFor();
  const receipt = await page.getByText(/^[A-Z]{4}-[A-Z]{4}$/).innerText();
  expect(await violations(page)).toEqual([]);

  const told = desk.page.getByText('Emergency: Ada Brook has written');
  await told.waitFor();
  await desk.page.getByRole('button', { name: 'Look' }).click();
  await desk.page.getByText(`Receipt ${receipt}`).waitFor();
  expect(await violations(desk.page)).toEqual([]);
  await desk.page.getByRole('button', { name: 'Make a ticket' }).click();
  await desk.page.getByRole('heading', { name: 'Locked out: asks for help to sign in' }).waitFor();
  await desk.page.getByText('Neither trained nor in Stage 1').waitFor();
  expect([...desk.faults, ...school.faults]).toEqual([]);
});
