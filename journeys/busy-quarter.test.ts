import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave, openBrowser, seat, type Seat, signIn } from './browser.ts';
import { startServer, type Home, type Started } from './server.ts';
import { ownTown } from './town.ts';

/**
 * A busy quarter of an hour, played in one go: two agents, two schools and a coordinator at one desk, and the server
 * is killed twice in the middle of it. Every screen has to end true; nothing lost, nothing doubled, nothing seen by
 * the wrong one.
 */

let browser: Browser;
let server: Started;
let own: Awaited<ReturnType<typeof ownTown>>;
let home: Home;
beforeAll(async () => {
  own = await ownTown();
  home = { ...own, port: '0' };
  [browser, server] = await Promise.all([openBrowser(), startServer(['--demo'], home)]);
  home.port = new URL(server.address).port;
});
afterAll(async () => {
  await Promise.all([server.leave(), browser.close()]);
  await own.leave();
});

const soon = { timeout: 45_000 };
const at_alder = 'canary-alder';
const at_birch = 'canary-birch';
const inside = 'canary-inside';

async function killAndStart(): Promise<void> {
  await server.kill();
  server = await startServer(['--demo'], home);
}

const said = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

async function asks(page: Page, subject: string, text: string): Promise<number> {
  await page.goto(`/ask?subject=${encodeURIComponent(subject)}`);
  await page.getByLabel('What happened?').fill(text);
  await page.getByLabel('What is it about?').selectOption({ label: 'Attendance' });
  await page.getByRole('button', { name: 'Send my question' }).click();
  await page.getByText(/It has the number \d+/).waitFor();
  return Number(/\/tickets\/(\d+)/.exec(page.url())![1]);
}

async function replies(page: Page, text: string): Promise<void> {
  await page.getByLabel('Reply to the school').fill(text);
  await page.keyboard.press('Control+Enter');
}

