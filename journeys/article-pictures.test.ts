import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, violations } from './browser.ts';

/** A guide with a picture, a table and a warning: written, read, printed, taken out and brought in again. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Pastes a picture that is drawn here, or HTML, as a browser would. */
const paste = (page: Page, given: { html: string } | 'picture') =>
  page.getByLabel('Text', { exact: true }).evaluate(async (area, what) => {
    const clipboardData = new DataTransfer();
    if (what === 'picture') {
      const canvas = new OffscreenCanvas(800, 300);
      const pen = canvas.getContext('2d')!;
      pen.fillStyle = '#dfe8e6';
      pen.fillRect(0, 0, 800, 300);
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      clipboardData.items.add(new File([blob], 'menu.png', { type: 'image/png' }));
    } else clipboardData.setData('text/html', what.html);
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, given);

test('a guide is written with a picture, a table and a warning, and a school reads and prints it', async () => {
  const [tom, maria] = [await seat(browser, { acceptDownloads: true }), await seat(browser)];
  await signIn(tom.page, 'tom');
  const { page } = tom;
  await page.goto('/desk/answers/new?kind=guide');
  await page.getByLabel('Title').fill('Enter a bilby day');
  await page.getByRole('button', { name: 'Begin' }).click();
  const text = page.getByLabel('Text', { exact: true });
  await text.fill('1. Open **Administration**.\n\n');
  await text.press('Control+End');
  await paste(page, 'picture');
  await expect.poll(() => text.inputValue()).toMatch(/!\[What it shows\]\(picture:\d+\)/);
  // Its words are selected: one writes over them.
  await page.keyboard.type('The menu Administration');
  await text.press('Control+End');
  await paste(page, {
    html: '<table><tr><td>Code</td><td>Means</td></tr><tr><td>B</td><td>bilby</td></tr></table>',
  });
  await expect.poll(() => text.inputValue()).toContain('| B | bilby |');
  await text.press('Control+End');
  await page.getByRole('button', { name: 'Warning' }).click();
  await page.keyboard.type('Not on a Friday.');
  const preview = page.getByRole('region', { name: 'As it is read' });
  await preview.getByRole('img', { name: 'The menu Administration' }).waitFor();
  await preview.getByRole('cell', { name: 'bilby' }).waitFor();
  await preview.getByRole('note').getByText('Not on a Friday.').waitFor();
  await page.getByText('Kept.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 1, published by Tom Becker').waitFor();

  // What nobody finds is counted for the editors.
  await signIn(maria.page, 'alder', 'Maria Santos');
  const counted = maria.page.waitForResponse('**/api/article-searches');
  await maria.page.goto('/answers?q=zorilla%20xyzzy');
  expect((await counted).status()).toBe(202);
  await maria.page.goto('/answers?q=bilby%20day');
  await maria.page.getByRole('link', { name: 'Enter a bilby day' }).click();
  const picture = maria.page.getByRole('img', { name: 'The menu Administration' });
  await expect.poll(() => picture.evaluate(each => (each as HTMLImageElement).naturalWidth)).toBe(800);
  expect(await violations(maria.page)).toEqual([]);
  const paper = await maria.page.getByRole('link', { name: 'PDF' }).getAttribute('href');
  const printed = await maria.page.request.get(paper!);
  expect(printed.headers()['content-type']).toBe('application/pdf');
  expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.goto('/desk/answers/searches');
  await page.getByRole('link', { name: 'Write the article: zorilla xyzzy' }).click();
  expect(await page.getByLabel('Title').inputValue()).toBe('zorilla xyzzy');

  await page.goto('/desk/answers/folder');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the zip' }).click();
  await page.getByLabel('The folder as a zip').setInputFiles(await (await download).path());
  await page.getByLabel('They come in').selectOption('published');
  await page.getByRole('button', { name: 'Look at what would come' }).click();
  await page.getByRole('heading', { name: 'What would come of it' }).waitFor();
  expect(await page.getByRole('status').allInnerTexts()).toContainEqual(
    expect.stringMatching(/^as it is: \d+$/),
  );
  expect(await violations(page)).toEqual([]);
  expect([...tom.faults, ...maria.faults]).toEqual([]);
});

test('an answer that did not help becomes a question in the same step, and what was tried goes with it', async () => {
  const { page, faults } = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(page, 'alder', 'Maria Santos');
  // On the first page answers come while she types; one of them is read, and does not help.
  await page.getByLabel('What is the problem?').fill('I forgot my password');
  await page.getByRole('button', { name: /answers found|Show what may answer it/ }).click();
  await page.getByRole('button', { name: 'Reset a password you have forgotten' }).click();
  await page.getByText('Press Send link.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goto('/answers?q=forgotten%20password');
  await page.getByRole('link', { name: 'Reset a password you have forgotten' }).click();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.getByLabel('What was missing or wrong?').fill('There is no such button.');
  await page.getByRole('button', { name: 'Send, and ask the desk' }).click();
  await expect.poll(() => page.getByLabel('What happened?').inputValue()).toBe('There is no such button.');
  expect(await page.getByLabel('What is the problem, in one line?').inputValue()).toBe(
    'Reset a password you have forgotten',
  );
  expect(faults).toEqual([]);
});
