import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthAfter } from '#reports/rules/statements/months.ts';
import { drawn, openBrowser, press, seat, type Seat, signIn, violations } from './browser.ts';

/**
 * Every page against axe: page × role × width × theme × language, as pairs over the pages in each run, and every
 * sheet in one of two looks; all of them with `ALL_PAIRS=true`. Also: nothing scrolls sideways, and nothing goes wrong in the console.
 */

const looks = {
  width: [1280, 390, 320],
  colorScheme: ['light', 'dark'],
  locale: ['en-CA', 'fr-CA'],
} as const;
type Look = { width: number; colorScheme: 'light' | 'dark'; locale: string };

/** A page is looked at in one half of these, the next in the other; in both together every two values meet. */
const pairwise: [Look[], Look[]] = [
  [
    { width: 1280, colorScheme: 'light', locale: 'en-CA' },
    { width: 390, colorScheme: 'light', locale: 'fr-CA' },
    { width: 320, colorScheme: 'dark', locale: 'fr-CA' },
  ],
  [
    { width: 1280, colorScheme: 'dark', locale: 'fr-CA' },
    { width: 390, colorScheme: 'dark', locale: 'en-CA' },
    { width: 320, colorScheme: 'light', locale: 'en-CA' },
  ],
];
const all: Look[] = looks.width.flatMap(width =>
  looks.colorScheme.flatMap(colorScheme => looks.locale.map(locale => ({ width, colorScheme, locale }))),
);
const every = process.env['ALL_PAIRS'] === 'true';
const chosen = (page: number) => (every ? all : pairwise[page % 2]!);

/** The month before this one, whose statement the town has. */
const last_month = monthAfter(new Date(Date.now() - 7 * 3_600_000).toISOString().slice(0, 7), -1);

const roles: { who: string; username?: string; person?: string; pages: string[] }[] = [
  { who: 'nobody', pages: ['/sign-in', '/nothing/here', '/how-fast'] },
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
      '/desk/settings',
    ],
  },
  {
    who: 'a school’s lead',
    username: 'alder',
    person: 'Grant Bell',
    pages: [
      ...['/tickets', '/tickets/1014', '/training', '/calendar', '/accesses', '/rights', '/ask/rights'],
      ...['/ask/configuration', '/tickets/1034', '/changes', '/agreement'],
      ...['/statements', `/statements/${last_month}`],
    ],
  },
  {
    who: 'somebody of two schools',
    username: 'alder',
    person: 'Sam Okoro',
    pages: ['/account', '/also-there'],
  },
  {
    who: 'a coordinator',
    username: 'nadia',
    pages: [
      '/desk/tickets/1001',
      '/desk/schools/1',
      '/desk/announcements',
      '/desk/training',
      '/desk/training/1',
      '/desk/schools/7',
      '/desk/settings/group',
      '/desk/set-up?step=time',
      '/desk/settings/tags',
      '/desk/settings/checklists',
      '/desk/settings/templates',
      '/desk/settings/fields',
      '/desk/settings/macros',
      '/desk/settings/teams',
      '/desk/settings/absences',
      '/desk/dashboard',
      ...[
        '/desk/statements',
        `/desk/statements/${last_month}`,
        '/desk/statements/what-if',
        '/desk/settings/how-fast',
      ],
      '/desk/exports',
      '/desk/exports/new',
      ...['/desk/configuration', '/desk/configuration/new', '/desk/tickets/1034'],
      ...['/desk/agreements', '/desk/agreements/2?against=1', '/desk/agreements/3'],
      '/desk/rights',
      '/desk/rights/new',
    ],
  },
  {
    who: 'an administrator',
    username: 'arun',
    pages: ['/desk/people', '/desk/tokens', '/desk/audit', '/desk/set-up?step=second_administrator'],
  },
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
    for (const locale of looks.locale) {
      const one = await seat(browser, { locale, storageState });
      for (const [index, path] of pages.entries()) {
        await opened(one.page, path);
        for (const look of chosen(index).filter(each => each.locale === locale)) {
          await seen(one.page, look);
          const faults = await standing(one);
          found.push(...faults.map(fault => `${path} ${JSON.stringify(look)}: ${fault}`));
        }
      }
      await one.context.close();
    }
    await first.context.close();
    expect(found).toEqual([]);
  });
});

