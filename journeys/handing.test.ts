import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave, openBrowser, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a coordinator makes a team and says what goes to it; an agent gives it a ticket and takes that back', async () => {
  const { page: nadia, faults } = await seat(browser);
  const { page: maya, faults: other_faults } = await seat(browser);
  await signIn(nadia, 'nadia');
  await signIn(maya, 'maya');
  await maya.goto('/desk/tickets/1015');
  await maya.getByRole('button', { name: /^Assign/ }).waitFor();
  await nadia.goto('/desk/settings/teams');
  await nadia.getByRole('button', { name: 'Add a team' }).click();
  await nadia.keyboard.type('Timetables');
  await nadia.getByRole('checkbox', { name: 'Leah Stone' }).check();
  await nadia.getByRole('radio', { name: /^By load/ }).check();
  expect(await violations(nadia)).toEqual([]);
  await nadia.getByRole('button', { name: 'Add Timetables' }).click();
  await nadia.getByText('The team Timetables is there.').waitFor();
  await nadia.getByRole('button', { name: 'Add a line' }).click();
  await nadia.getByRole('combobox', { name: 'Team' }).selectOption({ label: 'Timetables' });
  await nadia.getByRole('button', { name: /^Categories/ }).click();
  await nadia
    .locator('.floating')
    .getByRole('option', { name: /^Timetable/ })
    .click();
  await nadia.keyboard.press('Escape');
  await nadia.getByRole('button', { name: 'Save' }).click();
  await nadia.locator('.team-rules li', { hasText: 'to Timetables' }).waitFor();
  expect(await violations(nadia)).toEqual([]);
  await leave(nadia);
  await nadia.keyboard.press('z');
  await nadia.getByText('The lines are as they were.').waitFor();

  // The new team is in an open page's menu by itself; Leah alone is in it.
  await leave(maya);
  await maya.keyboard.press('a');
  await maya.getByRole('menuitem', { name: 'Next in Timetables (by load)' }).click();
  await maya.getByText('Leah Stone has it now.').waitFor();
  await maya.locator('.assignee-name', { hasText: 'Leah Stone · Timetables' }).waitFor();
  await leave(maya);
  await maya.keyboard.press('z');
  await maya.getByText('Taken back.').waitFor();
  await maya.locator('.assignee-name', { hasText: 'Nobody has it' }).waitFor();
  await nadia.getByRole('button', { name: 'Remove Timetables' }).click();
  await nadia.getByText('The team Timetables is removed.').waitFor();
  expect([...faults, ...other_faults]).toEqual([]);
});

test('an agent is away, hands over all her tickets in one step, and has them back in one', async () => {
  const { page: owen, faults } = await seat(browser);
  await signIn(owen, 'owen');
  await owen.goto('/desk?assignee=me');
  await owen.getByRole('row').first().waitFor();
  await leave(owen);
  await owen.keyboard.press('Control+k');
  await owen.getByRole('combobox', { name: 'Search or do anything' }).waitFor();
  await owen.keyboard.type('hand over my');
  await owen.getByRole('option', { name: /^Hand over my tickets/ }).waitFor();
  await owen.keyboard.press('Enter');
  await owen.getByRole('heading', { name: 'Hand over my tickets' }).waitFor();
  await owen.getByLabel('To whom').selectOption({ label: 'Maya Chen' });
  await owen.getByText(/^\d+ to Maya Chen/).waitFor();
  await owen.getByLabel(/^Note on each of them/).fill('I am on a course.');
  expect(await violations(owen)).toEqual([]);
  await owen.getByRole('button', { name: /^Hand over \d+ tickets?/ }).click();
  await owen.getByText(/tickets? (is|are) handed over/).waitFor();
  const line = owen.locator('.rota-people > li', { hasText: '(you)' });
  await line.getByText('0 open tickets').waitFor();
  await leave(owen);
  await owen.keyboard.press('z');
  await owen.getByText(/tickets? (is|are) back/).waitFor();

  await line.getByRole('button', { name: 'Add an absence of Owen Hart' }).click();
  const days = owen.locator('.sheet-form input[type=date]');
  await days.first().fill('2031-03-03');
  await days.last().fill('2031-03-05');
  await owen.getByRole('button', { name: 'Save' }).click();
  await line.getByText('3 March 2031 to 5 March 2031').waitFor();
  await line.getByRole('button', { name: /^Remove the absence .* 2031/ }).click();
  await owen.getByText('The absence is removed').waitFor();
  await owen.getByRole('button', { name: 'Two weeks later' }).click();
  expect(await violations(owen)).toEqual([]);
  expect(faults).toEqual([]);
});
