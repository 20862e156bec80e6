import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, seat, signIn, type Seat } from './browser.ts';

/**
 * Every page against axe: page × role × width × theme × language, as pairs in each run, all of them with
 * `ALL_PAIRS=true`. Also: nothing scrolls sideways, and nothing goes wrong in the console.
 */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
      '/ask?card=attendance',
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
    pages: ['/desk', '/desk/tickets/1011', '/desk/tickets/1015', '/desk/new', '/desk/schools'],
  },
  { who: 'a coordinator', username: 'nadia', pages: ['/desk/tickets/1001', '/desk/schools/1'] },
  { who: 'an administrator', username: 'arun', pages: ['/desk/people', '/desk/tokens'] },
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(roles)('as $who', ({ username, person, pages }) => {
  test('no page breaks a rule of access in any look', async () => {
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

async function faultsOf({ page, faults }: Seat, path: string): Promise<string[]> {
  await page.goto(path, { waitUntil: 'load' });
  await page.locator('h1:visible, h2:visible').first().waitFor();
  await page.waitForTimeout(250); // what a first load still draws
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const told = [
    ...(await violations(page)),
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
    ...faults,
  ];
  faults.length = 0;
  return told;
}

/** axe goes in over the debugging line, so the page's own policy stays as strict as it is. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await axe.run();
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`);
  });
}
