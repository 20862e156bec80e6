import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawn, openBrowser, press, seat, signIn } from './browser.ts';
import { every, opened, standing } from './looking.ts';

/** Every sheet and menu against axe, in one of two looks; in both with `ALL_PAIRS=true`. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

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
      // Away first, so that what was open is not any more.
      await opened(one.page, '/desk/settings');
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