test('two agents, two schools and a coordinator work through two kills of the server', async () => {
  const seats = await Promise.all(Array.from({ length: 5 }, () => seat(browser, {}, server.address)));
  const [maya, ines, nadia, maria, joan] = seats.map(({ page }) => page) as [Page, Page, Page, Page, Page];
  await Promise.all([
    signIn(maya, 'maya'),
    signIn(ines, 'ines'),
    signIn(nadia, 'nadia'),
    signIn(maria, 'alder', 'Maria Santos'),
    signIn(joan, 'birch', 'Joan Whitehorse'),
  ]);

  // Both schools ask; every desk has both rows without a reload, each school only its own.
  const alder = await asks(maria, 'The register is blank', `Since this morning, ${at_alder}.`);
  const birch = await asks(joan, 'The register is locked', `Since yesterday, ${at_birch}.`);
  for (const desk of [maya, ines, nadia]) {
    await desk.getByRole('row', { name: /The register is blank/ }).waitFor();
    await desk.getByRole('row', { name: /The register is locked/ }).waitFor();
  }

  // Two agents meet on one ticket, and each knows.
  await maya.goto(`/desk/tickets/${alder}`);
  await ines.goto(`/desk/tickets/${alder}`);
  await maya.getByText('Ines is reading').first().waitFor();
  await ines.goto(`/desk/tickets/${birch}`);

  // A reply taken back in time never reaches the school; the second one leaves although the server dies meanwhile.
  await replies(maya, 'Wrong words, taken back.');
  await said(maya, 'Wrong words').waitFor();
  await leave(maya);
  await maya.keyboard.press('z');
  await said(maya, 'Wrong words').waitFor({ state: 'detached' });
  await holds(maya, 'Wrong words, taken back.');
  await replies(maya, 'Please open the register again.');
  await said(maya, 'Please open the register again.').waitFor();
  await killAndStart();
  await said(maria, 'Please open the register again.').waitFor(soon);
  expect(await said(maria, 'Wrong words').count()).toBe(0);

  // The school writes while an agent does: what she had not seen stops her, is shown, and nothing is lost.
  await ines.getByRole('tab', { name: 'Note' }).click();
  await ines.getByLabel('Note for the iGroup').fill(`Locked by the term, ${inside}.`);
  await ines.getByRole('button', { name: 'Keep as note' }).click();
  await said(ines, inside).waitFor(soon);
  await ines.getByRole('tab', { name: 'Reply' }).click();
  await replies(ines, 'Unlock it under Terms.');
  await said(ines, 'Unlock it under Terms.').waitFor();
  await joan.getByLabel(/^Write to/).fill('It is locked for all teachers.');
  await joan.getByRole('button', { name: /^Send/ }).click();
  await said(joan, 'locked for all teachers').waitFor(soon);
  await ines.getByText('Something new was written').waitFor(soon);
  expect(await said(joan, 'Unlock it under Terms.').count()).toBe(0);
  await ines.getByRole('button', { name: 'Back to the box' }).click();
  await holds(ines, 'Unlock it under Terms.');
  await said(ines, 'locked for all teachers').waitFor();
  await ines.getByLabel('Reply to the school').press('Control+Enter');
  await said(joan, 'Unlock it under Terms.').waitFor(soon);

  // The coordinator gives a ticket to another agent, whose bell says so.
  await nadia.goto(`/desk/tickets/${birch}`);
  await nadia.getByRole('heading', { name: 'The register is locked' }).waitFor();
  await nadia.getByRole('button', { name: /^Assign/ }).click();
  await nadia.getByRole('menuitemradio', { name: /Maya Chen/ }).click();
  await nadia.getByText('Maya Chen has it now.').waitFor();
  await maya
    .getByText(/Nadia Petrov gave you/)
    .first()
    .waitFor(soon);

  // A school sends into a dead line: what it wrote waits in sight, and goes once by itself.
  await joan.getByLabel(/^Write to/).fill('Terms shows no lock.');
  await server.kill();
  await joan.getByRole('button', { name: /^Send/ }).click();
  await joan.getByText('Waiting to be sent').first().waitFor(soon);
  server = await startServer(['--demo'], home);
  await said(joan, 'Terms shows no lock.').waitFor(soon);
  await said(nadia, 'Terms shows no lock.').waitFor(soon);

  // Solved, left, and confirmed.
  await maya.goto(`/desk/tickets/${alder}`);
  await maya.getByRole('button', { name: /^Solve/ }).click();
  await maya.getByLabel('The answer in plain words').fill('The term was closed; it is open again.');
  await maya.getByLabel('How it was solved').selectOption('solved_l1');
  await maya.getByLabel('Minutes spent').fill('4');
  await maya.getByRole('button', { name: /solved$/ }).click();
  await maria.getByRole('button', { name: 'Yes, it is solved' }).click(soon);
  await maya.getByText('Closed', { exact: true }).first().waitFor(soon);

  // Every screen is true: what each shows is what the server holds, once.
  await eachSaidOnce(maria, alder, ['Please open the register again.', 'The term was closed']);
  await eachSaidOnce(maya, alder, ['Please open the register again.', 'The term was closed']);
  for (const page of [joan, nadia])
    await eachSaidOnce(page, birch, [
      'locked for all teachers',
      'Unlock it under Terms.',
      'Terms shows no lock.',
    ]);
  await eachSaidOnce(nadia, birch, [inside]);
  await seesNothingOf(maria, [at_birch, inside, 'Wrong words']);
  await seesNothingOf(joan, [at_alder, inside, 'Wrong words']);
  expect(faultsOf(seats)).toEqual([]);
}, 240_000);

/** The box has the text again. */
async function holds(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.getByLabel('Reply to the school').inputValue()).toBe(text);
}

async function eachSaidOnce(page: Page, number: number, texts: readonly string[]): Promise<void> {
  const { messages } = (await (await page.request.get(`/api/tickets/${number}`)).json()) as {
    messages: { text: string }[];
  };
  for (const text of texts) {
    expect(
      messages.filter(message => message.text.includes(text)),
      text,
    ).toHaveLength(1);
    expect(await said(page, text).count(), text).toBe(1);
  }
}

/** On no page, in no list, in no search. */
async function seesNothingOf(page: Page, words: readonly string[]): Promise<void> {
  for (const path of ['/', '/tickets?state=all', ...words.map(word => `/tickets?state=all&q=${word}`)]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const shown = await page.locator('main').innerText();
    for (const word of words) expect(shown.includes(word) && !path.includes(word)).toBe(false);
  }
  const { items } = (await (await page.request.get('/api/tickets?state=all&limit=100')).json()) as {
    items: { subject: string }[];
  };
  for (const word of words) expect(JSON.stringify(items)).not.toContain(word);
}

const faultsOf = (seats: readonly Seat[]) => seats.flatMap(({ faults }) => faults);
