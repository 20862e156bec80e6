import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn } from './browser.ts';

/** A known problem from a ticket to "works again": one answer for all who have it, and the page that needs no sign-in. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const mark = Date.now().toString(36);
const title = `Seating plans lose their rows ${mark}`;

test('a known problem is written from a ticket, met by another school while she types, and solved for both', async () => {
  const [maria, joan, nadia] = await Promise.all([seat(browser), seat(browser), seat(browser)]);
  await signIn(maria.page, 'alder', 'Maria Santos');
  const asked = { category: 'scheduling', impact: 'one_person', urgency: 'normal' };
  const data = { ...asked, subject: `Rows are gone ${mark}`, description: 'The seating plan has no rows.' };
  const headers = { origin: new URL(maria.page.url()).origin };
  const { number } = await (await maria.page.request.post('/api/tickets', { data, headers })).json();

  await signIn(nadia.page, 'nadia');
  const desk = nadia.page;
  await desk.goto(`/desk/tickets/${number}`);
  await desk.getByRole('button', { name: 'Write a known problem from it' }).click();
  const form = desk.getByRole('dialog');
  await form.getByLabel('Title').fill(title);
  await form
    .getByLabel('Text', { exact: false })
    .first()
    .fill('Seating plans are shown without their rows since this morning.');
  await form.getByRole('radio', { name: 'Everybody' }).check({ force: true });
  await form.getByRole('button', { name: 'Keep as a draft' }).click();
  await desk.getByRole('heading', { level: 1, name: title }).waitFor();
  await desk.getByText(`${number} · Rows are gone ${mark}`).waitFor();
  await desk.getByRole('button', { name: 'Publish', exact: true }).click();
  await desk.getByRole('heading', { name: 'Tell what is new' }).waitFor();

  await signIn(joan.page, 'birch', 'Joan Whitehorse');
  const school = joan.page;
  await school.goto('/ask');
  await school.getByLabel('What is the problem, in one line?').fill('our seating plans have lost their rows');
  const problems = school.getByRole('region', { name: 'Known problems' });
  await problems.getByText('Is it this?').waitFor();
  await problems.getByRole('button', { name: `Me too ${title}` }).click();
  await school.getByRole('heading', { name: 'You are counted' }).waitFor();
  await school.getByRole('link', { name: 'To the first page' }).click();
  const told = school.getByRole('region', { name: 'What we know of the system now' });
  await told.getByText('We know that you have it too.').waitFor();

  await desk.getByText('Joan Whitehorse, Birch Elementary').waitFor();
  await desk.getByLabel('What is new?').fill('The rows are back.');
  await desk.getByRole('radio', { name: 'It is solved' }).check({ force: true });
  await desk.getByRole('button', { name: 'Tell it' }).click();
  await desk.getByText(/Schools read it in \d+ s/).waitFor();

  await told.getByText('Does it work again for you?').waitFor();
  await told.getByRole('button', { name: `Works again ${title}` }).click();
  await told.getByText('Thank you. That was all.').waitFor();
  await maria.page.goto(`/tickets/${number}`);
  // It stands in the folded problem too, which is above what was said.
  await maria.page.getByText('The rows are back.').last().waitFor();
  await maria.page.getByText('Your question is of a known problem').waitFor();

  const plain = await seat(browser, { javaScriptEnabled: false });
  await plain.page.goto('/status');
  await plain.page.getByRole('heading', { name: title }).waitFor();
  await plain.page.getByText('It is solved').first().waitFor();
  for (const one of [maria, joan, nadia, plain]) expect(one.faults).toEqual([]);
  await Promise.all([maria, joan, nadia, plain].map(({ context }) => context.close()));
});

test('an incident is told wherever she is, once, and again with an update; its line leads to the notice', async () => {
  const [joan, nadia] = await Promise.all([
    seat(browser, { viewport: { width: 390, height: 844 } }),
    seat(browser),
  ]);
  await signIn(nadia.page, 'nadia');
  const desk = async (path: string, data: object) => {
    const headers = { origin: new URL(nadia.page.url()).origin };
    const answer = await nadia.page.request.post(`/api/status/${path}`, { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as { id: string; inside: { edition: number } };
  };
  const systems = await nadia.page.request.get('/api/status/systems');
  const { items } = (await systems.json()) as { items: { id: number }[] };
  await signIn(joan.page, 'birch', 'Joan Whitehorse');
  const school = joan.page;
  const line = school.getByRole('region', { name: 'An incident' });
  await school.getByRole('heading', { level: 1 }).waitFor();
  // The first page has them above its question.
  expect(await line.count()).toBe(0);
  await school.goto('/tickets');
  await line.getByRole('link', { name: 'Saving marks is slow' }).waitFor();
  await school.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Answers' }).click();
  await school.getByRole('heading', { level: 1, name: 'Guides and answers' }).waitFor();

  // Published while she is here.
  const outage = `The wombats are out ${mark}`;
  const about = { kind: 'incident', severity: 'down', for: { kind: 'schools' }, title: outage };
  const draft = await desk('notices', { ...about, system: items[0]!.id, text: 'We are at it.' });
  await desk(`notices/${draft.id}/publication`, { edition: draft.inside.edition });
  await line.getByRole('link', { name: outage }).waitFor();
  const heard = school.getByRole('status').filter({ hasText: outage });
  expect(await heard.count()).toBe(1);

  const close = line.getByRole('button', { name: `Close, until there is news: ${outage}` });
  await close.click();
  await line.getByRole('link', { name: 'Saving marks is slow' }).waitFor();
  await school.reload();
  await line.getByRole('link', { name: 'Saving marks is slow' }).waitFor();
  expect(await line.getByRole('link', { name: outage }).count()).toBe(0);

  await desk(`notices/${draft.id}/updates`, { text: 'Half of them are back.' });
  await line.getByRole('link', { name: outage }).waitFor();
  await line.getByRole('link', { name: outage }).click();
  await school.getByText('Half of them are back.').waitFor();
  expect(await line.count()).toBe(0);
  for (const one of [joan, nadia]) expect(one.faults).toEqual([]);
  await Promise.all([joan, nadia].map(({ context }) => context.close()));
});
