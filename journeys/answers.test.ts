import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '#knowledge/rules/use.ts';
import { openBrowser, seat, signIn, tabTo } from './browser.ts';

/** Answers before tickets: found while typing, on their pages, and by everybody. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const password_guide = 'Reset a password you have forgotten';

async function types(page: Page, subject: string, description: string): Promise<void> {
  await page.getByLabel('What is the problem, in one line?').fill(subject);
  await page.getByLabel('What happened?').fill(description);
}
test('a secretary types a problem; an answer beside it solves it, and no ticket is sent', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'alder', 'Maria Santos');
  const before = await newest(page);
  await page.goto('/ask');
  await types(page, 'I forgot my password', 'The sign-in page does not accept my password any more.');
  await page.getByText('3 answers found').first().waitFor();

  // By keyboard alone: it is met right after the description.
  await page.getByLabel('What happened?').focus();
  await tabTo(page, /^Hide the answers/);
  await tabTo(page, new RegExp(`^${password_guide}`));
  await page.keyboard.press('Enter');
  await page.getByText('Press Send link.').waitFor();
  await tabTo(page, /^That solved it/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Good. No question was sent.' }).waitFor();

  // It was a mistake: what she typed is back. Then it was right after all.
  await page.getByRole('button', { name: /^Undo/ }).click();
  expect(await page.getByLabel('What is the problem, in one line?').inputValue()).toBe(
    'I forgot my password',
  );
  await page.getByText('3 answers found').first().waitFor();
  await page.getByRole('button', { name: password_guide }).click();
  await page.getByRole('button', { name: 'That solved it' }).click();
  await page.getByRole('heading', { name: 'Good. No question was sent.' }).waitFor();
  await page.getByRole('button', { name: 'Ask something else' }).click();
  expect(await page.getByLabel('What happened?').inputValue()).toBe('');
  expect(await newest(page)).toBe(before);
  expect(faults).toEqual([]);
});

test('another tries one in vain; her ticket carries it to the desk; what is urgent is asked at once', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'alder', 'Maria Santos');
  await page.goto('/ask?category=login_access');
  await types(page, 'My password is forgotten', 'The link to reset my forgotten password never comes.');
  await page.getByRole('button', { name: password_guide }).click();
  await page.getByRole('button', { name: 'I tried that' }).click();
  await page.getByText(`You tried “${password_guide}”`).waitFor();

  await page.getByLabel('We cannot work at all').check();
  await page.getByRole('button', { name: password_guide }).waitFor({ state: 'detached' });
  await page.getByLabel('This week would be good').check();
  await page.getByRole('button', { name: 'Send my question' }).click();
  await page.getByText(/It has the number \d+/).waitFor();
  const number = Number(/\d+$/.exec(new URL(page.url()).pathname)![0]);

  const desk = await seat(browser);
  await signIn(desk.page, 'maya');
  const carried = async () => {
    const answer = await desk.page.request.get(`/api/tickets/${number}/answers`);
    const { tried } = (await answer.json()) as Answers;
    return tried.map(({ kind, article }) => `${kind}: ${article?.title}`);
  };
  await expect.poll(carried).toContain(`tried: ${password_guide}`);
  expect(faults).toEqual([]);
});

test('her school has asked already: what she typed goes into the reply of that ticket, and nothing of it is lost', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'alder', 'Maria Santos');
  const asked = {
    ...{ subject: 'Wallaby transcript prints without its second page', category: 'report_cards' },
    ...{ description: 'The wallaby transcript ends after page one.', impact: 'one_person', urgency: 'low' },
  };
  const first = await page.request.post('/api/tickets', { data: asked });
  const { number } = (await first.json()) as { number: number };
  await page.goto(`/tickets/${number}`);
  await page.getByLabel(/^Write to/).fill('Good morning,');
  await page.getByLabel(/^Write to/).blur();

  const subject = 'Wallaby transcript without second page';
  // What was just written is suggested as soon as the index has followed the story.
  const suggested = async () => {
    const data = { title: subject, text: '', kind: 'ticket', limit: 3 };
    const answer = await page.request.post('/api/suggestions', { data });
    return ((await answer.json()) as { items: { id: number }[] }).items.map(({ id }) => id);
  };
  await expect.poll(suggested).toContain(number);
  await page.goto(`/ask?subject=${encodeURIComponent(subject)}`);
  await page.getByLabel('What happened?').fill('The wallaby transcript lacks page two again.');
  const add = page.getByRole('button', {
    name: `Add to it: what you typed goes into the reply box of ${number}`,
  });
  await add.waitFor();
  await page
    .getByText(/^Last activity: today \d+:\d\d$/)
    .first()
    .waitFor();
  await add.press('Enter');
  const reply = page.getByLabel(/^Write to/);
  await page.getByText('What you had typed is in the box below').waitFor();
  const whole = `Good morning,\n\n${subject}\n\nThe wallaby transcript lacks page two again.`;
  expect(await reply.inputValue()).toBe(whole);
  expect(await reply.evaluate(area => area === document.activeElement)).toBe(true);

  // Nothing is sent yet: the question is where it was, also its line that came by the address.
  await page.goto('/ask');
  await expect.poll(() => page.getByLabel('What is the problem, in one line?').inputValue()).toBe(subject);
  // A second press does not put it there twice.
  await add.click();
  expect(await reply.inputValue()).toBe(whole);
  await page.getByRole('button', { name: 'Send to the desk' }).click();
  await page.getByText('Sent.').waitFor();
  await page.goto('/ask');
  await expect.poll(() => page.getByLabel('What happened?').inputValue()).toBe('');
  const { messages } = (await (await page.request.get(`/api/tickets/${number}`)).json()) as {
    messages: { html: string }[];
  };
  expect(messages.at(-1)!.html).toContain('lacks page two again');
  expect(faults).toEqual([]);
});

test('on the phone one looks for an answer, reads it, says why it did not help, and asks', async () => {
  const { page, faults } = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(page, 'alder', 'Maria Santos');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Answers' }).click();
  await page.getByLabel('What are you looking for?').fill('forgot password');
  await page.getByRole('link', { name: password_guide }).click();
  await page.getByText(/Version 1, checked/).waitFor();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.getByLabel(/What was missing or wrong/).fill('We have no mailbox.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('You said that it did not help').waitFor();
  await page.getByRole('link', { name: 'Ask the desk about it' }).click();
  await page.getByLabel('What is the problem, in one line?').waitFor();
  expect(await page.getByLabel('What is the problem, in one line?').inputValue()).toBe(password_guide);
  // Folded to one line, so that nothing below it moves.
  const found = page.getByRole('button', { name: /answers found|Show what may answer it/ });
  await found.waitFor();
  expect(await found.getAttribute('aria-expanded')).toBe('false');

  await page.goto('/answers/99999');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('article').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('a visitor reads frequent questions without signing in', async () => {
  const { page, faults } = await seat(browser);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Answers without signing in' }).click();
  await page.getByRole('heading', { name: 'Frequent questions and answers' }).waitFor();
  await page.getByRole('link', { name: 'Which browser should I use?' }).click();
  await page.getByRole('heading', { name: 'Which browser should I use?' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Did it help?' }).count()).toBe(0);
  expect(faults).toEqual([]);
});

/** The number of the ticket that the school asked last. */
async function newest(page: Page): Promise<number> {
  const answer = await page.request.get('/api/tickets?whose=school&limit=1');
  return ((await answer.json()) as { items: { number: number }[] }).items[0]!.number;
}
