import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, press, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a question of one school is answered by others, accepted, and becomes a draft; what is wrong is reported and hidden', async () => {
  const [maria, joan, maya] = [await seat(browser), await seat(browser), await seat(browser)];
  await signIn(maria.page, 'alder', 'Maria Santos');
  await maria.page.getByRole('link', { name: 'Forum' }).first().click();
  await maria.page.getByRole('link', { name: 'Ask the forum' }).click();
  // What was asked already stands there while she types; the question can always be sent.
  const title = maria.page.getByLabel('Your question in one line');
  await title.fill('How long may comments on report cards be?');
  await maria.page.getByRole('link', { name: 'Comments are cut off after the second line' }).waitFor();
  await title.fill('Where do you note the wallaby drill?');
  const send = maria.page.getByRole('button', { name: 'Ask the forum' });
  await send.click();
  await maria.page.getByRole('alert').getByText('Write your question.').waitFor();
  await maria.page.getByLabel('What others need to know', { exact: true }).focus();
  await maria.page.keyboard.type('It is **once a month**.');
  await maria.page.getByLabel('Area', { exact: true }).selectOption({ label: 'Attendance' });
  expect(await violations(maria.page)).toEqual([]);
  await send.click();
  await maria.page.getByRole('heading', { name: 'Where do you note the wallaby drill?' }).waitFor();
  const { pathname } = new URL(maria.page.url());

  // Another school reads which school asks, and not who; has it too, and answers. The asker's page follows by itself.
  await signIn(joan.page, 'birch', 'Joan Whitehorse');
  await joan.page.goto('/forum?q=wallab');
  await joan.page.getByRole('link', { name: 'Where do you note the wallaby drill?' }).click();
  await joan.page.getByText('Alder Academy').first().waitFor();
  expect(await joan.page.getByText('Maria Santos').count()).toBe(0);
  await joan.page.getByRole('button', { name: 'I have this too' }).click();
  await joan.page.getByRole('button', { name: 'You have it too 1' }).waitFor();
  await joan.page.getByLabel('Your answer', { exact: true }).fill('Call me at 250-555-0142.');
  await joan.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await maria.page.getByText('Call me at 250-555-0142.').waitFor();

  // The iGroup answers; the asker says that this solved it.
  await signIn(maya.page, 'maya');
  await maya.page.getByRole('link', { name: 'Forum' }).waitFor();
  await press(maya.page, 'g', 'f');
  await maya.page.getByRole('heading', { name: 'Forum', level: 1 }).waitFor();
  await maya.page.goto(`/desk${pathname}`);
  await maya.page.getByText('(Maria Santos)').waitFor();
  // An @ offers who has written here, as they sign it; Enter puts the name in and sends nothing.
  await maya.page.getByLabel('Your answer', { exact: true }).focus();
  await maya.page.keyboard.type('Under **Events**, @ald');
  await maya.page.getByRole('option', { name: 'Alder Academy' }).waitFor();
  await maya.page.keyboard.press('Enter');
  await maya.page.keyboard.press('Control+Enter');
  const ours = maria.page.getByRole('article').filter({ hasText: 'Under Events' });
  await ours.getByText('iGroup').waitFor();
  await ours.getByRole('button', { name: 'This solved it' }).click();
  await maya.page.getByText('This solved it').first().waitFor();
  expect(await violations(maria.page)).toEqual([]);

  // Reported by one, hidden by the desk with why, shown again by undo, hidden again.
  const theirs = maria.page.getByRole('article').filter({ hasText: 'Call me' });
  await theirs.getByRole('button', { name: 'Report' }).click();
  await theirs.getByLabel('What is wrong with it? Only the desk reads this.').fill('A number');
  await theirs.getByRole('button', { name: 'Report it' }).click();
  await maria.page.getByText('Thank you. The desk looks at it.').waitFor();
  await maya.page.getByText('1 report waits to be looked at').waitFor();
  expect(await violations(maya.page)).toEqual([]);
  const called = maya.page.getByRole('article').filter({ hasText: 'Call me' });
  const hide = async () => {
    await called.getByRole('button', { name: 'Hide', exact: true }).click();
    await called.getByLabel('Why is it hidden? Only the desk reads this.').fill('A telephone number');
    await called.getByRole('button', { name: 'Hide it' }).click();
    await called.getByText('Hidden by Maya Chen: A telephone number').waitFor();
  };
  await hide();
  await theirs.waitFor({ state: 'detached' });
  await maya.page.getByRole('button', { name: 'Undo' }).click();
  await theirs.waitFor();
  await hide();
  await theirs.waitFor({ state: 'detached' });

  // The desk makes a draft of it, which leads back.
  await maya.page.getByRole('button', { name: 'Make an article' }).click();
  await maya.page.getByText('There is an article about it:').waitFor();
  await maya.page
    .locator('.forum-topic')
    .getByRole('link', { name: 'Where do you note the wallaby drill?' })
    .click();
  await maya.page.getByText('Made from the forum').waitFor();
  await expect
    .poll(() => maya.page.getByLabel('Text', { exact: true }).inputValue())
    .toMatch(/^Under \*\*Events\*\*, …/);

  // Her first page told the asker; once she has looked, it does not.
  await maria.page.goto('/forum?show=mine');
  await maria.page.getByRole('link', { name: 'Where do you note the wallaby drill?' }).waitFor();
  expect([...maria.faults, ...joan.faults, ...maya.faults]).toEqual([]);
});
