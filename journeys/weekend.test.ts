import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/database.ts';
import { readOn } from '#platform/jobs/readers.ts';
import { closeMonths } from '#reports/server/statements/closing.ts';
import { keepTime } from '#tickets/server/clocks/timekeeping.ts';
import { noticer } from '#tickets/server/notices/noticing.ts';
import { leaveDue } from '#tickets/server/sending/leaving.ts';
import { openServer } from '../src/main.server.ts';
import { openBrowser, seat, signIn, type Seat } from './browser.ts';

/** The town with a clock that moves only when it is told to, so that days can pass. */
async function openDays() {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-days-'));
  await cp(inject('town_folder'), folder, { recursive: true });
  const config = readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' }, ['--demo']);
  const database = await openDatabase(config);
  let now = new Date();
  const clock = () => now;
  const server = await openServer(config, { database, clock, jobs: false, waits: true });
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const failed = (error: unknown) => {
    throw error;
  };
  return {
    address,
    /** It is then, on the desk's wall, and all that time does until then is done. */
    async at(local: string) {
      now = new Date(`${local}:00-07:00`);
      await leaveDue(database, now, failed);
      for (let next = await keepTime({ database, clock, failed }); next && next <= now;)
        next = await keepTime({ database, clock, failed });
      await readOn(database, actorOf({ side: 'system', job: 'journey' }), noticer);
      await closeMonths({ database, clock });
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let browser: Browser;
let days: Awaited<ReturnType<typeof openDays>>;
beforeAll(async () => {
  [browser, days] = await Promise.all([openBrowser(), openDays()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), days.stop()]);
});

/** This server shares its computer's time with the test: it is waited for longer. */
async function sit(): Promise<Seat> {
  const one = await seat(browser, {}, days.address);
  one.page.setDefaultTimeout(45_000);
  return one;
}

/** Sends what is written, and waits until the server has it. */
async function sent(page: Page): Promise<void> {
  const moved = page.waitForResponse(/\/moves$/);
  await page.keyboard.press('Control+Enter');
  expect((await moved).status()).toBe(200);
}

test(
  'a question before a long weekend is promised, warned of, answered, paused, solved, explained and reported',
  { timeout: 180_000 },
  async () => {
    // Good Friday is the 26th; on the 28th the clocks of Europe change, those of British Columbia do not.
    await days.at('2027-03-25T15:00');
    const maria = await sit();
    await signIn(maria.page, 'alder', 'Maria Santos');
    await maria.page.goto('/ask?category=attendance&subject=Before%20Easter');
    await maria.page.getByLabel('What happened?').fill('The codes are gone.');
    await maria.page.getByRole('button', { name: 'Send my question' }).click();
    await maria.page.getByText(/It has the number \d+/).waitFor();
    const number = /\d+(?=\?)/.exec(maria.page.url())![0];
    // One hour is left today, the desk is closed on Friday, and the weekend does not count.
    await maria.page.getByText('Answer by Monday 15:00').first().waitFor();
    const maya = await sit();
    await signIn(maya.page, 'maya');
    await maya.page.goto(`/desk/tickets/${number}`);
    await maya.page.getByRole('button', { name: 'Take' }).click();
    const promise = maya.page.getByRole('region', { name: 'Promise' });
    await promise.getByText('First answer: promised by Monday 15:00, in 8 working hours').waitFor();

    await days.at('2027-03-29T11:15');
    await signIn(maya.page, 'maya');
    await maya.page.getByRole('button', { name: /^Notices/ }).click();
    await maya.page.getByText(`A promised time on ${number} is running out`).waitFor();
    await maya.page.goto(`/desk/tickets/${number}`);
    await maya.page.getByRole('button', { name: 'Ask the school…' }).click();
    await maya.page.getByRole('textbox', { name: /question/i }).fill('Which codes?');
    await sent(maya.page);
    await days.at('2027-03-29T11:16');
    await promise.getByText(/^First answer: .*, in time$/).waitFor();
    await promise.getByText(/^Solution: paused, /).waitFor();

    // Two days of the school's are not the desk's.
    await days.at('2027-03-31T10:16');
    await signIn(maria.page, 'alder', 'Maria Santos');
    await maria.page.goto(`/tickets/${number}`);
    await maria.page.getByText('Your turn').first().waitFor();
    await maria.page.getByRole('textbox').first().fill('All of them.');
    await maria.page.getByRole('button', { name: /^Send/ }).click();
    await maria.page.getByText('Our turn').first().waitFor();

    await days.at('2027-03-31T11:16');
    await signIn(maya.page, 'maya');
    await maya.page.goto(`/desk/tickets/${number}`);
    await maya.page.getByRole('button', { name: 'Solve…' }).click();
    await maya.page.getByRole('textbox', { name: 'The answer in plain words' }).fill('They are back.');
    await maya.page.getByLabel('How it was solved').selectOption('solved_l1');
    await maya.page.getByLabel(/^Minutes/).fill('5');
    await sent(maya.page);
    await days.at('2027-03-31T11:17');
    await promise.getByText(/^Solution: .*, in time$/).waitFor();
    await promise.getByLabel('Why: Solution').click();
    await promise.locator('li:visible', { hasText: 'Friday: Good Friday, closed' }).waitFor();
    // Thursday 1 h, Monday 3 h 16 min, Wednesday 1 h 1 min.
    await promise
      .locator('details[open]')
      .getByText(/^Together 5 h 17 min/)
      .waitFor();

    await days.at('2027-04-01T09:00');
    const nadia = await sit();
    await signIn(nadia.page, 'nadia');
    await nadia.page.goto('/desk/statements/2027-03');
    await nadia.page.getByRole('heading', { name: 'Statement for March 2027' }).waitFor();
    await nadia.page.getByText('These numbers do not change any more.').waitFor();
    expect([...maria.faults, ...maya.faults, ...nadia.faults]).toEqual([]);
  },
);
