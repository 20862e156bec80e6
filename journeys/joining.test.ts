import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave, openBrowser, seat, signIn, tabTo } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Asks as the school of the page; answers the ticket's number. */
async function asked(page: Page, subject: string, more: string[] = []): Promise<number> {
  const headers = { origin: new URL(page.url()).origin };
  const about = { category: 'attendance', impact: 'one_person', urgency: 'low' };
  const opened = await page.request.post('/api/tickets', {
    data: { subject, description: `${subject}, says Joan.`, ...about },
    headers,
  });
  const { number } = await opened.json();
  for (const text of more)
    await page.request.post(`/api/tickets/${number}/replies`, { data: { text }, headers });
  return number;
}

test('an agent merges, splits and links without a mouse, takes it back, and the school is led on', async () => {
  const school = await seat(browser);
  await signIn(school.page, 'birch', 'Joan Whitehorse');
  const kept = await asked(school.page, 'Bell times are wrong');
  const again = await asked(school.page, 'The bell again', ['And the map in the hall is old.']);
  const desk = await seat(browser);
  const { page } = desk;
  await signIn(page, 'maya');
  await page.goto(`/desk/tickets/${again}`);
  await page.getByRole('heading', { name: 'The bell again' }).waitFor();

  // Split: the second matter goes on by itself.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or do anything' }).waitFor();
  await page.keyboard.type('split messages');
  await page.getByRole('option', { name: /^Split messages off/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Messages for a new ticket' }).waitFor();
  await tabTo(page, /Take the message of Joan Whitehorse/);
  await page.keyboard.press('Space');
  await tabTo(page, /^New ticket…/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('What is it about?').fill('The map in the hall');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The map in the hall' }).waitFor();
  await page.getByText(`from ${again}`).first().waitFor();

  // Merge: what will be is shown, and a second Enter does it.
  await page.goto(`/desk/tickets/${again}`);
  await page
    .getByText(/^Went on in \d+/)
    .first()
    .waitFor();
  await page.keyboard.press('m');
  await page.getByRole('combobox', { name: 'Which ticket?' }).waitFor();
  await page.keyboard.type(String(kept));
  await page.getByRole('option', { name: new RegExp(String(kept)) }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/^Then 2 messages/).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Bell times are wrong' }).waitFor();
  await page.getByText(`from ${again}`).first().waitFor();

  // The school's old address leads on.
  await school.page.goto(`/tickets/${again}`);
  await school.page.getByText(`It goes on in ${kept}.`).first().waitFor();
  await school.page.getByRole('link', { name: `Go to ${kept}` }).click();
  await school.page.getByRole('heading', { name: 'Bell times are wrong' }).waitFor();
  await school.page.getByText('The bell again, says Joan.').waitFor();

  // A link with another school's ticket: the desk sees it, the school does not, and z takes it away.
  await leave(page);
  await page.keyboard.press('l');
  await page.getByRole('combobox', { name: 'Which ticket?' }).waitFor();
  await page.keyboard.type('duplicate pen');
  await page.getByRole('option', { name: /Dogwood Secondary/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Link with/ }).waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByRole('region', { name: 'Links' })
    .getByText(/Duplicate PEN/)
    .waitFor();
  expect(await school.page.content()).not.toContain('Duplicate PEN');
  await leave(page);
  await page.keyboard.press('z');
  await page
    .getByRole('region', { name: 'Links' })
    .getByText(/Duplicate PEN/)
    .waitFor({ state: 'detached' });
  expect([...desk.faults, ...school.faults]).toEqual([]);
});
