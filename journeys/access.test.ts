import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, seat, type Seat, signIn, violations } from './browser.ts';

/**
 * Every page against axe: page × role × width × theme × language, as pairs in each run, all of them with
 * `ALL_PAIRS=true`. Also: nothing scrolls sideways, and nothing goes wrong in the console.
 */

const looks = {
  width: [1280, 390, 320],
  colorScheme: ['light', 'dark'],
  locale: ['en-CA', 'fr-CA'],
} as const;
type Look = { width: number; colorScheme: 'light' | 'dark'; locale: string };

/** Every two values of two dimensions meet in one of these. */
const pairwise: Look[] = [
  { width: 1280, colorScheme: 'light', locale: 'en-CA' },
  { width: 1280, colorScheme: 'dark', locale: 'fr-CA' },
  { width: 390, colorScheme: 'dark', locale: 'en-CA' },
  { width: 390, colorScheme: 'light', locale: 'fr-CA' },
  { width: 320, colorScheme: 'light', locale: 'en-CA' },
  { width: 320, colorScheme: 'dark', locale: 'fr-CA' },
];
const all: Look[] = looks.width.flatMap(width =>
  looks.colorScheme.flatMap(colorScheme => looks.locale.map(locale => ({ width, colorScheme, locale }))),
);
const chosen = process.env['ALL_PAIRS'] === 'true' ? all : pairwise;

const roles: { who: string; username?: string; person?: string; pages: string[] }[] = [
  { who: 'nobody', pages: ['/sign-in', '/nothing/here'] },
  {
    who: 'a school’s secretary',
    username: 'alder',
    person: 'Maria Santos',
    pages: [
      '/',
      '/ask?card=password_access',
      '/tickets',
      '/tickets/1005',
      '/tickets/1006',
      '/tickets/1011',
      '/tickets/9999',
    ],
  },
  {
    who: 'an agent',
    username: 'maya',
    pages: [
      '/desk',
      '/desk?show=table&group=state',
      '/desk/tickets/1011',
      '/desk/tickets/1015',
      '/desk/new',
      '/desk/schools',
      '/desk/tasks',
    ],
  },
  { who: 'a school’s lead', username: 'alder', person: 'Grant Bell', pages: ['/tickets', '/tickets/1014'] },
  {
    who: 'a coordinator',
    username: 'nadia',
    pages: [
      '/desk/tickets/1001',
      '/desk/schools/1',
      '/desk/announcements',
      '/desk/settings/macros',
      '/desk/settings/fields',
      '/desk/dashboard',
    ],
  },
  { who: 'an administrator', username: 'arun', pages: ['/desk/people', '/desk/tokens'] },
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(roles)('as $who', ({ username, person, pages }) => {
  test('no page breaks a rule of access in any look', { timeout: 240_000 }, async () => {
    const found: string[] = [];
    const first = await seat(browser);
    if (username) await signIn(first.page, username, person);
    const storageState = await first.context.storageState();
    for (const look of chosen) {
      const options: BrowserContextOptions = {
        ...look,
        viewport: { width: look.width, height: 800 },
        storageState,
      };
      const one = await seat(browser, options);
      for (const path of pages)
        found.push(...(await faultsOf(one, path)).map(fault => `${path} ${JSON.stringify(look)}: ${fault}`));
      await one.context.close();
    }
    await first.context.close();
    expect(found).toEqual([]);
  });
});

test.each([
  ['text at twice its size, on a phone', { width: 390, text: '200%' }, {}],
  ['text at twice its size, on a wide screen', { width: 1280, text: '200%' }, {}],
  ['forced colours', { width: 1280, text: '' }, { forcedColors: 'active' as const }],
])('the main screens stand %s', async (_, { width, text }, more) => {
  const found: string[] = [];
  for (const { username, person, pages } of roles.filter(({ who }) => /secretary|agent/.test(who))) {
    const one = await seat(browser, { viewport: { width, height: 800 }, ...more });
    await signIn(one.page, username!, person);
    for (const path of pages) {
      await opened(one.page, path);
      if (text) await one.page.evaluate(size => (document.documentElement.style.fontSize = size), text);
      const wide = await sideways(one.page);
      if (wide > 0) found.push(`${path} scrolls sideways by ${wide} px`);
      found.push(...(await focusOnKeys(one.page, path)));
    }
    found.push(...one.faults);
    await one.context.close();
  }
  expect(found).toEqual([]);
});

/** What the first presses of Tab reach shows that it has the focus. */
async function focusOnKeys(page: Page, path: string): Promise<string[]> {
  const unseen: string[] = [];
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press('Tab');
    const shown = await page.evaluate(() => {
      const focused = document.activeElement!;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
      const ringed = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      return ringed || focused === document.body ? '' : focused.outerHTML.slice(0, 120);
    });
    if (shown) unseen.push(`${path}: no sign of the focus on ${shown}`);
  }
  return unseen;
}

async function opened(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'load' });
  await page.locator('h1:visible').filter({ hasText: /\S/ }).first().waitFor();
  await page.waitForTimeout(250); // what a first load still draws
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function faultsOf({ page, faults }: Seat, path: string): Promise<string[]> {
  await opened(page, path);
  const wide = await sideways(page);
  const told = [
    ...(await violations(page)),
    ...(wide > 0 ? [`scrolls sideways by ${wide} px`] : []),
    ...faults,
  ];
  faults.length = 0;
  return told;
}
