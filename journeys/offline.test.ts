import { createServer, type AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser, password, seat, signIn, violations, type Seat } from './browser.ts';
import { nextBuild } from './next-build.ts';
import { startServer, type Home, type Started } from './server.ts';
import { ownTown } from './town.ts';

/** Without a line: what opens, what is written and becomes one ticket by whatever road, what is left behind. */

let browser: Browser;
let own: Awaited<ReturnType<typeof ownTown>>;
let home: Home;
let server: Started;
let maria: Seat;
beforeAll(async () => {
  own = await ownTown();
  home = { ...own, port: await freePort() };
  [browser, server] = await Promise.all([openBrowser(), startServer(['--demo'], home)]);
});
afterAll(async () => {
  await browser.close();
  if (up) await server.leave();
  await own.leave();
});

let up = true;
const cut = async () => {
  up = false;
  await server.kill();
};
const back = async () => {
  server = await startServer(['--demo'], home);
  up = true;
};

const freePort = (): Promise<string> =>
  new Promise(settle => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => settle(String(port)));
    });
  });

const there = (more: object = {}) => seat(browser, { serviceWorkers: 'allow', ...more }, server.address);

/** What this browser keeps, by name: caches with how much is in each, and what pages remember. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const counted = await Promise.all(
      names.map(async name => (await (await caches.open(name)).keys()).length),
    );
    return {
      caches: Object.fromEntries(names.map((name, at) => [name, counted[at]!])),
      own: names.filter(name => name.startsWith('own-')),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      memory: Object.keys(localStorage).sort(),
    };
  });
/** How many answers to schools are not kept yet. */
const missing = (page: Page) =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find(each => each.startsWith('own-'));
    if (!name) return -1;
    const paths = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    const list = (await (await fetch('/api/articles?limit=500')).json()) as { items: unknown[] };
    return list.items.length - paths.filter(path => /^\/api\/articles\/\d+$/.test(path)).length;
  });
const tickets = async ({ page }: Seat) =>
  (
    (await (await page.request.get('/api/tickets?whose=own&state=all&limit=100')).json()) as {
      items: { number: number; subject: string }[];
    }
  ).items;

async function ask(page: Page, subject: string, text: string): Promise<void> {
  await page.goto('/ask');
  await page.getByLabel('What is the problem, in one line?').fill(subject);
  await page.getByLabel('What happened?').fill(text);
  await page.getByLabel('What is it about?').selectOption('printing_reports');
  await page.getByRole('button', { name: 'Send my question' }).click();
  await page.getByText('Waiting to be sent').first().waitFor();
}

/** What is archived, or is the iGroup's from now on, goes from this computer while a page is open, and from that page. */
async function leaves(page: Page): Promise<void> {
  const nadia = await there({ serviceWorkers: 'block' });
  await signIn(nadia.page, 'nadia');
  const headers = { origin: server.address };
  const { request } = nadia.page;
  const written = { kind: 'guide', audience: 'schools', body: 'Press the wombat.', state: 'published' };
  const begun = async (title: string) => {
    const answer = await request.post('/api/articles', { data: { ...written, title }, headers });
    return ((await answer.json()) as { id: number }).id;
  };
  const copies = (id: number) =>
    page.evaluate(async article => {
      const path = `/api/articles/${article}`;
      const found = await Promise.all(
        (await caches.keys()).map(async name =>
          (await (await caches.open(name)).keys()).map(({ url }) => url),
        ),
      );
      return found.flat().filter(url => new URL(url).pathname === path).length;
    }, id);
  await page.goto('/answers');
  await page.getByRole('heading', { level: 1, name: 'Guides and answers' }).waitFor();
  // Published while she looks: in the list, and among the copies.
  const [one, other] = [await begun('Wombat to archive'), await begun('Wombat to keep inside')];
  await page.getByRole('link', { name: 'Wombat to archive' }).waitFor();
  await expect.poll(async () => [await copies(one), await copies(other)]).toEqual([1, 1]);

  await request.post(`/api/articles/${one}/moves`, { data: { move: 'archive', edition: 0 }, headers });
  await page.getByRole('link', { name: 'Wombat to archive' }).waitFor({ state: 'detached' });
  await expect.poll(() => copies(one)).toBe(0);
  expect(await copies(other)).toBe(1);

  await page.getByRole('link', { name: 'Wombat to keep inside' }).click();
  await page.getByText('Press the wombat.').waitFor();
  const inside = {
    ...{ kind: 'guide', audience: 'igroup', for_roles: [], stage1_only: false, category: null, lang: 'en' },
    ...{ owner: null, review_on: null, edition: 0 },
    ...{ title: 'Wombat to keep inside', summary: '', body: written.body },
  };
  const turned = await request.put(`/api/articles/${other}`, { data: inside, headers });
  expect(turned.ok(), await turned.text()).toBe(true);
  await page.getByText('Press the wombat.').waitFor({ state: 'detached' });
  await expect.poll(() => copies(other)).toBe(0);
  await nadia.context.close();
}

