import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, violations } from './browser.ts';

/** The connectivity guide: solved; to a ticket; a code over the telephone; the coordinator writes it. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const asked = (page: Page, question: RegExp) =>
  page.getByRole('heading', { level: 1, name: question }).waitFor();
const answer = async (page: Page, label: RegExp, next: RegExp) => {
  await page.getByRole('button', { name: label }).first().click();
  await asked(page, next);
};
/** The letters of the code, as one reads them out. */
const code = async (page: Page) =>
  (await page.locator('.letters span').allTextContents()).join(' ').toLowerCase();

test('a secretary who is not signed in goes from “I can’t connect” to what solves it, on a phone and by keyboard', async () => {
  const { page, faults, context } = await seat(browser, { viewport: { width: 390, height: 844 } });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: /^I can’t connect/ }).click();
  await asked(page, /Is there a notice/);
  expect(await violations(page)).toEqual([]);
  for (const [label, next] of [
    [/No notice/, /What do you see/],
    [/Other web pages open/, /Type the address https:\/\/sis.town.example\//],
    [/^The sign-in page opens/, /Was your bookmark/],
  ] as const) {
    await page.getByRole('button', { name: label }).focus();
    await page.keyboard.press('Enter');
    await asked(page, next);
  }
  // The computer goes off; what was answered is still here.
  await page.goto('/help');
  await page.getByRole('link', { name: /Can’t connect/ }).click();
  await asked(page, /Was your bookmark/);
  await page.getByText('your answers are still here').waitFor();
  await answer(page, /^Back/, /Type the address/);
  await answer(page, /^The sign-in page opens/, /Was your bookmark/);
  await answer(page, /with the new bookmark/, /Old bookmark/);
  await page.getByText('Your school looks after this.').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test('a secretary comes to a ticket with all findings, and an agent reads the code of another', async () => {
  const [school, desk] = await Promise.all([seat(browser), seat(browser)]);
  const { page } = school;
  await Promise.all([signIn(page, 'alder', 'Maria Santos'), signIn(desk.page, 'maya')]);
  await page.getByRole('link', { name: 'Can’t connect' }).click();
  await asked(page, /Is there a notice/);
  await page.getByText('Alder Academy').waitFor();
  await answer(page, /No notice/, /What do you see/);
  await answer(page, /very slow/, /Is everything on the internet slow/);
  await page.getByText(/^answers in/).waitFor();
  await answer(page, /Only BCeSIS/, /slow at another school/);
  await answer(page, /^Yes/, /slow for everyone/);
  await page.getByLabel('The exact message').fill('Gateway timeout');
  await page.getByText('What will be sent').click();
  await page.locator('.sent').getByText('Only BCeSIS').waitFor();
  // Measured anew, the page is drawn beneath her: what she unfolded stays so, and a press that began counts.
  const again = page.getByRole('button', { name: 'Again', exact: true });
  await again.click();
  await page.getByText('Measuring…').waitFor({ state: 'detached' });
  expect(await page.locator('.sent').isVisible()).toBe(true);
  await again.click();
  await page.getByRole('button', { name: 'Back', exact: true }).hover();
  await page.mouse.down();
  await page.waitForTimeout(2500);
  await page.mouse.up();
  await asked(page, /slow at another school/);
  await page.getByText('Measuring…').waitFor({ state: 'detached' });
  await answer(page, /^Yes/, /slow for everyone/);
  expect(await violations(page)).toEqual([]);
  const read_out = await code(page);
  await page.getByRole('button', { name: 'Send the ticket with all answers' }).click();
  await page.getByRole('link', { name: /^Go to ticket/ }).click();
  await page.getByRole('heading', { name: /BCeSIS slow at several schools/ }).waitFor();
  const number = page.url().split('/').at(-1)!;

  await desk.page.goto(`/desk/tickets/${number}`);
  const rail = desk.page.getByRole('region', { name: 'Connection check' });
  await rail.getByText('Whose it is: Level 2').waitFor();
  await rail.getByText('4 answers').click();
  await rail.getByText('It works but is very slow, freezes, or throws me out').waitFor();
  await desk.page.goto('/desk/checks');
  await desk.page.getByLabel('Code').fill(read_out);
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('heading', { name: /^What .* says$/ }).waitFor();
  await desk.page.getByText('Gateway timeout').waitFor();
  await desk.page.getByLabel('Code').fill(read_out.replace(/.$/, letter => (letter === '7' ? '8' : '7')));
  await desk.page.keyboard.press('Enter');
  await desk.page.getByText('A letter of this code was misheard.').waitFor();
  // Nothing of hers stays on the computer.
  await page.goto('/guide');
  await asked(page, /Is there a notice/);
  expect([...school.faults, ...desk.faults]).toEqual([]);
});

test('what the desk needs and the way did not ask is asked before the ticket is sent, by keyboard', async () => {
  const [school, desk] = await Promise.all([
    seat(browser, { viewport: { width: 390, height: 844 } }),
    seat(browser),
  ]);
  const { page } = school;
  await Promise.all([signIn(page, 'alder', 'Maria Santos'), signIn(desk.page, 'maya')]);
  await page.goto('/guide');
  await asked(page, /Is there a notice/);
  await page.getByText('Alder Academy').waitFor();
  for (const [label, next] of [
    [/No notice/, /What do you see/],
    [/^Other web pages open/, /Type the address/],
    [/Service unavailable/, /at another school/],
    [/^It works at the other school/, /Wait ten minutes/],
    [/^It fails on both/, /Your school cannot reach the system/],
  ] as const)
    await answer(page, label, next);
  await page.getByText('Question 1 of 2').waitFor();
  expect(await page.getByRole('button', { name: 'Send the ticket with all answers' }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'An address was found' }).press('Enter');
  const second = page.getByRole('heading', { name: /^Can the school network reach/ });
  await second.waitFor();
  expect(await second.evaluate(each => each === document.activeElement)).toBe(true);
  // What she pressed too soon is asked again.
  await page.getByRole('button', { name: /^An address was found. Change/ }).press('Enter');
  await page.getByRole('button', { name: 'An address was found' }).press('Enter');
  await page.getByRole('button', { name: 'I don’t know' }).press('Enter');
  await page.getByText('What will be sent').click();
  await page.locator('.sent').getByText('Not known').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send the ticket with all answers' }).press('Enter');
  await page.getByRole('link', { name: /^Go to ticket/ }).click();
  await page.getByText('Not known yet, and needed to begin:').waitFor();
  const number = page.url().split('/').at(-1)!;
  await desk.page.goto(`/desk/tickets/${number}`);
  const rail = desk.page.getByRole('region', { name: 'Connection check' });
  await rail.getByText('Not known:').waitFor();
  await rail.getByText(/^Can the school network reach/).waitFor();
  await rail.getByText('6 answers').click();
  await rail.getByText('Name look-up works').waitFor();
  expect(await violations(desk.page)).toEqual([]);
  expect([...school.faults, ...desk.faults]).toEqual([]);
  await Promise.all([school.context.close(), desk.context.close()]);
});

test('where the notice is what she has, she is counted in place of a ticket, and can take it back', async () => {
  const { page, faults, context } = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(page, 'birch', 'Joan Whitehorse');
  await page.goto('/guide');
  await answer(page, /^Yes, there is a notice/, /Known problem/);
  const told = page.getByRole('region', { name: 'What is told now' });
  await told.getByText('Report cards print as white pages').waitFor();
  const too = told.getByRole('button', { name: 'I have this too: Report cards print as white pages' });
  await too.focus();
  await page.keyboard.press('Enter');
  await told.getByText('You are counted').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await told.getByText('You are counted').waitFor();
  await told.getByRole('button', { name: 'Take that back' }).click();
  await too.waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('the coordinator writes the guide, is refused a dead end, and publishes', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'nadia');
  await page.goto('/desk/guide?at=C34');
  await page.getByText('Nothing is wrong with it').waitFor();
  await page.getByRole('button', { name: 'Remove Answer 1' }).click();
  await page.getByRole('button', { name: 'Add an answer' }).click();
  await page.getByText(/thing(s are| is) wrong/).waitFor();
  await page.getByText('Kept · Written by Nadia Petrov').waitFor();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByLabel('Why it changes').fill('Printers have a new answer');
  await page.keyboard.press('Enter');
  await page.getByText('so it is not published').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByLabel('Answer 2 (English)').fill('No, not one page');
  await page.getByLabel('Answer 2 (French)').fill('Non, pas une page');
  await page.getByLabel('Leads to (Answer 2)').selectOption('O_PRINTER');
  await page.getByText('Nothing is wrong with it').waitFor();
  await page.getByText('Kept · Written by Nadia Petrov').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByLabel('Why it changes').fill('Printers have a new answer');
  await page.keyboard.press('Enter');
  await page.getByText('Schools see version 3.').waitFor();
  const everybody = await page.request.get('/api/public/guide');
  expect(await everybody.text()).toContain('No, not one page');
  expect(faults).toEqual([]);
});

test('the coordinator reads an earlier version, compares it, begins the draft from it, and takes that back', async () => {
  const { page, faults, context } = await seat(browser);
  await signIn(page, 'nadia');
  await page.goto('/desk/guide?at=variables');
  await page.getByRole('link', { name: 'Version 1', exact: true }).press('Enter');
  await page.getByText('Version 1 as it was published').waitFor();
  const address = page.getByLabel('Address of its sign-in page');
  expect(await address.isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Add a question' }).count()).toBe(0);
  await page.getByLabel('Compared with').selectOption({ index: 1 });
  await page.getByRole('heading', { name: /^Version 1 against version/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Begin the draft from this version' }).press('Enter');
  await page.getByText('The draft is version 1 now').waitFor();
  await page.getByText('Kept · Written by Nadia Petrov').waitFor();
  expect(await page.getByText('Version 1 as it was published').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The draft is as it was').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Publish…' }).count()).toBe(0);
  await page.goto('/desk/guide?version=99');
  await page.getByText('Version 99 could not be loaded.').waitFor();
  expect(faults.filter(each => !each.includes('404'))).toEqual([]);
  await context.close();
});

test('the coordinator changes its parts, its conditions, what it measures, and what must hold', async () => {
  const { page, faults, context } = await seat(browser);
  await signIn(page, 'nadia');
  const fine = () => page.getByText('Nothing is wrong with it').waitFor();
  const kept = () => page.getByText('Kept · Written by Nadia Petrov').waitFor();
  await page.goto('/desk/guide?at=whole');
  await page.getByLabel('Part 1 (English)').fill('Do we know of it already?');
  await page.getByRole('button', { name: 'Move Part 1 down' }).click();
  await page
    .getByText(/questions are in it/)
    .first()
    .click();
  const [first, second] = await page
    .getByRole('list', { name: /^The order/ })
    .first()
    .locator('li')
    .allInnerTexts();
  await page.getByRole('button', { name: `Move ${second!.slice(0, 3)} up` }).press('Enter');
  await expect
    .poll(() =>
      page
        .getByRole('list', { name: /^The order/ })
        .first()
        .locator('li')
        .allInnerTexts(),
    )
    .toEqual(expect.arrayContaining([second, first]));
  expect(await violations(page)).toEqual([]);
  await kept();
  await page.goto('/desk/guide?at=C29');
  await page.getByLabel('Slowly').selectOption({ label: 'Only {SIS_NAME}' });
  const asks = page.getByLabel('Asked', { exact: true });
  await asks.selectOption({ label: 'It runs in a plug-in of the browser (Java)' });
  await page.getByLabel('Else it goes on at').selectOption('O_UNEXPLAINED');
  await asks.selectOption({ label: 'always' });
  await fine();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Walks that must hold' }).click();
  for (const label of [/^No notice/, /It works but is very slow/, /^Only /, /^Yes/])
    await page.locator('.try-it').getByRole('button', { name: label }).first().click();
  await page.locator('.try-it').getByText('The system is slow for everyone').waitFor();
  await page.getByRole('button', { name: 'Keep as a walk that must end here' }).click();
  await page.getByLabel('Walk 7 (English)').fill('Slow for all');
  await page.getByLabel('Walk 7 (French)').fill('Lent pour tous');
  await fine();
  expect(await violations(page)).toEqual([]);
  // Gone to another page before a moment has passed, all of it is kept.
  await page.getByLabel('Walk 7 (English)').fill('Slow for everybody');
  await page.getByRole('link', { name: 'Codes and runs' }).click();
  await page.getByLabel('Code').waitFor();
  await page.goto('/desk/guide?at=C31&show=drawn');
  await kept();
  await page.getByLabel('Leads to (Answer 1)').selectOption('O_BANDWIDTH');
  const strays = page.getByText(/It ends at “[^”]*”, and not at “The system is slow for everyone”/);
  await strays.first().waitFor();
  await page.getByRole('link', { name: 'Slow for everybody' }).click();
  await page
    .getByRole('group', { name: 'Walk 7' })
    .getByText(/It ends at/)
    .waitFor();
  await kept();
  expect(await violations(page)).toEqual([]);
  await page.getByText('part Do we know of it already?').waitFor();
  await page.getByText('order', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Drop what is not published' }).click();
  await fine();
  expect(faults).toEqual([]);
  await context.close();
});
