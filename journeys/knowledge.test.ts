import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, press, seat, signIn, violations } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('an agent finds an answer beside the ticket, says what solved it, and writes what was missing', async () => {
  const [maria, maya, tom] = [await seat(browser), await seat(browser), await seat(browser)];
  await signIn(maria.page, 'alder', 'Maria Santos');
  const asked = { category: 'attendance', impact: 'one_person', urgency: 'low' };
  const ask = async (subject: string, description: string): Promise<number> => {
    const answer = await maria.page.request.post('/api/tickets', {
      data: { subject, description, ...asked },
    });
    return ((await answer.json()) as { number: number }).number;
  };
  const late = await ask(
    'Late after the bell',
    'A student came late, how do I record the late arrival in minutes?',
  );
  await signIn(maya.page, 'maya');
  const { page } = maya;
  await page.goto(`/desk/tickets/${late}`);
  const rail = page.getByRole('region', { name: 'Answers' });
  await rail.getByRole('link', { name: 'Record a late arrival' }).waitFor();
  await rail.getByRole('button', { name: 'Put into the reply: Record a late arrival' }).click();
  const reply = page.getByLabel('Reply to the school');
  await expect.poll(() => reply.inputValue()).toContain('/answers/');
  await rail.getByText('was sent').waitFor();
  // What was sent is marked by one key, and can be taken back.
  await page.getByRole('heading', { name: 'Late after the bell' }).click();
  await press(page, 'y');
  await page.getByText('Noted: “Record a late arrival” solved it.').waitFor();
  await rail.getByText(/solved it/).waitFor();
  await page.getByRole('status').getByRole('button', { name: 'Take back' }).click();
  await rail.getByText('was sent').waitFor();
  await rail.getByRole('button', { name: 'Record a late arrival: Wrong' }).click();
  await rail.getByText('was wrong').waitFor();
  await expect.poll(() => rail.getByRole('button', { name: 'Record a late arrival: Wrong' }).count()).toBe(0);
  await reply.fill('');
  await reply.pressSequentially(';late arr');
  await page.getByRole('option', { name: 'Record a late arrival' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => reply.inputValue()).toMatch(/^Open the day.*\n\n\[Record a late arrival\]/);
  expect(await violations(page)).toEqual([]);

  // What nobody has written yet: said by key, and written from the ticket.
  const new_one = await ask(
    'Quokka days',
    'Maria of Alder Academy asks: how do we enter a quokka day for the whole school?',
  );
  await page.goto(`/desk/tickets/${new_one}`);
  await rail.getByRole('button', { name: 'An article is missing' }).waitFor();
  await page.getByRole('heading', { name: 'Quokka days' }).click();
  await press(page, 'y');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  // Any other article is named by its words, and marked without the mouse.
  await page.keyboard.type('report cards');
  await rail.getByRole('option').first().waitFor();
  expect(await rail.getByRole('option').count()).toBeLessThanOrEqual(6);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toMatch(/: Solved it$/);
  await page.keyboard.press('Enter');
  await rail.getByText(/solved it/).waitFor();
  await rail.getByRole('button', { name: 'Take back' }).click();
  await rail.getByRole('button', { name: 'An article is missing' }).click();
  await page.getByText('Noted.').last().waitFor();

  // Both reach who keeps the articles; she writes the missing one from there.
  await signIn(tom.page, 'tom');
  await tom.page.goto('/desk/answers');
  await tom.page.getByRole('link', { name: /^Wrong or missing \(\d+\)$/ }).click();
  const [wrong, missing] = ['Said to be wrong', 'Missing'].map(name =>
    tom.page.getByRole('region', { name }),
  );
  await wrong!.getByRole('link', { name: `Ticket ${late}: Late after the bell` }).waitFor();
  await missing!.getByRole('link', { name: 'Write the article: Quokka days' }).waitFor();
  expect(await violations(tom.page)).toEqual([]);
  await wrong!.getByRole('button', { name: 'Tick off: Record a late arrival' }).click();
  await expect.poll(() => wrong!.getByText('Late after the bell').count()).toBe(0);
  await tom.page.getByRole('button', { name: 'Undo' }).click();
  await wrong!.getByText('Late after the bell').waitFor();

  await rail.getByRole('link', { name: 'Write an article from it' }).click();
  await page.getByText(`From ticket ${new_one}.`).waitFor();
  const title = page.getByLabel('Title');
  await expect.poll(() => title.inputValue()).toBe('Quokka days');
  await title.fill('Enter a quokka day');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('link', { name: `ticket ${new_one}` }).waitFor();
  await page.getByText('have become “…”').waitFor();
  const text = page.getByLabel('Text', { exact: true });
  await expect.poll(() => text.inputValue()).toContain('> … of … asks');
  // Begun, it is missing no more.
  await expect.poll(() => missing!.getByText('Quokka days').count()).toBe(0);
  await page
    .getByLabel('The answer in one sentence')
    .fill('Choose the day under Administration and press Quokka.');
  await page.getByLabel('Text', { exact: true }).fill('1. Open **Administration**.\n2. Press **Quokka**.');
  await page.getByText('Kept.').waitFor();
  await page.getByRole('region', { name: 'As it is read' }).getByText('Press').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Propose' }).click();
  await page.getByText('Proposed. An editor publishes it.').waitFor();

  await tom.page.goto('/desk/answers?state=proposed');
  await tom.page.getByRole('link', { name: 'Enter a quokka day' }).click();
  await tom.page.getByRole('button', { name: 'Publish' }).click();
  await tom.page.getByText('Published.').waitFor();
  await tom.page.getByText('Version 1, published by Tom Becker').waitFor();
  // The agent's page follows, and the next who asks finds it.
  await page.getByText('Version 1, published by Tom Becker').waitFor();
  await expect
    .poll(async () => {
      const answer = await maria.page.request.post('/api/suggestions', { data: { title: 'quokka day' } });
      return ((await answer.json()) as { items: { title: string }[] }).items[0]?.title;
    })
    .toBe('Enter a quokka day');
  expect([...maria.faults, ...maya.faults, ...tom.faults]).toEqual([]);
});
