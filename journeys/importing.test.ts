import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, press, seat, signIn, tabTo, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const fileOf = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text.replaceAll('’', '\x92'), 'latin1'), // Windows-1252, as an older Excel writes it
});

const heads = 'Nom;Code;Localité;Genre;Dernière année;Première année;ETP 2025;Remarque';
const first = [
  heads,
  'École de l’Étang;ETANG;Sainte-Thérèse;indépendante;7;M;41,5;x',
  'Birch Elementary School;BIRCH;Kelowna;publique;;;;',
  'Sans code;;Hope;;;;;',
  'École coupée;COUP',
].join('\r\n');
const mended = [
  heads,
  'École de l’Étang;ETANG;Sainte-Thérèse;indépendante;7;M;41,5;x',
  'Birch Elementary School;BIRCH;Kelowna;publique;;;;',
  'Avec code;CODE;Hope;;;;;',
  'École coupée;COUP;;;;;;',
].join('\r\n');

async function choose(page: Page, file: ReturnType<typeof fileOf>): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Go on' }).click();
}

test('a file of Windows-1252 comes in after a dry run, its wrong lines when they are mended, and once', async () => {
  const { page, faults, context } = await seat(browser);
  page.setDefaultTimeout(30_000);
  await signIn(page, 'nadia');
  await page.goto('/desk/schools');
  await page.getByRole('link', { name: 'Import and export' }).click();
  await page.getByLabel('File', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await choose(page, fileOf('écoles.csv', first));

  // The letters are seen right, and wrong when read otherwise.
  await page.getByText('École de l’Étang · Birch').waitFor();
  expect(await page.getByLabel('Letters are in').inputValue()).toBe('windows-1252');
  await page.getByLabel('Letters are in').selectOption('utf-8');
  await page.getByText('\ufffdcole').first().waitFor();
  await page.getByLabel('Letters are in').selectOption('windows-1252');
  await page.getByText('École de l’Étang · Birch').waitFor();
  const columns: [head: string, field: string][] = [
    ['Localité', 'town'],
    ['Première année', 'first_grade'],
    ['ETP 2025', 'fte_2025'],
    ['Remarque', ''],
  ];
  for (const [head, field] of columns)
    expect(await page.getByLabel(head, { exact: true }).inputValue()).toBe(field);
  await page.getByLabel('Nom', { exact: true }).selectOption({ label: 'Leave it out' });
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Nom', { exact: true }).selectOption({ label: 'Name' });
  await page.getByRole('button', { name: 'Look at the lines' }).click();

  await page.getByText('1 school new, 1 changed, 0 as they were, 2 refused.').waitFor();
  await page.getByText('School code is missing.').waitFor();
  await page.getByText('The line has 2 cells, and there are 8 heads.').waitFor();
  expect(await page.getByRole('row').count()).toBe(3);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the refused lines' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('4,School code is missing.,Sans code');
  await page.getByRole('button', { name: /^Changed/ }).click();
  await page.getByRole('row', { name: /Birch Elementary School/ }).waitFor();
  expect(await violations(page)).toEqual([]);

  // It can be left and taken up again; then it is done.
  await page.goto('/desk/schools/import');
  await page.getByRole('button', { name: 'Import 2 schools' }).click();
  await page.getByText('écoles.csv is imported: 1 school new, 1 changed, 0 as they were.').waitFor();
  expect(await violations(page)).toEqual([]);

  for (const said of ['2 schools new, 0 changed, 2 as they were, 0 refused.', 'All 4 are as they were.']) {
    await choose(page, fileOf('mended.csv', mended));
    await page.getByRole('button', { name: 'Look at the lines' }).click();
    await page.getByText(said).waitFor();
    const go = page.getByRole('button', { name: 'Import 2 schools' });
    if (said.startsWith('All')) expect(await go.count()).toBe(0);
    else {
      await go.click();
      await page.getByText(/^mended.csv is imported/).waitFor();
    }
  }
  await page.getByRole('button', { name: 'Put it aside' }).click();
  await page.getByText('The import of mended.csv is put aside.').waitFor();
  await page.goto('/desk/schools');
  await page.getByText('École de l’Étang').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('all people go out as a file, and by keyboard come back without a change', async () => {
  const { page, faults, context } = await seat(browser);
  page.setDefaultTimeout(30_000);
  await signIn(page, 'nadia');
  await page.goto('/desk/schools/import');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download all people' }).click(),
  ]);
  const buffer = await readFile(await download.path());
  expect(buffer.toString()).toContain('ALDER,,Maria Santos,member,,,no');
  await page.getByLabel(/^People of schools/).focus();
  await press(page, 'Space');
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
  await tabTo(page, /^Go on$/);
  await press(page, 'Enter');
  await page.getByLabel('School code').waitFor();
  await tabTo(page, /^Look at the lines$/);
  await press(page, 'Enter');
  await page.getByText(/^All \d+ are as they were/).waitFor();
  await tabTo(page, /^Put it aside$/).catch(() => page.getByRole('button', { name: 'Put it aside' }).focus());
  await press(page, 'Enter');
  await page.getByText('The import of people.csv is put aside.').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
