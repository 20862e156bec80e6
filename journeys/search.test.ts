import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Synonyms } from '#knowledge/rules/synonyms.ts';
import { openBrowser, seat, signIn, violations } from './browser.ts';

/** One search, on both faces. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('an agent finds an answer in the palette, and everything on a page, narrowed by kind and area', async () => {
  const { page, faults } = await seat(browser);
  await signIn(page, 'maya');
  await page.getByRole('button', { name: 'Search or do…' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('forgotten password');
  const answers = page.getByRole('group', { name: 'Answers' });
  await answers.getByRole('option', { name: 'Reset a password you have forgotten' }).waitFor();
  await answers.getByRole('option', { name: /^Search everything/ }).click();

  await page.waitForURL('**/desk/search?q=*');
  const kinds = page.getByRole('group', { name: 'What is found' });
  await kinds.getByRole('button', { name: /^Answers/ }).click();
  await page.waitForURL('**kind=article*');
  await page.getByRole('link', { name: 'Reset a password you have forgotten' }).waitFor();
  await page.locator('mark').first().waitFor();
  await page.getByRole('searchbox').fill('alder acad');
  await kinds.getByRole('button', { name: /^All/ }).click();
  await page.getByRole('link', { name: 'Alder Academy' }).waitFor();
  expect(faults).toEqual([]);
});

test('a secretary finds answers and her school’s tickets; a word with a letter wrong is understood', async () => {
  const { page, faults } = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(page, 'alder', 'Maria Santos');
  await page.goto('/search?q=pasword');
  await page.getByText('Shown is what has “password”').waitFor();
  await page.getByRole('searchbox').fill('zzyzx');
  await page.getByText('Nothing is found with these words.').waitFor();
  await page.getByRole('link', { name: 'Ask the desk' }).click();
  await expect.poll(() => page.getByLabel('What is the problem, in one line?').inputValue()).toBe('zzyzx');
  expect(faults).toEqual([]);
});

test('an editor says which words mean the same, schools find by both at once, and it is taken back', async () => {
  const [editor, school] = [await seat(browser), await seat(browser)];
  const { page } = editor;
  await signIn(page, 'tom');
  await page.goto('/desk/answers');
  await page.getByRole('link', { name: 'Same meaning' }).click();
  await page.getByText('No words of your own yet').waitFor();
  const add = async (...lines: string[]) => {
    await page.getByRole('button', { name: 'New group' }).press('Enter');
    await page.getByRole('textbox', { name: 'Words' }).waitFor();
    await page.keyboard.type(lines.join('\n'));
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  };
  await add('wallaby', 'password');
  await page.getByText('Saved: wallaby, password.').waitFor();
  expect(await violations(page)).toEqual([]);
  await signIn(school.page, 'alder', 'Maria Santos');
  await school.page.goto('/search?q=wallaby');
  await school.page.getByRole('link', { name: 'Reset a password you have forgotten' }).waitFor();

  // Taken back, beside what somebody else has written since.
  await add('numbat', 'attendance');
  await page.getByText('Saved: numbat, attendance.').waitFor();
  const { edition, groups } = (await (await page.request.get('/api/synonyms')).json()) as Synonyms;
  const more = [...groups.map(({ words }) => words), ['quokka', 'report card']];
  await page.request.put('/api/synonyms', { data: { edition, groups: more } });
  const numbat = page.locator('.toast').filter({ hasText: 'Saved: numbat' });
  await numbat.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'numbat · attendance' }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'quokka · report card' }).waitFor();
  await page.getByRole('button', { name: 'Remove: wallaby, password' }).press('Enter');
  await page.getByRole('heading', { name: 'wallaby · password' }).waitFor({ state: 'detached' });
  await school.page.reload();
  await school.page.getByText('Nothing is found with these words.').waitFor();
  expect([...editor.faults, ...school.faults]).toEqual([]);
});
