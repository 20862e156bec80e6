import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, seat, signIn } from './browser.ts';
import { every, opened, roles, sideways, standing } from './looking.ts';

/**
 * Every page (looking.ts) against axe: page × role × width × theme × language, as pairs over the pages in each run; all
 * of them with `ALL_PAIRS=true`. Also: nothing scrolls sideways, on the narrowest screen either, and nothing goes wrong
 * in the console. What opens over a page is in access-sheets.test.ts, text at twice its size in access-text.test.ts.
 */

const looks = {
  width: [1280, 390, 320],
  colorScheme: ['light', 'dark'],
  locale: ['en-CA', 'fr-CA'],
} as const;
type Look = { width: number; colorScheme: 'light' | 'dark'; locale: string };

/** Each page is looked at in two of these, the next in the next two; in all of them together every two values meet. */
const pairwise: Look[][] = [
  [
    { width: 1280, colorScheme: 'light', locale: 'en-CA' },
    { width: 390, colorScheme: 'dark', locale: 'fr-CA' },
  ],
  [
    { width: 1280, colorScheme: 'dark', locale: 'en-CA' },
    { width: 390, colorScheme: 'light', locale: 'fr-CA' },
  ],
  [
    { width: 1280, colorScheme: 'light', locale: 'fr-CA' },
    { width: 390, colorScheme: 'dark', locale: 'en-CA' },
  ],
  [
    { width: 1280, colorScheme: 'dark', locale: 'fr-CA' },
    { width: 390, colorScheme: 'light', locale: 'en-CA' },
  ],
];
const all: Look[] = looks.width.flatMap(width =>
  looks.colorScheme.flatMap(colorScheme => looks.locale.map(locale => ({ width, colorScheme, locale }))),
);
const chosen = (page: number) => (every ? all : pairwise[page % pairwise.length]!);

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
    for (const locale of looks.locale) {
      const one = await seat(browser, { locale, storageState });
      for (const [index, path] of pages.entries()) {
        await opened(one.page, path);
        for (const look of chosen(index).filter(each => each.locale === locale)) {
          await seen(one.page, look);
          const faults = await standing(one);
          found.push(...faults.map(fault => `${path} ${JSON.stringify(look)}: ${fault}`));
        }
        await one.page.setViewportSize({ width: 320, height: 800 });
        const wide = await sideways(one.page);
        if (wide > 0) found.push(`${path} scrolls sideways by ${wide} px of 320, ${locale}`);
      }
      await one.context.close();
    }
    await first.context.close();
    expect(found).toEqual([]);
  });
});

/** The page as it stands, in another width and theme. */
async function seen(page: Page, { width, colorScheme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 800 });
}
