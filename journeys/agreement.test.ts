import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the coordinator writes a version from the template and publishes it, a lead signs it on her phone, it is countersigned and printed', async () => {
  const nadia = await seat(browser);
  await signIn(nadia.page, 'nadia');
  // The draft that the town has is given up; the next one begins as the template.
  await nadia.page.goto('/desk/agreements/3');
  await nadia.page.getByRole('button', { name: 'Delete the draft…' }).click();
  await nadia.page.getByRole('button', { name: 'Delete it' }).click();
  await nadia.page.getByRole('button', { name: 'Write from the template' }).click();
  const answer = nadia.page.getByLabel('P4, First answer, in minutes');
  // What cannot be promised is said beside it, and keeps it from being published.
  await answer.fill('60');
  await nadia.page.getByText('P4 would be faster than P3.').first().waitFor();
  expect(await nadia.page.getByRole('button', { name: 'Publish…' }).isDisabled()).toBe(true);
  await answer.fill('300');
  await nadia.page.getByText('Nothing is missing: it can be published.').waitFor();
  await nadia.page.getByRole('region', { name: 'As it will read' }).getByText('5 hours').waitFor();
  // A time that is typed by hand is warned of; what was written is there when the page is opened again.
  const text = nadia.page.getByLabel('English text');
  await text.fill(`${await text.inputValue()}\nAnswers to letters take 9 days.`);
  await nadia.page.getByText('Typed by hand, so no change of the data changes it: 9 days.').waitFor();
  await nadia.page.reload();
  await nadia.page.getByText('9 days.').first().waitFor();
  expect(await violations(nadia.page)).toEqual([]);
  await nadia.page.getByRole('button', { name: 'Publish…' }).click();
  await nadia.page.getByRole('button', { name: 'Publish', exact: true }).click();
  await nadia.page.getByRole('heading', { name: 'Who has signed' }).waitFor();

  // The lead finds it on her first page, reads what is new, and signs.
  const grant = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(grant.page, 'alder', 'Grant Bell');
  await grant.page.getByRole('link', { name: 'Read and sign' }).click();
  await grant.page.getByText('What is new since version 2').waitFor();
  await grant.page
    .getByRole('row', { name: /P4, first answer/ })
    .getByText('5 hours')
    .waitFor();
  await grant.page.getByLabel('Your name').fill('Grant Bell');
  await grant.page.getByLabel('Your role at the school').fill('Principal');
  await grant.page.getByLabel('The school’s password').fill('the demo town');
  await grant.page.getByRole('button', { name: 'Sign the agreement' }).click();
  await grant.page.getByText('Tick this before you sign.').waitFor();
  await grant.page.getByLabel('I have read this agreement').check();
  expect(await violations(grant.page)).toEqual([]);
  await grant.page.getByRole('button', { name: 'Sign the agreement' }).click();
  await grant.page.getByText('Version 3 is signed; the iGroup countersigns it now').waitFor();

  // The coordinator's list follows by itself.
  await nadia.page.getByRole('link', { name: 'To countersign (1)' }).click();
  await nadia.page.getByRole('button', { name: 'Countersign… Alder Academy' }).click();
  const sheet = nadia.page.getByRole('dialog', { name: 'Sign for the iGroup' });
  await sheet.getByRole('button', { name: 'Countersign' }).click();
  await sheet.waitFor({ state: 'detached' });
  await grant.page.getByText('Version 3 holds for your school').waitFor();

  const paper = await grant.page.getByRole('link', { name: 'Open as PDF Version 3' }).getAttribute('href');
  const file = await (await grant.context.request.get(paper!)).body();
  const words = wordsOf(file);
  if (words)
    for (const said of ['Grant Bell', 'Nadia Petrov', 'Alder Academy', '5 hours', 'SHA-256'])
      expect(words).toContain(said);
  expect(file.subarray(0, 5).toString()).toBe('%PDF-');
  expect([...nadia.faults, ...grant.faults]).toEqual([]);
  await nadia.context.close();
  await grant.context.close();
});

/** The words of a PDF, where the program that reads them is installed. */
function wordsOf(file: Buffer): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-paper-'));
  try {
    writeFileSync(join(folder, 'agreement.pdf'), file);
    return execFileSync('pdftotext', ['-layout', join(folder, 'agreement.pdf'), '-'], { encoding: 'utf8' });
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