test('after one visit all of it opens with the server dead, and what is written becomes one ticket with its time', async () => {
  maria = await there();
  const { page, context } = maria;
  await signIn(page, 'alder', 'Maria Santos');
  await expect.poll(() => missing(page)).toBe(0);
  await leaves(page);
  const before = (await tickets(maria)).length;
  await cut();

  await page.goto('/');
  await page.getByText(/What you see is as of \w+ \d+ \w+ 2026, \d+:\d\d/).waitFor();
  await page.getByText('250 555 0100').waitFor();
  await page.getByRole('link', { name: /Attendance letter/ }).click();
  await page.getByText('The letter to families prints').waitFor();
  await page.goto('/answers');
  await page.getByRole('link', { name: 'The 1701 count is lower than our class lists' }).click();
  await page.getByText('Print the list “Active but not counted”').first().waitFor();
  await page.goto('/status');
  await page.getByText(/^As of/).waitFor();
  // The guide, to an outcome.
  await page.goto('/guide');
  for (const label of [
    /No notice/,
    /Other web pages open/,
    /^The sign-in page opens/,
    /with the new bookmark/,
  ])
    await page.getByRole('button', { name: label }).first().click();
  await page.getByText('Your school looks after this.').waitFor();

  await ask(page, 'Report cards will not print', 'The tray stays empty.\nTwo classes wait.');
  for (const width of [1366, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: width === 320 ? 'dark' : 'light' });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  // The computer is switched off and on: another tab of the same browser finds it.
  const next = await context.newPage();
  await page.close();
  await next.goto('/tickets');
  await next.getByRole('link', { name: /Report cards will not print/ }).waitFor();
  expect(await violations(next)).toEqual([]);
  maria = { ...maria, page: next };
  // Two tabs see it wait, and it is sent once.
  const beside = await context.newPage();
  await beside.goto('/tickets');
  await beside.getByRole('link', { name: /Report cards will not print/ }).waitFor();

  await back();
  const sent = async () => (await tickets(maria)).length;
  await expect.poll(sent).toBe(before + 1);
  for (const tab of [next, beside]) await tab.getByText('Waiting to be sent').waitFor({ state: 'detached' });
  const made = await tickets(maria);
  expect(made.length).toBe(before + 1);
  await beside.close();
  await next.goto(
    `/tickets/${made.find(({ subject }) => subject === 'Report cards will not print')!.number}`,
  );
  await next.getByText(/written today \d+:\d\d, sent today \d+:\d\d/).waitFor();
  expect((await kept(next)).memory.filter(key => key.startsWith('slip:'))).toEqual([]);
});

