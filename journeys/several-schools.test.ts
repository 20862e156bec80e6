import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, password, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser?.close());

const box = 'What is the problem?';

/** Opens the menu under the name, as fingers that never leave the keys do. */
async function openMenu(page: Page): Promise<void> {
  await page.locator('details.account > summary').focus();
  await page.keyboard.press('Enter');
}

/** Presses what is named so, by the keys alone. */
async function goTo(page: Page, name: string): Promise<void> {
  await openMenu(page);
  const button = page.getByRole('button', { name });
  await button.waitFor();
  for (let at = 0; at < 9 && !(await button.evaluate(it => it === document.activeElement)); at++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

test('who works at two schools goes over by the keys; a page left open sends nothing and keeps its text, and goes on when he is back', async () => {
  const sam = await seat(browser);
  const { page, context, faults } = sam;
  await signIn(page, 'alder', 'Sam Okoro');
  const old = await context.newPage();
  await old.goto('/ask?category=attendance');
  const subject = old.getByLabel('What is the problem, in one line?');
  await subject.waitFor();

  await goTo(page, 'Act for Dogwood Secondary');
  await page.getByLabel('Password of Dogwood Secondary').fill('not the password');
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .getByText(/not that school’s password/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Password of Dogwood Secondary').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: box }).waitFor();
  await page.getByText('Sam Okoro, Dogwood Secondary').waitFor();
  await openMenu(page);
  await page.getByRole('button', { name: 'Act for Alder Academy' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await old.getByText('This page is for Alder Academy (Sam Okoro)').waitFor();
  await subject.fill('Written for Alder');
  await old.getByLabel('What happened?').fill('The letters to parents are empty.');
  await old.getByRole('button', { name: 'Send my question' }).click();
  await old.getByText(/Nothing was done/).waitFor();
  expect(await subject.inputValue()).toBe('Written for Alder');
  expect(await violations(old)).toEqual([]);

  await goTo(page, 'Act for Alder Academy');
  await page.getByLabel('Password of Alder Academy').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('Sam Okoro, Alder Academy').waitFor();
  await old.getByText('This page is for Alder Academy').waitFor({ state: 'detached' });
  expect(await subject.inputValue()).toBe('Written for Alder');
  await old.getByRole('button', { name: 'Send my question' }).click();
  await old.waitForURL(/\/tickets\/\d+/);
  await old.getByText('Written for Alder').first().waitFor();
  expect(faults).toEqual([]);
});

test('he says it himself on a phone, by both sign-ins; the lead sees it and ends it', async () => {
  const dolores = await seat(browser, { viewport: { width: 390, height: 844 } });
  const { page } = dolores;
  await signIn(page, 'dogwood', 'Dolores Peña');
  await page.goto('/account');
  await page.getByRole('link', { name: 'I also work at another school' }).click();
  await page.getByLabel('Password of Dogwood Secondary').fill(password);
  await page.getByLabel('User name of the other school').fill('dogwood');
  await page.getByLabel('Password of the other school').fill(password);
  await page.keyboard.press('Enter');
  await page
    .getByText(/Type the user name of another school/)
    .first()
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('User name of the other school').fill('esdilagh');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ruth Ɂelhdaqox' }).click();
  await page.getByRole('button', { name: 'End: ʔesdilagh School' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await openMenu(page);
  await page.getByRole('button', { name: 'Act for ʔesdilagh School' }).waitFor();

  const wei = await seat(browser);
  await signIn(wei.page, 'dogwood', 'Wei Zhang');
  await wei.page.goto('/account');
  await wei.page.getByRole('button', { name: 'Keys and sessions of Dolores Peña' }).click();
  await wei.page.getByRole('button', { name: 'End: ʔesdilagh School' }).click();
  await wei.page.getByText('Dolores Peña goes over to ʔesdilagh School no more.').waitFor();
  expect(await violations(wei.page)).toEqual([]);
  await page.getByRole('button', { name: 'Act for ʔesdilagh School' }).waitFor({ state: 'detached' });
  expect([...dolores.faults, ...wei.faults]).toEqual([]);
});

test('at the desk, too: a ticket that is left open under another sign-in keeps its note, and keeps it back', async () => {
  const { page, context } = await seat(browser);
  await signIn(page, 'maya');
  await page.goto('/desk/tickets/1011');
  await page.getByRole('tab', { name: 'Note' }).click();
  const note = page.getByLabel('Note for the iGroup');
  await note.fill('Only for the iGroup');
  const other = await context.newPage();
  await signIn(other, 'alder', 'Maria Santos');
  await page.getByText('This page is Maya Chen’s').waitFor();
  await page.getByRole('button', { name: 'Keep as note' }).click();
  await page
    .getByText(/Nothing was done/)
    .first()
    .waitFor();
  expect(await note.inputValue()).toBe('Only for the iGroup');
  expect(await violations(page)).toEqual([]);
});
