import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('what is the school’s own goes to its technician first, who answers, sends one up and solves another', async () => {
  const maria = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(maria.page, 'alder', 'Maria Santos');
  const ask = async (subject: string) => {
    await maria.page.goto(`/ask?category=browser_workstation&subject=${encodeURIComponent(subject)}`);
    await maria.page.getByLabel('What happened?').fill('Since this morning, on one computer.');
    await maria.page.getByRole('radio', { name: 'Sam Okoro, our technical contact' }).waitFor();
    expect(await violations(maria.page)).toEqual([]);
    await maria.page.getByRole('button', { name: 'Send my question' }).click();
    await maria.page.getByText(/It has the number \d+/).waitFor();
    await maria.page.getByText('With Sam Okoro', { exact: true }).waitFor();
    await maria.page.getByLabel('Write to Sam Okoro').waitFor();
    return /\d+(?=\?)/.exec(maria.page.url())![0];
  };
  const white = await ask('The page stays white');
  const slow = await ask('The computer is slow');

  const sam = await seat(browser);
  await signIn(sam.page, 'alder', 'Sam Okoro');
  await sam.page.goto('/tickets?whose=passed');
  await sam.page.getByRole('link', { name: /The computer is slow/ }).waitFor();
  expect(await violations(sam.page)).toEqual([]);
  await sam.page.getByRole('link', { name: /The page stays white/ }).click();
  await sam.page.getByRole('button', { name: 'Send it up to the desk' }).click();
  await sam.page.getByText('The desk has it now.').waitFor();
  await maria.page.goto(`/tickets/${white}`);
  await maria.page.getByText('With us', { exact: true }).first().waitFor();

  await sam.page.goto(`/tickets/${slow}`);
  await sam.page.getByRole('button', { name: 'Solved at the school' }).click();
  await sam.page.getByLabel('What solved it?').fill('It wanted a restart.');
  await sam.page.getByRole('button', { name: 'Solved at the school' }).click();
  await sam.page.getByText('Closed as solved at the school.').waitFor();

  const nadia = await seat(browser);
  await signIn(nadia.page, 'nadia');
  await nadia.page.goto('/desk/dashboard');
  const at_schools = nadia.page.getByRole('region', { name: 'At the schools’ own technicians' });
  await at_schools.getByRole('row', { name: /Alder Academy/ }).waitFor();
  expect(await violations(nadia.page)).toEqual([]);
  expect([...maria.faults, ...sam.faults, ...nadia.faults]).toEqual([]);
});
