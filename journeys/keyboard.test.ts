import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, password, seat, signIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Goes on by Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
      const label = [...(focused.labels ?? [])].map(each => each.innerText).join(' ');
      return `${label} ${focused.getAttribute('aria-label') ?? ''} ${focused.innerText ?? ''}`.trim();
    });
    if (name.test(called)) return;
  }
  throw new Error(`no Tab leads to ${name}`);
}

test('a secretary signs in, asks, and writes again without a mouse', async () => {
  const { page, faults } = await seat(browser);
  await page.goto('/sign-in');
  await tabTo(page, /^User name/);
  await page.keyboard.type('birch');
  await tabTo(page, /^Password/);
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByText('Joan Whitehorse').waitFor();
  await tabTo(page, /Joan Whitehorse/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What is the problem?' }).waitFor();
  await tabTo(page, /^What is the problem\?/);
  await page.keyboard.type('The class list is empty');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ask the desk' }).waitFor();
  await tabTo(page, /^What happened\?/);
  await page.keyboard.type('Division 3 shows nobody.');
  await tabTo(page, /^What is it about\?/);
  await page.keyboard.type('Attendance');
  await tabTo(page, /^Send my question/);
  await page.keyboard.press('Enter');
  await page.getByText(/It has the number \d+/).waitFor();
  await tabTo(page, /^Write to/);
  await page.keyboard.type('Division 4 too.');
  await tabTo(page, /^Send/);
  await page.keyboard.press('Enter');
  await page.getByRole('article').filter({ hasText: 'Division 4 too.' }).waitFor();
  expect(faults).toEqual([]);
});

test('an agent finds a ticket, takes it, replies, notes and goes on to the next without a mouse', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'ines');
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('substitute');
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /Substitute teacher/ }).waitFor();
  await page.getByText(/^1 ticket/).waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Substitute teacher cannot see the class' }).waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('i');
  await page.getByText('Ines Roy has it').first().waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('Her rights were for last year. Please try again.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('article').filter({ hasText: 'Her rights were for last year.' }).waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('n');
  await page.keyboard.type('Second time this month.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('article').filter({ hasText: 'Second time this month.' }).waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'New ticket for a school' }).waitFor();
  expect(faults).toEqual([]);
});
