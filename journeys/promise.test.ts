import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('what is promised is said to both sides, rests while the school is asked, goes on, is kept, and explains itself', async () => {
  const maria = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(maria.page, 'alder', 'Maria Santos');
  await maria.page.goto('/ask?category=attendance&subject=Codes%20of%20Monday');
  await maria.page.getByLabel('What happened?').fill('They stand under Tuesday.');
  await maria.page.getByRole('button', { name: 'Send my question' }).click();
  await maria.page.getByText(/It has the number \d+/).waitFor();
  const number = /\d+(?=\?)/.exec(maria.page.url())![0];
  await maria.page.getByText(/^Answer by /).waitFor();
  const hers = maria.page.locator('section', { has: maria.page.getByRole('heading', { name: 'Promise' }) });
  await hers.getByText('Our turn').waitFor();
  expect(await violations(maria.page)).toEqual([]);

  const maya = await seat(browser);
  await signIn(maya.page, 'maya');
  await maya.page.goto(`/desk/tickets/${number}?sort=due`);
  const promise = maya.page.getByRole('region', { name: 'Promise' });
  await promise.getByText(/^First answer: promised by /).waitFor();
  await maya.page
    .getByRole('row', { name: /Codes of Monday/ })
    .getByText(/^by /)
    .waitFor();
  // By keyboard: the why opens, and its lines come to a sum.
  const why = promise.getByLabel('Why: First answer');
  await why.focus();
  await maya.page.keyboard.press('Enter');
  await promise
    .getByText(/^Together \d+ (min|s)? ?.*of \d+ h$/)
    .first()
    .waitFor();
  expect(await violations(maya.page)).toEqual([]);

  await maya.page.getByRole('button', { name: 'Ask the school…' }).click();
  await maya.page.getByRole('textbox', { name: /question/i }).fill('On which day were they entered?');
  await maya.page.keyboard.press('Control+Enter');
  await promise.getByText(/^First answer: .*, in time$/).waitFor();
  await promise.getByText(/^Solution: paused, /).waitFor();
  await hers.getByText('Your turn').waitFor();

  await maria.page.getByRole('textbox').first().fill('On Friday.');
  await maria.page.getByRole('button', { name: /^Send/ }).click();
  await hers.getByText('Our turn').waitFor();
  await promise.getByText(/^Next answer: promised by /).waitFor();
  await promise.getByText(/^Solution: promised by /).waitFor();

  await maya.page.getByRole('link', { name: /^Due today/ }).click();
  await maya.page.getByRole('heading', { name: 'Due today' }).waitFor();
  await maya.page.getByRole('link', { name: /^About to be late/ }).click();
  await maya.page.getByRole('heading', { name: 'About to be late' }).waitFor();
  await maya.page.getByRole('row').first().waitFor();
  expect(await violations(maya.page)).toEqual([]);
  expect([...maria.faults, ...maya.faults]).toEqual([]);
});
