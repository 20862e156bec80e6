import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave, openBrowser, press, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a school asks for more than itself; the iGroup settles, approves and does it; whom it concerns reads the change and nothing else', async () => {
  // A member is told who asks; the lead asks on a phone.
  const maria = await seat(browser);
  await signIn(maria.page, 'alder', 'Maria Santos');
  await maria.page.goto('/ask?card=settings');
  await maria.page.getByText('Changes of settings are asked for by:').waitFor();
  await maria.page.getByText('(technical contact)').waitFor();
  await maria.context.close();

  const grant = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(grant.page, 'alder', 'Grant Bell');
  await grant.page.goto('/ask?card=settings');
  await grant.page.getByRole('link', { name: 'Open the form' }).click();
  await grant.page.getByLabel('Which setting').fill('Homeroom lists: order of names');
  await grant.page.getByRole('button', { name: 'Send the request' }).click();
  await grant.page.getByRole('alert').getByRole('link', { name: 'How is it now?' }).waitFor();
  expect(await violations(grant.page)).toEqual([]);
  // What is written is still there after the page was left.
  await grant.page.getByLabel('How is it now?').fill('By first name');
  await grant.page.reload();
  await grant.page.getByText('Your text is still here.').waitFor();
  await grant.page.getByLabel('Which part of the system').selectOption({ label: 'Reports and printing' });
  await grant.page.getByLabel('How shall it be?').fill('By last name');
  await grant.page.getByLabel('Why', { exact: true }).fill('Our substitutes look in vain, says Maria.');
  await grant.page.getByLabel(/Who else, as far as you know/).fill('Birch prints the same lists.');
  await grant.page.getByRole('button', { name: 'Send the request' }).click();
  await grant.page.getByText('Waits for approval').waitFor();
  const number = /\d+(?=\?)/.exec(grant.page.url())![0];

  // An agent settles the schools.
  const maya = await seat(browser);
  await signIn(maya.page, 'maya');
  await maya.page.goto(`/desk/tickets/${number}`);
  const request = maya.page.getByRole('region', { name: 'Change of configuration' });
  await request.getByText('Waits for approval').waitFor();
  await request.getByRole('button', { name: 'Settle…' }).click();
  const sheet = maya.page.getByRole('dialog', { name: 'Settle the request' });
  await sheet.getByRole('radio', { name: 'Some schools' }).click();
  await sheet.getByRole('button', { name: /Which schools/ }).click();
  for (const school of ['Alder', 'Birch']) {
    await maya.page.getByPlaceholder('Name, code or town').fill(school);
    await maya.page.getByRole('option', { name: new RegExp(school) }).click();
  }
  await press(maya.page, 'Escape', 'Escape'); // what was typed, then the choice
  await sheet.getByLabel('Planned for').fill('2030-01-04');
  await sheet.getByLabel('Why', { exact: true }).fill('Lists are read by last name.');
  expect(await violations(maya.page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Save' }).click();
  await sheet.waitFor({ state: 'detached' });
  await request.getByText('some schools (2)').waitFor();

  // The coordinator finds what waits and approves it by keys; the asker's page follows.
  const nadia = await seat(browser);
  await signIn(nadia.page, 'nadia');
  await nadia.page.goto('/desk/configuration');
  await nadia.page.getByRole('link', { name: `${number} · Homeroom lists: order of names` }).click();
  await nadia.page.getByRole('button', { name: 'Approve…' }).waitFor();
  await leave(nadia.page);
  await press(nadia.page, 'q', 'a');
  await nadia.page.getByText(/2 schools read this now/).waitFor();
  await press(nadia.page, 'Shift+Tab', 'Tab');
  await nadia.page.getByRole('button', { name: 'Approve for 2 schools' }).press('Enter');
  await nadia.page.getByText('Approved by').waitFor();
  await grant.page.getByText('Approved by').waitFor();

  // Another school concerned reads the line, and that is all.
  const joan = await seat(browser);
  await signIn(joan.page, 'birch', 'Joan Whitehorse');
  await joan.page.getByRole('link', { name: /are new to you|Homeroom lists/ }).click();
  const line = joan.page.getByRole('listitem').filter({ hasText: 'Homeroom lists: order of names' });
  await line.getByText('Lists are read by last name.').waitFor();
  await line.getByText('Planned').waitFor();

  // Done by the palette; her page follows.
  await nadia.page.keyboard.press('Control+k');
  await nadia.page.keyboard.type('mark the change as done');
  await press(nadia.page, 'Enter');
  await nadia.page.getByRole('button', { name: 'It is done' }).click();
  await nadia.page.getByText('Done by').waitFor();
  await line.getByText('Done', { exact: true }).waitFor();
  const read = await joan.page.getByRole('main').innerText();
  expect(read).toContain('By last name');
  expect(read).not.toMatch(new RegExp(`${number}|Alder|Grant|substitutes|prints the same`));
  expect(await violations(joan.page)).toEqual([]);
  expect((await joan.page.request.get(`/api/configuration/requests/${number}`)).status()).toBe(404);

  // A school that it does not concern reads nothing of it.
  const wei = await seat(browser);
  await signIn(wei.page, 'dogwood', 'Wei Zhang');
  await wei.page.goto('/changes');
  await wei.page.getByText('Report cards: length of comments').waitFor();
  expect(await wei.page.getByRole('main').innerText()).not.toContain('Homeroom');
  expect([grant, maya, nadia, joan, wei].flatMap(({ faults }) => faults)).toEqual([]);
});
