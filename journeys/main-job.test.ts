import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a school asks, the desk sees it arrive, asks back and solves it, and the school says so: all without reloading', async () => {
  const school = await seat(browser);
  const desk = await seat(browser);
  await signIn(desk.page, 'maya');
  await signIn(school.page, 'alder', 'Maria Santos');
  await desk.page.getByRole('link', { name: /^Unassigned/ }).click();

  // She asks.
  const subject = `Printer prints nothing ${Date.now()}`;
  await school.page.getByRole('textbox', { name: 'What is the problem?' }).fill(subject);
  await school.page.keyboard.press('Enter');
  await school.page.getByLabel('What happened?').fill('Since **this morning**, all of them.');
  await school.page.getByLabel('What is it about?').selectOption({ label: 'Printing and reports' });
  await school.page.getByLabel('Our office or one class').check();
  await school.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'window.txt', mimeType: 'text/plain', buffer: Buffer.from('paper: A4') });
  await school.page.getByText('window.txt').waitFor();
  await school.page.getByRole('button', { name: 'Send my question' }).click();
  const number = /\d{4,}/.exec(
    await school.page
      .getByText(/\b1\d{3}\b/)
      .first()
      .innerText(),
  )![0];
  await school.page.goto(`/tickets/${number}`);
  await school.page.getByText('With us').first().waitFor();

  // It appears in the open list, and she takes it by answering.
  await desk.page.getByRole('row', { name: subject }).click();
  await desk.page.getByRole('heading', { name: subject }).waitFor();
  expect(await desk.page.locator('strong', { hasText: 'this morning' }).count()).toBe(1);
  await desk.page.getByRole('link', { name: /window\.txt/ }).waitFor();
  await desk.page.getByPlaceholder(/^Write to/).fill('Which printer is it?');
  await desk.page.getByRole('button', { name: 'Send, wait for the school' }).click();

  // She reads the question where she is, and answers it.
  await school.page.getByText('Which printer is it?').waitFor();
  await school.page.getByText('With you').first().waitFor();
  await school.page.getByRole('textbox', { name: /^(Write|Answer)/ }).fill('The one in the office.');
  await school.page.getByRole('button', { name: /^Send/ }).click();
  await desk.page.getByText('The one in the office.').waitFor();
  await desk.page.getByText('The desk’s turn').last().waitFor();

  // A note stays inside; the solution asks for exactly what it needs.
  await desk.page.getByRole('tab', { name: 'Note' }).click();
  await desk.page.getByPlaceholder(/note/i).fill('Known since Monday.');
  await desk.page.getByRole('button', { name: /note/i }).last().click();
  await desk.page.getByText('only the iGroup sees this').first().waitFor();
  await desk.page.getByRole('button', { name: 'Solve...' }).click();
  await desk.page.getByLabel('The answer in plain words').fill('Choose Letter, not A4.');
  await desk.page.getByRole('button', { name: 'Solve', exact: true }).click();
  await desk.page
    .getByText(/needed|Needed/)
    .first()
    .waitFor(); // the code and the minutes
  expect(await desk.page.getByLabel('The answer in plain words').inputValue()).toBe('Choose Letter, not A4.');
  await choose(desk.page, 'How it was solved', 'Solved by the desk');
  await desk.page.getByLabel('Minutes spent').fill('5');
  await desk.page.getByRole('button', { name: 'Solve', exact: true }).click();

  // She sees the answer and closes it.
  await school.page.getByText('Choose Letter, not A4.').waitFor();
  expect(await school.page.getByText('Known since Monday.').count()).toBe(0);
  await school.page
    .getByRole('button', { name: /solved/i })
    .first()
    .click();
  await school.page.getByText('Closed').first().waitFor();
  await desk.page
    .getByText(/Closed/)
    .first()
    .waitFor();
  expect([...school.faults, ...desk.faults]).toEqual([]);
});

/** A choice of the desk is a button with a list, or a plain select. */
async function choose(page: import('playwright-core').Page, label: string, option: string): Promise<void> {
  const field = page.getByLabel(label).last();
  if ((await field.evaluate(element => element.tagName)) === 'SELECT')
    await field.selectOption({ label: option });
  else {
    await field.click();
    await page.getByRole('option', { name: option }).click();
  }
}
