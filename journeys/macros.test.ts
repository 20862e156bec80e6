import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave, openBrowser, press, seat, signIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const text = (page: Page) => page.locator('[role=tabpanel]:not([hidden]) textarea');

test('an agent answers with macros, by keys alone', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'maya');
  await page.goto('/desk/tickets/1013');
  await page.getByRole('heading', { name: /Cannot print transcripts/ }).waitFor();

  // Seen before it is done, then laid into its form, with its steps beside the text.
  await expect
    .poll(async () => {
      if ((await page.getByRole('dialog').count()) === 0) await press(page, 'o');
      return page.getByRole('option', { name: /Password is reset/ }).count();
    })
    .toBe(1);
  await page.getByRole('combobox', { name: 'Search or do anything' }).fill('passw');
  const preview = page.getByRole('region', { name: 'What it would do' });
  await preview.getByText('Hello Dolores,').waitFor();
  await preview.getByText('→ Sign-in, password, account').waitFor();
  await press(page, 'Enter');
  await page.getByRole('tab', { name: 'Solve' }).waitFor();
  await expect.poll(() => text(page).inputValue()).toContain('Hello Dolores,');
  const beside = page.getByRole('group', { name: 'Also' });
  await beside.getByText('category → Sign-in').waitFor();
  await beside.getByRole('button', { name: /Leave out: note/ }).press('Enter');
  // Sign-in has a checklist of its own, which would hold the solving back.
  await beside.getByRole('button', { name: /Leave out: category/ }).press('Enter');
  await press(page, 'Control+Enter');
  await page.getByText(/^Sent to/).waitFor();
  await page
    .locator('.outgoing')
    .getByText(/Also: give to me/)
    .waitFor();
  await leave(page);
  await press(page, 'z');
  await page.getByText('Taken back.').waitFor();
  await expect.poll(() => text(page).inputValue()).toContain('Hello Dolores,');
  await beside.getByText('give to me').waitFor();
  expect(await beside.getByText(/note/).count()).toBe(0);
  await text(page).press('Control+a');
  await press(page, 'Delete', 'Escape', 'Escape');

  // In the text itself; what the ticket can't fill in holds the text back.
  await leave(page);
  await press(page, 'r');
  await page.keyboard.type('Thank you. :still with');
  await page.getByRole('option', { name: /Still with Level 2/ }).waitFor();
  await press(page, 'Enter');
  await expect
    .poll(() => text(page).inputValue())
    .toMatch(/^Thank you\.\s+Hello Dolores,[^:]*\{\{ticket\.level2_reference\}\}/);
  await press(page, 'Control+Enter');
  await page.getByRole('alert').getByText('Still to fill in').waitFor();
  expect(await page.locator('.outgoing').count()).toBe(0);
  await page.keyboard.type('BC-7');
  await press(page, 'Control+Enter');
  await page.locator('.outgoing').getByText('under the number BC-7').waitFor();
  await leave(page);
  await press(page, 'z');
  await expect.poll(() => text(page).inputValue()).toContain('BC-7');
  await text(page).press('Control+a');
  await press(page, 'Delete');
  await page.keyboard.type(':we have it'); // at the same place again
  await page.getByRole('option', { name: /We have it/ }).waitFor();
  await press(page, 'Escape');
  await text(page).press('Control+a');
  await press(page, 'Delete');

  // Without a text it is done at once, and undone as one.
  await leave(page);
  await press(page, 'o');
  await page.keyboard.type('mine and for marks');
  await preview.getByText('→ Marks and report cards').waitFor();
  await press(page, 'Enter');
  await page.getByText('“Mine, and for marks and report cards” is done.').waitFor();
  await page.locator('.ticket-line').getByText('Marks and report cards').waitFor();
  await press(page, 'z');
  await page.locator('.ticket-line').getByText('Transcripts and TRAX files').waitFor();
  expect(faults).toEqual([]);
});

test('an agent keeps a macro of her own, and removes it with a way back', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'ines');
  await page.goto('/desk/settings');
  await page.getByRole('link', { name: 'Macros' }).press('Enter');
  await page.getByRole('button', { name: 'New macro' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.getByLabel('Name').fill('Call me');
  await page.getByLabel('Folder').fill('Greetings');
  const reply = page.getByRole('textbox', { name: 'Reply to the school' });
  await reply.focus();
  await page.keyboard.type('Hello ');
  await page.getByRole('button', { name: 'Put in a variable' }).first().press('Enter');
  await page.getByRole('menuitem', { name: /First name of who asked/ }).press('Enter');
  await expect.poll(() => reply.inputValue()).toBe('Hello {{person.first_name}}');
  await page.keyboard.type(', please call {{person.frist_name}}');
  await page.getByText('Nothing can fill in {{person.frist_name}}.').waitFor();
  for (let letters = '{{person.frist_name}}'.length; letters > 0; letters--) await press(page, 'Backspace');
  await page.keyboard.type('us.');
  await page.getByText('Hello Maria, please call us.').waitFor();
  const addStep = async (name: string) => {
    await page.getByRole('button', { name: 'Add a step' }).press('Enter');
    await page.getByRole('menuitem', { name }).press('Enter');
  };
  await addStep('Who has it');
  await page
    .getByRole('group', { name: 'Step 1' })
    .getByLabel('Who has it')
    .selectOption({ label: 'to the team Access' });
  await addStep('Snooze it');
  await page
    .getByRole('group', { name: 'Step 2' })
    .getByLabel('Out of my lists until')
    .selectOption('next_monday');
  await press(page, 'Control+Enter');
  await page.getByRole('button', { name: 'Keep it' }).press('Enter');
  await page.getByText('“Call me” is kept.').waitFor();
  await page.getByLabel('Search in macros').fill('call us');
  await page.getByRole('button', { name: 'What to do with Call me' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
  await page.getByText('“Call me” is removed.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('“Call me” is back.').waitFor();
  await page.getByRole('button', { name: 'Call me', exact: true }).waitFor();
  expect(faults).toEqual([]);
});
