import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import type { Session } from '#accounts/rules/session.ts';
import { pages, townAt } from './town.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const quiet = [
  'disable-gpu',
  'disable-quic',
  'no-first-run',
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
];

const found = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);

/** Chromium as it is found on this computer: the one without windows first, as the test command does. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] || found!,
    args: [...quiet.map(flag => `--${flag}`), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

/** Somebody's own browser: nothing shared with the others, no mistakes in its console unnoticed. */
export interface Seat {
  page: Page;
  context: BrowserContext;
  /** What went wrong in the page: errors of scripts and refusals of the content policy. */
  faults: string[];
}

export async function seat(
  browser: Browser,
  options: BrowserContextOptions = {},
  address = townAt(),
): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1366, height: 768 },
    locale: 'en-CA',
    reducedMotion: 'reduce',
    // What is kept for the time without a line has a journey of its own.
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  // Far more than a page takes: a busy computer may stand still for a while, and no timing decides a journey.
  page.setDefaultTimeout(45_000);
  pages.add(page);
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  page.on('console', message => {
    // A refused request is told to the console by the browser itself: that is no fault of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  return { page, context, faults };
}

export const password = 'the demo town';

/**
 * Signs in as the page would, without opening it, and arrives on the first screen; a school's person by her name.
 * The page itself is typed into in the journeys of sign-in: keyboard, school-login, set-up, second-key, invitations.
 */
export async function signIn(page: Page, username: string, person?: string): Promise<void> {
  const enter = async (id?: number) => {
    const data = { username, password, ...(id !== undefined && { person: id }) };
    const answer = await page.request.post('/api/session', { data });
    return (await answer.json()) as Partial<Session & { people: { id: number; name: string }[] }>;
  };
  let answer = await enter();
  if (person) answer = await enter(answer.people?.find(({ name }) => name === person)?.id);
  if (!answer.person) throw new Error(`${username} does not come in: ${JSON.stringify(answer)}`);
  await page.goto(answer.side === 'desk' ? '/desk' : '/');
}

/** A school's first sign-in, with the password of its letter, instead of which it chooses one. */
export async function firstSignIn(
  page: Page,
  username: string,
  letter: string,
  person: string,
): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password').fill(letter);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: person }).click();
  await page.getByLabel('New password').fill(password);
  await page.keyboard.press('Enter');
}

/** Goes on by Tab until what has the focus is called so. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
      const label = [...(focused.labels ?? [])].map(each => each.innerText).join(' ');
      return `${label} ${focused.getAttribute('aria-label') ?? ''} ${focused.innerText ?? ''}`.trim();
    });
    if (name.test(called)) return;
  }
  throw new Error(`no Tab leads to ${name}`);
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/**
 * Until the page has drawn what it asked for: nothing says any more that it is coming, and nothing has changed for a
 * moment. What never comes to rest is taken as it is after ten seconds.
 */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    ({ rest, longest }) =>
      new Promise<void>(settle => {
        const done = () => {
          seen.disconnect();
          settle();
        };
        const rested = () => {
          if (document.querySelector('.skeleton, .opening, [aria-busy=true]')) again();
          else done();
        };
        const again = () => {
          clearTimeout(timer);
          timer = setTimeout(rested, rest);
        };
        let timer = setTimeout(rested, rest);
        const seen = new MutationObserver(again);
        seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        setTimeout(done, longest);
      }),
    { rest: 120, longest: 10_000 },
  );

/** Out of whatever one writes in, so that single keys are keys again. */
export const leave = (page: Page): Promise<void> =>
  page.evaluate(() => (document.activeElement as HTMLElement).blur());

/**
 * What axe finds on the page, or in a part of it, when it is drawn. It goes in over the debugging line, so the page's own
 * policy stays as strict as it is.
 */
export async function violations(page: Page, within?: string): Promise<string[]> {
  await drawn(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async part => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          part: string | Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    // What is right needs no description, and no rule that we ask reads the style sheets from afar.
    const result = await axe.run(part ?? document, {
      resultTypes: ['violations'],
      preload: false,
      selectors: false,
    });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`);
  }, within);
}
