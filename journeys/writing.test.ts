import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawn, openBrowser, seat, signIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const story = 'What happened?';

/** At the question, with what the server keeps of it: what is written before that is another text, and asks which. */
async function asking(locale = 'en-CA') {
  const there = await seat(browser, { locale });
  await signIn(there.page, 'stannes', 'Élodie Gagnon');
  const kept = there.page.waitForResponse(/\/api\/drafts$/);
  await there.page.goto('/ask');
  await kept;
  await there.page.getByLabel(story).waitFor();
  await drawn(there.page);
  return there;
}

test('what is begun on one device goes on on another, and of two texts neither is lost', async () => {
  const here = await asking();
  const there = await asking();
  const box = here.page.getByLabel(story);
  const phone = there.page.getByLabel(story);
  await box.fill('Begun in the office');
  await expect.poll(() => phone.inputValue()).toBe('Begun in the office');
  await there.context.setOffline(true);
  await phone.fill('On the phone, without a line');
  await there.page.getByText('Kept on this computer, the line is down').waitFor();
  await box.fill('On in the office');
  await here.page.getByText('Kept', { exact: true }).waitFor();
  await there.context.setOffline(false);
  await there.page.getByRole('button', { name: 'Use it' }).click();
  expect(await phone.inputValue()).toBe('On in the office');
  await there.page.getByRole('button', { name: 'Bring it back' }).click();
  await expect.poll(() => box.inputValue()).toBe('On the phone, without a line');
  expect([...here.faults, ...there.faults]).toEqual([]);
});

test('a text and its files survive a reload and signing out, and are gone when they are sent', async () => {
  const { page } = await asking();
  await page.getByLabel(story).fill('See the attached list.');
  await page.getByLabel('What is the problem, in one line?').fill('The list is wrong');
  await page.getByLabel('What is it about?').selectOption({ index: 2 });
  await page.locator('input[type=file]').setInputFiles({
    name: 'list.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('a list'),
  });
  await page.getByRole('button', { name: 'Remove list.txt' }).waitFor();
  await expect.poll(() => page.locator('progress').count()).toBe(0);
  await page.reload();
  await page.getByText('list.txt').waitFor();
  await page.locator('summary', { hasText: 'Élodie Gagnon' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('draft:'))),
  ).toEqual([]);
  await signIn(page, 'stannes', 'Élodie Gagnon');
  await page.goto('/ask');
  await page.getByText('list.txt').waitFor();
  await page.getByRole('button', { name: 'Send my question' }).click();
  await page.waitForURL(/tickets\/\d+/);
  await page.getByRole('link', { name: 'list.txt' }).waitFor();
  await page.goto('/ask');
  await expect.poll(() => page.getByLabel(story).inputValue()).toBe('');
});

test('a text that speaks of a file without one is asked about once, in its place', async () => {
  const { page } = await asking();
  await page.goto('/tickets/1017');
  const box = page.getByLabel(/^Write to/);
  await box.fill('La liste est en pièce jointe.');
  await page.getByRole('button', { name: /^Send/ }).click();
  await page.getByText('You wrote about an attachment').waitFor();
  expect(await box.inputValue()).toContain('pièce jointe');
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByRole('article').filter({ hasText: 'La liste est en pièce jointe.' }).waitFor();
});

test('the bar and the keys format what is selected, undo takes it back, the preview shows it', async () => {
  const { page, faults } = await asking();
  const box = page.getByLabel(story);
  await box.fill('so very late');
  await box.evaluate(area => (area as HTMLTextAreaElement).setSelectionRange(3, 7));
  await page.keyboard.press('Control+b');
  expect(await box.inputValue()).toBe('so **very** late');
  await page.keyboard.press('Control+z');
  expect(await box.inputValue()).toBe('so very late');
  await page.getByRole('button', { name: 'Bold' }).click();
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('region', { name: 'Preview' }).locator('strong', { hasText: 'very' }).waitFor();
  await page.getByRole('button', { name: 'Preview' }).click();
  await box.fill('');
  expect(faults).toEqual([]);
});
