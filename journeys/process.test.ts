import { inflateSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, tabTo, violations } from './browser.ts';

/** The chart of the process: read by everybody, moved in, searched, walked by keys, marked from a ticket, downloaded. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const chart = (page: Page) => page.getByRole('group', { name: 'Chart: How a ticket is resolved' });
const viewOf = async (page: Page) => {
  const box = await chart(page).locator('svg').getAttribute('viewBox');
  return box!.split(' ').map(Number) as [number, number, number, number];
};

test('without sign-in somebody finds a word, makes the chart larger, and walks along its arrows by keys', async () => {
  const { page, faults } = await seat(browser);
  await page.goto('/process');
  await page.getByRole('heading', { name: 'How a ticket is resolved' }).waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByLabel('Find a word in the chart').fill('anything missing');
  await page.getByText('1 box has it').waitFor();
  const box = page.getByRole('group', { name: /Is anything missing that only the school knows/ }).first();
  expect(await box.getAttribute('class')).toContain('found');
  const [, y, , height] = await viewOf(page);
  const at = await box.evaluate(element => (element as SVGGElement).getBBox().y);
  expect(at).toBeGreaterThan(y);
  expect(at).toBeLessThan(y + height);

  await chart(page).focus();
  const [, , width] = await viewOf(page);
  await page.keyboard.press('+');
  expect((await viewOf(page))[2]).toBeLessThan(width);
  const [x] = await viewOf(page);
  await page.keyboard.press('ArrowRight');
  expect((await viewOf(page))[0]).toBeGreaterThan(x);
  await page.keyboard.press('0');
  expect((await viewOf(page))[1]).toBeLessThan(0);

  await tabTo(page, /Is anything missing that only the school knows/);
  await page.keyboard.press('ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(await focused()).toContain('Ask the school: one clear list');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain('remind after 3 and 7 school days');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toContain('Is anything missing');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toContain('Security or access change');
  await page.getByRole('region', { name: 'The box that is chosen' }).getByText('Leads to').waitFor();

  await page.getByText('The chart as a list, in reading order').click();
  expect(await page.locator('.chart-list ol > li').count()).toBe(54);
  expect(faults).toEqual([]);
});

test('the paper holds the chart’s words as text, in the language that is asked for', async () => {
  const { page, faults } = await seat(browser, { locale: 'fr-CA' });
  await page.goto('/process');
  await page.getByRole('heading', { name: 'Comment un billet est résolu' }).waitFor();
  const link = page.getByRole('link', { name: 'PDF, A4' });
  const file = await page.request.get((await link.getAttribute('href'))!);
  expect(file.headers()['content-type']).toBe('application/pdf');
  const pdf = await file.body();
  expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
  expect(textOf(pdf)).toContain('Comment un billet est résolu');
  expect(textOf(pdf)).toContain('À tout moment');
  expect(faults).toEqual([]);
});

test('from a ticket one sees where it is and what may come next, and opens the chart with its box marked', async () => {
  const school = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(school.page, 'alder', 'Maria Santos');
  await school.page.goto('/tickets/1005');
  const part = school.page.getByRole('region', { name: 'Where it is in the process' });
  await part.getByText('What may come next').waitFor();
  await part.getByRole('link', { name: 'Show it in the whole chart' }).click();
  await school.page.getByText('Your ticket is here:').waitFor();
  expect(await school.page.locator('g.here').count()).toBe(1);
  const [, y, , height] = await viewOf(school.page);
  const at = await school.page.locator('g.here').evaluate(element => (element as SVGGElement).getBBox().y);
  expect(at).toBeGreaterThan(y);
  expect(at).toBeLessThan(y + height);
  const pixels = await school.page.evaluate(() => document.documentElement.scrollWidth);
  expect(pixels).toBeLessThanOrEqual(390);

  const desk = await seat(browser);
  await signIn(desk.page, 'maya');
  await desk.page.goto('/desk/tickets/1011');
  const rail = desk.page.getByRole('region', { name: 'Where it is in the process' });
  await rail.getByText('you can').first().waitFor();
  await rail.getByRole('link', { name: 'Show it in the whole chart' }).click();
  await desk.page.getByText('Your ticket is here:').waitFor();
  expect(await desk.page.locator('g.here.chosen').count()).toBe(1);
  expect(await violations(desk.page)).toEqual([]);
  expect([...school.faults, ...desk.faults]).toEqual([]);
});

/** The words of a file, as its fonts tell them: pieces of text that stand together, a line each. */
function textOf(pdf: Buffer): string {
  const file = pdf.toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]),
  );
  const unpacked = (body: string) => {
    const [, bytes] = /stream\n([^]*?)\nendstream/.exec(body) ?? [];
    return bytes === undefined ? '' : inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
  };
  const letters = new Map(
    [...file.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => {
      const [, map] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)!)!;
      return [name!, lettersOf(unpacked(objects.get(map!)!))];
    }),
  );
  return [...objects.values()]
    .filter(body => /\/Length/.test(body) && /FlateDecode/.test(body) && !/\/Length1|\/Subtype/.test(body))
    .map(unpacked)
    .flatMap(content => [...content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)])
    .reduce(
      ({ font, lines }, [, named, pieces]) => {
        if (named) return { font: named, lines };
        const codes = [...pieces!.matchAll(/<(\w+)>/g)].flatMap(([, hex]) => hex!.match(/.{4}/g) ?? []);
        return { font, lines: [...lines, codes.map(code => letters.get(font)?.get(code) ?? '').join('')] };
      },
      { font: '', lines: [] as string[] },
    )
    .lines.join('\n');
}

/** By the code of each glyph, what it shows. */
function lettersOf(cmap: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, first, list] of cmap.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    for (const [index, [, code]] of [...list!.matchAll(/<([\w ]+)>/g)].entries())
      found.set(
        (parseInt(first!, 16) + index).toString(16).padStart(4, '0'),
        String.fromCharCode(...code!.match(/\w{4}/g)!.map(unit => parseInt(unit, 16))),
      );
  return found;
}
