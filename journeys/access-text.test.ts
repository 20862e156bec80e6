import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawn, openBrowser, seat, signIn } from './browser.ts';
import { opened, roles, sideways } from './looking.ts';

/** The main screens with text at twice its size and in forced colours: nothing scrolls sideways, the focus is seen. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

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
      await drawn(one.page);
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

/** What the first presses of Tab reach shows that it has the focus: by itself, or by what it stands in. */
async function focusOnKeys(page: Page, path: string): Promise<string[]> {
  const unseen: string[] = [];
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press('Tab');
    const shown = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      if (focused === document.body) return '';
      const within = [focused, focused.parentElement, focused.parentElement?.parentElement];
      const rings = () =>
        [...within.filter(each => each).map(each => [each!, ''] as const), [focused, '::after'] as const]
          .map(([each, part]) => getComputedStyle(each, part))
          .map(({ outline, boxShadow }) => `${outline} ${boxShadow}`)
          .join();
      const ringed = rings();
      focused.blur();
      const plain = rings();
      focused.focus({ preventScroll: true });
      return ringed === plain ? focused.outerHTML.slice(0, 120) : '';
    });
    if (shown) unseen.push(`${path}: no sign of the focus on ${shown}`);
  }
  return unseen;
}