test('what was typed in at the desk and sent by its computer too is one ticket, with all words', async () => {
  const { page } = maria;
  const desk = await there({ serviceWorkers: 'block' });
  await signIn(desk.page, 'maya');
  await desk.page.goto('/desk/new');
  await page.route('**/api/tickets', route =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await ask(page, 'The printer hums', 'It hums, and prints nothing.');
  await page.getByRole('img', { name: 'The ticket as a code to photograph' }).waitFor();
  const paper = await page.locator('pre').innerText();
  await desk.page.getByText('A school wrote it without a line').click();
  await desk.page.getByLabel('The slip').fill(paper.replace('#1', '#2'));
  await desk.page.getByText('do not agree').waitFor();
  await desk.page.getByLabel('The slip').fill(paper.replace('It hums, and', 'It'));
  await desk.page.getByText(/^Slip \w{4}-\w{4}-\w{4}: look over/).waitFor();
  expect(await violations(desk.page, '.new-ticket')).toEqual([]);
  expect(await desk.page.getByLabel('Subject', { exact: true }).inputValue()).toBe('The printer hums');
  await desk.page.getByRole('button', { name: 'Open it for Alder Academy' }).click();
  await desk.page.waitForURL(/tickets\/\d+/);
  const number = Number(/tickets\/(\d+)/.exec(desk.page.url())![1]);
  await page.unroute('**/api/tickets');
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.waitForURL(`**/tickets/${number}`);
  await page.getByText('It hums, and prints nothing.').waitFor();
  await page.getByText(/Opened by Maya Chen for you|Opened by Maya Chen for Maria Santos/).waitFor();
  expect((await tickets(maria)).filter(({ subject }) => subject === 'The printer hums')).toHaveLength(1);
});

test('what the desk does not take says why and keeps its words; leaving asks first, and leaves nothing', async () => {
  const { page } = maria;
  await page.goto('/tickets/1005');
  await page.getByLabel('Your answer').fill('The address on page two.');
  await page.route('**/replies', route => route.abort());
  await page.getByRole('button', { name: 'Send my answer' }).click();
  const waiting = page.locator('.slip-reply');
  await waiting.getByText('Waiting to be sent').waitFor();
  const moved = await page.request.post('/api/tickets/1005/replies', { data: { text: 'Found it already.' } });
  expect(moved.status()).toBe(201);
  await page.unroute('**/replies');
  await waiting.getByRole('button', { name: 'Try now' }).click();
  await waiting.getByText(/Something new was written meanwhile|has moved on/).waitFor();
  await waiting.getByText('The address on page two.').waitFor();

  await page.getByText('Maria Santos, ').first().click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('would be thrown away').waitFor();
  await page.getByRole('button', { name: 'Sign out all the same' }).click();
  await page.waitForURL('**/sign-in');
  const left = await kept(page);
  expect(left.own).toEqual([]);
  expect(left.databases).toEqual([]);
  expect(left.memory.filter(key => !['lang', 'theme'].includes(key))).toEqual([]);
  // The next at this computer sees nothing of her, also without a line.
  const answer = await page.request.post('/api/session', { data: { username: 'birch', password } });
  const { people } = (await answer.json()) as { people: { id: number; name: string }[] };
  await page.request.post('/api/session', { data: { username: 'birch', password, person: people[0]!.id } });
  await page.goto('/tickets');
  await expect.poll(async () => (await kept(page)).own.length).toBe(1);
  expect((await kept(page)).own).not.toContain('own-1');
  await cut();
  await page.goto('/tickets/1005');
  await page
    .getByText(/No connection|can’t be reached/)
    .first()
    .waitFor();
  expect(await page.getByText('Attendance letter').count()).toBe(0);
});

test('a tab from before a new version says so, and its words stand there when that is loaded', async () => {
  const next = await nextBuild();
  onTestFinished(next.leave);
  if (!up) await back();
  const { page, faults, context } = await there({ serviceWorkers: 'block' });
  await signIn(page, 'alder', 'Maria Santos');
  await page.goto('/ask');
  await page.getByLabel('What happened?').fill('Half of what I wanted to say');
  const desk = await there();
  await signIn(desk.page, 'maya');
  await desk.page.getByRole('row').first().waitFor();
  await cut();
  server = await startServer(['--demo'], { ...home, build: next.folder });
  up = true;
  for (const tab of [desk.page, page]) await tab.getByText('Firstline has a new version.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Load it' }).click();
  await page.waitForFunction(() => document.querySelector('script[src*="next-"]'));
  await expect
    .poll(() => page.getByLabel('What happened?').inputValue())
    .toBe('Half of what I wanted to say');
  expect([...faults, ...desk.faults]).toEqual([]);
  await context.close();
});
