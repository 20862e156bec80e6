import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawn, openBrowser, seat, signIn, tabTo } from './browser.ts';
import { townAt } from './town.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a coordinator adds a field, a school fills it in, and the desk corrects, undoes and solves', async () => {
  const nadia = await seat(browser);
  await signIn(nadia.page, 'nadia');
  await nadia.page.goto('/desk/settings');
  await nadia.page.getByRole('link', { name: 'Fields' }).waitFor();
  await tabTo(nadia.page, /^Fields/);
  await nadia.page.keyboard.press('Enter');
  await nadia.page.getByRole('heading', { name: 'Fields', level: 1 }).waitFor();
  await nadia.page.getByLabel('Category').waitFor();
  await tabTo(nadia.page, /^Category/);
  await nadia.page.keyboard.type('Transcripts');
  await nadia.page.getByText('This category asks nothing of its own.').waitFor();
  await tabTo(nadia.page, /^Settings/); // round the page, to what stands above
  await tabTo(nadia.page, /^Add a field/);
  await nadia.page.keyboard.press('Enter');
  await nadia.page.getByRole('dialog').waitFor();
  await nadia.page.keyboard.type('Which transcript?');
  await tabTo(nadia.page, /^Name in French/);
  await nadia.page.keyboard.type('Quel relevé?');
  await tabTo(nadia.page, /^Needed/);
  await nadia.page.keyboard.type('Needed when');
  await tabTo(nadia.page, /^Answers/);
  await nadia.page.keyboard.type('Interim | Provisoire\nOfficial | Officiel');
  await nadia.page.keyboard.press('Control+Enter');
  await tabTo(nadia.page, /^Save$/);
  await nadia.page.keyboard.press('Enter');
  await nadia.page.getByText('Which transcript? is added.').waitFor();
  const preview = nadia.page.getByRole('region', { name: 'As the school sees it' });
  await preview.getByLabel('Which transcript?').waitFor();

  const maria = await seat(browser);
  await signIn(maria.page, 'alder', 'Maria Santos');
  await maria.page.goto('/ask?category=transcripts_trax&subject=A+transcript+is+old');
  await maria.page.getByLabel('What happened?').fill('It shows last June.');
  await maria.page.getByLabel('Which transcript?').waitFor();
  const send = maria.page.getByRole('button', { name: 'Send my question' });
  await send.click();
  await maria.page.getByRole('link', { name: 'Which transcript?' }).click();
  await maria.page.keyboard.type('Official');
  await send.click();
  await maria.page.getByText(/It has the number \d+/).waitFor();
  await maria.page.getByText('Official').waitFor();
  const number = maria.page.url().match(/\d+(?=\?)/)![0];

  const maya = await seat(browser);
  const { page } = maya;
  await signIn(page, 'maya');
  await page.goto('/desk');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Form' }).click();
  await page.getByRole('option', { name: /^Official/ }).click();
  await page.keyboard.press('Escape');
  await page.getByText(/^1 ticket/).waitFor();
  await page.getByRole('row', { name: /A transcript is old/ }).click();
  const form = page.getByRole('region', { name: 'Form' });
  await form.getByText('Official').waitFor();
  await form.getByRole('button', { name: 'Correct' }).click();
  await page.getByRole('dialog').getByLabel('Which transcript?').selectOption({ label: 'Interim' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await form.getByText('Interim').waitFor();
  await page.getByText('The form is saved.').waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await form.getByText('Official').waitFor();
  expect([nadia.faults, maria.faults, maya.faults, number !== '']).toEqual([[], [], [], true]);
  for (const { context } of [nadia, maria, maya]) await context.close();
});

/** A ticket about the 1701 collection, opened by the desk for Alder. */
async function opened({ request }: BrowserContext): Promise<number> {
  const { items } = await (await request.get('/api/fields?category=data_1701')).json();
  const collection = items.find(({ name }: { name: { en: string } }) => name.en === 'Which collection?');
  const data = {
    school: 1,
    subject: 'The counts differ',
    description: 'By three.',
    category: 'data_1701',
    impact: 'one_school',
    urgency: 'normal',
    fields: { [collection.id]: 'september' },
  };
  const answer = await request.post('/api/tickets', { data, headers: { origin: townAt() } });
  return (await answer.json()).number;
}

test('a ticket that needs a cause is solved with it, and a template fills in what is empty', async () => {
  const { page, faults, context } = await seat(browser);
  await signIn(page, 'maya');
  const number = await opened(context);
  await page.goto(`/desk/tickets/${number}`);
  await page.getByRole('checkbox', { name: /^Counts of the school/ }).click(); // of the category's checklist
  await page.getByText('1 / 3').waitFor();
  await page.getByRole('button', { name: 'Solve…' }).click();
  await page
    .getByRole('textbox', { name: 'The answer in plain words' })
    .fill('Three students were counted twice.');
  await page.getByLabel('How it was solved').selectOption('solved_l1');
  await page.getByLabel(/^Minutes/).fill('5');
  await page.keyboard.press('Control+Enter');
  await page.getByText('This is needed.').waitFor();
  await page.getByLabel('Cause').selectOption({ label: 'A setting' });
  await page.getByLabel('Cause').press('Control+Enter');
  await page.getByText(/^Sent to/).waitFor();
  await page.getByRole('region', { name: 'Form' }).getByText('A setting').waitFor();

  // The schools are found late: whoever writes the subject by then is not drawn away from it.
  let schools = () => {};
  const found = new Promise<void>(settle => (schools = settle));
  await page.route(/\/api\/schools$/, async route => {
    await found;
    await route.continue();
  });
  await page.goto('/desk/new');
  await page.getByLabel('Subject', { exact: true }).focus();
  await page.keyboard.type('Mine ');
  const here = page.waitForResponse(/\/api\/schools$/);
  schools();
  await here;
  await drawn(page);
  await page.keyboard.type('stays');
  await page.getByRole('button', { name: 'Start from a template' }).click();
  await page.getByRole('menuitemradio', { name: 'A new staff member' }).click();
  await page.getByText(/is filled in; what you wrote stayed/).waitFor();
  expect(await page.getByLabel('Subject', { exact: true }).inputValue()).toBe('Mine stays');
  expect(await page.getByLabel('What happened').inputValue()).toContain('Role at the school');
  expect(await page.getByLabel('What happens?').inputValue()).toBe('there_is_no_account_yet');
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => page.getByLabel('What happened').inputValue()).toBe('');
  expect(faults).toEqual([]);
  await context.close();
});
