import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/database.ts';
import { readOn } from '#platform/jobs/readers.ts';
import { closeMonths } from '#reports/server/statements/closing.ts';
import { keepTime } from '#tickets/server/clocks/timekeeping.ts';
import { noticer } from '#tickets/server/notices/noticing.ts';
import { leaveDue } from '#tickets/server/sending/leaving.ts';
import { openServer } from '../src/main.server.ts';
import { drawn, openBrowser, seat, signIn, type Seat } from './browser.ts';
import { ownTown } from './town.ts';

/** The town with a clock that moves only when it is told to, so that days can pass. */
async function openDays() {
  const own = await ownTown();
  const placed = { DATA_DIR: own.folder, DATABASE_URL: own.database ?? '' };
  const config = readConfig({ ...placed, PORT: '0', LOG_LEVEL: 'silent' }, ['--demo']);
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
      await own.leave();
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

const seats: Seat[] = [];

/** Somebody comes back after days, her session over: in a browser of her own, where nothing waits for the old one. */
async function arrive(path: string, username: string, person?: string): Promise<Page> {
  const one = await seat(browser, {}, days.address);
  seats.push(one);
  // This server shares its computer's time with the test.
  one.page.setDefaultTimeout(45_000);
  await signIn(one.page, username, person);
  await one.page.goto(path);
  return one.page;
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
    const asks = '/ask?category=attendance&subject=Before%20Easter';
    const asking = await arrive(asks, 'alder', 'Maria Santos');
    await asking.getByLabel('What happened?').fill('The codes are gone.');
    await asking.getByRole('button', { name: 'Send my question' }).click();
    await asking.getByText(/It has the number \d+/).waitFor();
    const number = /\d+(?=\?)/.exec(asking.url())![0];
    // One hour is left today, the desk is closed on Friday, and the weekend does not count.
    await asking.getByText('Answer by Monday 15:00').first().waitFor();
    await asking.close();
    const taking = await arrive(`/desk/tickets/${number}`, 'maya');
    const promise = (page: Page) => page.getByRole('region', { name: 'Promise' });
    await promise(taking).getByText('First answer: promised by Monday 15:00, in 8 working hours').waitFor();
    await taking.getByRole('button', { name: 'Take' }).click();
    await taking.getByText('Maya Chen has it').first().waitFor();
    await taking.close();

    await days.at('2027-03-29T11:15');
    const warned = await arrive(`/desk/tickets/${number}`, 'maya');
    await drawn(warned);
    await warned.getByRole('button', { name: /^Notices/ }).click();
    await warned.getByText(`A promised time on ${number} is running out`).waitFor();
    await warned.keyboard.press('Escape');
    await warned.getByRole('button', { name: 'Ask the school…' }).click();
    await warned.getByRole('textbox', { name: /question/i }).fill('Which codes?');
    await sent(warned);
    await days.at('2027-03-29T11:16');
    await promise(warned)
      .getByText(/^First answer: .*, in time$/)
      .waitFor();
    await promise(warned)
      .getByText(/^Solution: paused, /)
      .waitFor();
    await warned.close();

    // Two days of the school's are not the desk's.
    await days.at('2027-03-31T10:16');
    const answering = await arrive(`/tickets/${number}`, 'alder', 'Maria Santos');
    await answering.getByText('Your turn').first().waitFor();
    await answering.getByRole('textbox').first().fill('All of them.');
    await answering.getByRole('button', { name: /^Send/ }).click();
    await answering.getByText('Our turn').first().waitFor();
    await answering.close();

    await days.at('2027-03-31T11:16');
    const solving = await arrive(`/desk/tickets/${number}`, 'maya');
    await solving.getByRole('button', { name: 'Solve…' }).click();
    await solving.getByRole('textbox', { name: 'The answer in plain words' }).fill('They are back.');
    await solving.getByLabel('How it was solved').selectOption('solved_l1');
    await solving.getByLabel(/^Minutes/).fill('5');
    await sent(solving);
    await days.at('2027-03-31T11:17');
    await promise(solving)
      .getByText(/^Solution: .*, in time$/)
      .waitFor();
    await promise(solving).getByLabel('Why: Solution').click();
    await promise(solving).locator('li:visible', { hasText: 'Friday: Good Friday, closed' }).waitFor();
    // Thursday 1 h, Monday 3 h 16 min, Wednesday 1 h 1 min.
    await promise(solving)
      .getByText(/^Together 5 h 17 min/)
      .waitFor({ state: 'attached' });
    await solving.close();

    await days.at('2027-04-01T09:00');
    const reading = await arrive('/desk/statements/2027-03', 'nadia');
    await reading.getByRole('heading', { name: 'Statement for March 2027' }).waitFor();
    await reading.getByText('These numbers do not change any more.').waitFor();
    expect(seats.flatMap(({ faults }) => faults)).toEqual([]);
  },
);
