import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat, signIn, violations } from './browser.ts';

/** What is the school's own: an exception is asked for and allowed; a ticket goes back with its next step; addresses change. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a school asks for an exception on a ticket of its own, by keyboard on a phone, and takes it back', async () => {
  const { page, faults, context } = await seat(browser, { viewport: { width: 390, height: 844 } });
  await signIn(page, 'alder', 'Maria Santos');
  const opened = await page.request.post('/api/tickets', {
    data: {
      ...{ subject: 'The filter blocks us', description: 'Since Monday' },
      ...{ category: 'connectivity', impact: 'one_school', urgency: 'normal' },
    },
    headers: { origin: new URL(page.url()).origin },
  });
  const { number } = (await opened.json()) as { number: number };
  await page.goto(`/tickets/${number}`);
  await page.getByRole('button', { name: 'Ask for an exception' }).press('Enter');
  const form = page.getByRole('form', { name: 'Ask for an exception' });
  await form.getByRole('button', { name: 'Ask the coordinator' }).press('Enter');
  await form.getByRole('alert').waitFor();
  expect(await violations(page)).toEqual([]);
  await form.getByLabel('Why the school cannot do it itself').fill('Our provider locks the settings');
  await form.getByRole('button', { name: 'Ask the coordinator' }).press('Enter');
  const part = page.getByRole('region', { name: 'An exception for this ticket' });
  await part.getByText('Waits for the coordinator').waitFor();
  await part.getByRole('button', { name: 'Take back: Network' }).press('Enter');
  await part.getByText('Withdrawn').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test('an agent asks for an exception, the coordinator allows it, and the school reads until when', async () => {
  const [school, desk, lead] = await Promise.all([seat(browser), seat(browser), seat(browser)]);
  await Promise.all([
    signIn(school.page, 'alder', 'Maria Santos'),
    signIn(desk.page, 'maya'),
    signIn(lead.page, 'nadia'),
  ]);
  const opened = await school.page.request.post('/api/tickets', {
    data: {
      ...{ subject: 'Our browser is too old', description: 'It cannot be updated' },
      ...{ category: 'browser_workstation', impact: 'one_person', urgency: 'normal' },
    },
    headers: { origin: new URL(school.page.url()).origin },
  });
  const { number } = (await opened.json()) as { number: number };

  await desk.page.goto(`/desk/tickets/${number}`);
  await desk.page
    .getByRole('region', { name: 'Whose it is' })
    .getByText('The school', { exact: true })
    .first()
    .waitFor();
  await desk.page.getByRole('button', { name: 'Ask for an exception…' }).click();
  await desk.page.getByLabel('Why the school cannot do it itself').fill('The computer takes no newer one');
  await desk.page.getByRole('button', { name: 'Ask the coordinator' }).click();
  await desk.page.getByText('Waits for the coordinator').waitFor();

  await lead.page.goto('/desk/exceptions?show=asked');
  await lead.page.getByRole('button', { name: 'Allow… Browser, Alder Academy' }).click();
  await lead.page.getByLabel('What is allowed, and what not').fill('Help with the old browser, nothing else');
  await lead.page.keyboard.press('Tab');
  expect(await violations(lead.page)).toEqual([]);
  await lead.page.getByRole('button', { name: 'Allow it' }).click();
  await lead.page
    .getByRole('button', { name: 'Allow… Browser, Alder Academy' })
    .waitFor({ state: 'detached' });

  await school.page.goto(`/tickets/${number}`);
  const part = school.page.getByRole('region', { name: 'An exception for this ticket' });
  await part.getByText('Help with the old browser, nothing else').waitFor();
  await part
    .getByText(/until /)
    .first()
    .waitFor();
  await school.page.goto('/exceptions');
  await school.page.getByText('The computer takes no newer one').waitFor();
  expect(await violations(school.page)).toEqual([]);

  // By keyboard alone: what was handed back says what to do next.
  await desk.page.getByRole('button', { name: 'Hand it back…' }).press('Enter');
  const answer = desk.page.locator('form.move-form textarea').first();
  await answer.waitFor();
  expect(await answer.inputValue()).toContain('**Next step:** Use a browser of that list');
  await answer.fill('This is not ours.');
  await desk.page.getByLabel('Minutes spent').fill('5');
  await answer.press('Control+Enter');
  await desk.page.getByText('say what it does next').waitFor();
  expect(await violations(desk.page)).toEqual([]);
  expect([...school.faults, ...desk.faults, ...lead.faults]).toEqual([]);
});

test('addresses change from a day on, and the technical contact hears of it', async () => {
  const [desk, school] = await Promise.all([
    seat(browser),
    seat(browser, { viewport: { width: 390, height: 844 } }),
  ]);
  await Promise.all([signIn(desk.page, 'nadia'), signIn(school.page, 'alder', 'Sam Okoro')]);
  await school.page.goto('/network');
  await school.page.getByRole('heading', { name: 'Addresses for your firewall' }).waitFor();
  await school.page.getByLabel('Your product').selectOption('squid');
  await school.page.getByText(/dstdomain sis.town.example/).waitFor();
  expect(await violations(school.page)).toEqual([]);
  await school.page.goto('/');
  await school.page.getByLabel('What is the problem?').or(school.page.locator('#problem')).first().waitFor();
  expect(await school.page.getByText('The addresses for your firewall change').count()).toBe(0);

  await desk.page.goto('/desk/network');
  await desk.page.getByRole('button', { name: 'Change the list…' }).click();
  await desk.page.getByRole('button', { name: 'Add an address' }).click();
  const added = desk.page.getByRole('group', { name: 'Address 4' });
  await added.getByLabel('Host').fill('*.town.example');
  await added.getByLabel('What for (English)').fill('Pictures');
  await added.getByLabel('What for (French)').fill('Photos');
  await desk.page.getByLabel('Why').fill('Pictures of students move');
  await desk.page.getByRole('button', { name: 'Publish' }).click();
  await added.locator('[aria-invalid=true]').waitFor();
  await added.getByLabel('Host').fill('pictures.town.example');
  await desk.page.getByRole('button', { name: 'Publish' }).click();
  await desk.page.getByText('Pictures of students move').waitFor();
  expect(await violations(desk.page)).toEqual([]);
  await school.page
    .getByRole('link', { name: 'The addresses for your firewall change: see from when' })
    .click();
  await school.page.getByText('pictures.town.example').first().waitFor();
  expect([...desk.faults, ...school.faults]).toEqual([]);
});