/** What opens over a page, by a button's name or by a key. */
const sheets: Record<string, string[]> = {
  '/desk/settings/tags': ['Rename the tag Fonts', 'Merge the tag Fonts into another'],
  '/desk/settings/checklists': ['New checklist', 'Change the checklist Report cards'],
  '/desk/settings/templates': ['Add a template'],
  '/desk/settings/fields': ['Add a field'],
  '/desk/settings/macros': ['New macro'],
  '/desk/settings/teams': ['Add a team', 'Change Access', 'Add a line'],
  '/desk/settings/absences': ['Add an absence', 'Hours of Maya Chen', 'Hand over the tickets of Maya Chen'],
  '/desk/schools': ['New school'],
  '/desk/schools/1': ['Add a person', 'Change Grant Bell', 'Make a new letter'],
  '/desk/announcements': ['New announcement'],
  '/desk/training': ['New course', 'Hold a course'],
  '/desk/training/1': ['Change', 'Add somebody'],
  '/desk/schools/7': ['Record a fact'],
  '/desk/tickets/1037': ['Settle…', 'Refuse…'],
  '/desk/tickets/1036': ['Approve…'],
  '/desk': ['Sort and group', 'Filter'],
  '/desk/tickets/1011': ['Snooze', 'Solve…', 'Ask the school…', 'key:h', 'key:a', 'key:p', 'key:t', 'key:m'],
};

const of_the_table = [{ path: '/desk?show=table', by: 'Columns' }]; // which a phone has not

describe.each([
  { turn: 0, width: 1280, colorScheme: 'light' as const },
  { turn: 1, width: 320, colorScheme: 'dark' as const },
])('at $width, $colorScheme', ({ turn, ...look }) => {
  test('no sheet or menu breaks a rule of access', { timeout: 240_000 }, async () => {
    const found: string[] = [];
    const one = await seat(browser, { ...look, viewport: { width: look.width, height: 800 } });
    await signIn(one.page, 'nadia');
    const all = Object.entries(sheets).flatMap(([path, opening]) => opening.map(by => ({ path, by })));
    const table = look.width > 720 ? of_the_table : [];
    for (const { path, by } of [...all.filter((_, index) => every || index % 2 === turn), ...table]) {
      await opened(one.page, path);
      const faults = (await openBy(one.page, by)) ? await standing(one) : ['did not open'];
      found.push(...faults.map(fault => `${path} ${by}: ${fault}`));
    }
    await one.context.close();
    expect(found).toEqual([]);
  });
});

/** False when nothing came of it. */
async function openBy(page: Page, by: string): Promise<boolean> {
  const button = page.getByRole('button', { name: by }).filter({ visible: true }).first();
  const parts = () => page.evaluate(() => document.querySelectorAll('*').length);
  if (by.startsWith('key:')) await page.locator('.talk article').first().waitFor();
  else await button.waitFor({ timeout: 3000 }).catch(() => {});
  await drawn(page);
  const before = await parts();
  await (by.startsWith('key:') ? press(page, by.slice(4)) : button.click({ timeout: 3000 }).catch(() => {}));
  const opened = page.waitForFunction(count => document.querySelectorAll('*').length > count, before, {
    timeout: 5000,
  });
  const came = await opened.then(() => true).catch(() => false);
  await drawn(page);
  return came;
}

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
  await drawn(page);
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The page as it stands, in another width and theme. */
async function seen(page: Page, { width, colorScheme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 800 });
  await drawn(page);
}

/** What is wrong with the page as it stands. */
async function standing({ page, faults }: Seat): Promise<string[]> {
  const wide = await sideways(page);
  const told = [
    ...(await violations(page)),
    ...(wide > 0 ? [`scrolls sideways by ${wide} px`] : []),
    ...faults,
  ];
  faults.length = 0;
  return told;
}
