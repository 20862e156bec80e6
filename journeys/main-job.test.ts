import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a school asks, the desk sees it arrive, asks back and solves it, and the school says so: nobody reloads', async () => {
  const school = await seat(browser);
  const desk = await seat(browser);
  await signIn(desk.page, 'maya');
  await signIn(school.page, 'alder', 'Maria Santos');
  await desk.page.getByRole('link', { name: /^Unassigned/ }).click();

  const subject = 'Nothing comes out of the printer';
  await asks(school.page, subject);
  await school.page.getByText(/It has the number \d+/).waitFor();

  // It appears in the open list; she takes it by asking back.
  await desk.page.getByRole('row', { name: subject }).click();
  await desk.page.getByRole('heading', { name: subject }).waitFor();
  await desk.page.locator('strong', { hasText: 'this morning' }).waitFor();
  await desk.page.getByRole('link', { name: /window\.txt/ }).waitFor();
  await desk.page.getByLabel('Reply to the school').fill('Which printer is it?');
  await desk.page.getByRole('button', { name: 'Send, wait for the school' }).click();

  // The question comes to where she is, and she answers it there.
  await school.page.getByText('Which printer is it?').waitFor();
  await school.page.getByText('With you').first().waitFor();
  await school.page.getByLabel('Your answer').fill('The one in the office.');
  await school.page.getByRole('button', { name: /^Send/ }).click();
  await desk.page.getByText('The one in the office.').waitFor();

  await keepsNote(desk.page, 'Known since Monday.');
  await solves(desk.page, 'Choose Letter, not A4.');

  await school.page.getByText('Choose Letter, not A4.').waitFor();
  expect(await school.page.getByText('Known since Monday.').count()).toBe(0);
  await school.page.getByRole('button', { name: 'Yes, it is solved' }).click();
  await school.page.getByText('Closed', { exact: true }).first().waitFor();
  await desk.page.getByText('Closed', { exact: true }).first().waitFor();
  expect([...school.faults, ...desk.faults]).toEqual([]);
});

async function asks(page: Page, subject: string): Promise<void> {
  await page.getByRole('textbox', { name: 'What is the problem?' }).fill(subject);
  await page.keyboard.press('Enter');
  await page.getByLabel('What happened?').fill('Since **this morning**, all of them.');
  await page.getByLabel('What is it about?').selectOption({ label: 'Printing and reports' });
  await page.getByLabel('Which printer?').waitFor();
  await page.getByLabel('Our office or one class').check();
  const picture = { name: 'window.txt', mimeType: 'text/plain', buffer: Buffer.from('paper: A4') };
  await page.locator('input[type=file]').setInputFiles(picture);
  await page.getByText('window.txt').waitFor();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Send my question' }).click();
}

async function keepsNote(page: Page, text: string): Promise<void> {
  await page.getByRole('tab', { name: 'Note' }).click();
  await page.getByLabel('Note for the iGroup').fill(text);
  await page.getByRole('button', { name: 'Keep as note' }).click();
  await page.getByRole('article').filter({ hasText: text }).getByText('only the iGroup sees this').waitFor();
}

/** Asked for exactly what solving requires; a refused form keeps its text and says what is missing. */
async function solves(page: Page, answer: string): Promise<void> {
  await page.getByRole('button', { name: /^Solve/ }).click();
  await page.getByLabel('The answer in plain words').fill(answer);
  const send = page.getByRole('button', { name: /solved$/ });
  await send.click();
  await page
    .getByText(/Needed|Please/)
    .first()
    .waitFor();
  expect(await page.getByLabel('The answer in plain words').inputValue()).toBe(answer);
  const code = page.getByLabel('How it was solved');
  if ((await code.evaluate(element => element.tagName)) === 'SELECT') await code.selectOption('solved_l1');
  else {
    await code.click();
    await page.getByRole('option', { name: 'Solved by the desk' }).click();
  }
  await page.getByLabel('Minutes spent').fill('5');
  await send.click();
}
