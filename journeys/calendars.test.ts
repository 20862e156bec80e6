import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const year = new Date().getUTCFullYear() + 1;
const event = (name: string, first: string) =>
  `BEGIN:VEVENT\r\nUID:${name}\r\nDTSTART;VALUE=DATE:${year}${first}\r\nSUMMARY:${name}\r\nEND:VEVENT\r\n`;
const file = (...events: string[]) => ({
  name: 'days.ics',
  mimeType: 'text/calendar',
  buffer: Buffer.from(`BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`),
});

test('the coordinator closes a day and takes a file as it was shown; an agent’s page follows; a lead adds a professional day', async () => {
  const nadia = await seat(browser);
  await signIn(nadia.page, 'nadia');
  await nadia.page.goto('/desk/settings/group');
  await nadia.page.getByText(/^(Open|Closed) now/).waitFor();
  const maya = await seat(browser);
  await signIn(maya.page, 'maya');
  await maya.page.goto('/desk/settings/group');
  await maya.page.getByRole('button', { name: 'The year after' }).click();
  await maya.page.getByRole('heading', { name: `The year ${year}` }).waitFor();
  expect(await maya.page.getByRole('button', { name: 'Add a day' }).count()).toBe(0);

  await nadia.page.getByRole('button', { name: 'Add a day' }).click();
  await nadia.page.keyboard.type('Study day');
  await nadia.page.getByLabel('First day').fill('2020-01-06');
  await nadia.page.getByRole('button', { name: 'Add', exact: true }).click();
  await nadia.page
    .getByRole('alert')
    .getByText(/What is past stays/)
    .waitFor();
  expect(await nadia.page.getByLabel('What is it called?').inputValue()).toBe('Study day');
  await nadia.page.getByLabel('First day').fill(`${year}-06-03`);
  await nadia.page.getByRole('button', { name: 'Add', exact: true }).click();
  await nadia.page.getByRole('button', { name: /^Take back Study day/ }).waitFor();
  await maya.page.getByText('Study day').first().waitFor();
  expect(await violations(nadia.page)).toEqual([]);

  await nadia.page.getByText('Import a calendar file').click();
  await nadia.page
    .getByLabel('Calendar file (.ics)')
    .setInputFiles(file(event('Retreat', '0603'), event('Planning', '0610')));
  await nadia.page.getByRole('heading', { name: 'Added (1)' }).waitFor();
  await nadia.page.getByText(/Study day.* becomes Retreat/).waitFor();
  expect(await violations(nadia.page)).toEqual([]);
  await nadia.page.getByRole('button', { name: 'Do this' }).click();
  await nadia.page.getByRole('button', { name: /^Take back Retreat/ }).waitFor();
  await nadia.page.getByRole('button', { name: /^Take back Planning/ }).click();
  await nadia.page.getByText('Planning is taken back.').waitFor();

  const grant = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(grant.page, 'alder', 'Grant Bell');
  await grant.page.goto('/calendar');
  await grant.page.getByRole('button', { name: 'Add a day' }).click();
  await grant.page.getByLabel('What is it called?').fill('Reporting day');
  await grant.page.getByLabel('First day').fill(`${year}-05-14`);
  await grant.page.getByLabel('Kind').selectOption({ label: 'professional day' });
  await grant.page.getByRole('button', { name: 'Add', exact: true }).click();
  await grant.page.getByRole('button', { name: /^Take back Reporting day/ }).waitFor();
  expect(await violations(grant.page)).toEqual([]);
  expect([...nadia.faults, ...maya.faults, ...grant.faults]).toEqual([]);
});
