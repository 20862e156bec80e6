import { openGrounds, type DatabaseName } from './county/grounds.ts';
import { agents, contacts } from './county/people.ts';
import { optionsOf } from './options.ts';
import { startProgram } from './programs/child.ts';
import { browserOf, openChromium, painted } from './screens/chromium.ts';
import { loadCold, loadWarm, type Loading } from './screens/loading.ts';
import { screensTable, type Taken } from './screens/report.ts';
import {
  goOn,
  hearReply,
  hearTicket,
  openFromList,
  sendAndGoOn,
  stepThroughList,
  typeReply,
} from './screens/working.ts';

/** npm run bench -- --screens [--tickets 20000 --database postgres|embedded|both]: what a person waits for at the screens. */
const times = 30;
const rows = `document.querySelector('[data-row="0"][data-number]')`;
const question = `document.querySelector('main h1') && document.querySelector('main :is(textarea, input)')`;

async function screensOn(database: DatabaseName, tickets: number): Promise<string> {
  const grounds = await openGrounds(database, tickets);
  const server = await startProgram('server/start.js', await grounds.copy());
  const browser = await openChromium();
  try {
    const { url } = server;
    const desk: Loading = {
      browser,
      url,
      who: agents[0]!,
      path: '/desk',
      shown: rows,
      ahead: /assets.aria-/,
    };
    const portal: Loading = { browser, url, who: contacts[0]!, path: '/', shown: question };
    await loadWarm(desk, 3); // the server's first answers are slower
    const page = await (await browserOf(browser, url, agents[0]!)).newPage();
    await page.goto('/desk');
    await painted(page, rows);
    await page.waitForTimeout(1500);
    const taken: Taken[] = [];
    const add = async (what: string, wanted: string, work: Promise<number[]>) => {
      taken.push({ what, wanted, took: await work });
      console.error(`${database}: ${what}`);
    };
    await add('a new ticket at a school, counted in the list', '≤ 1,000', hearTicket(page, url, times));
    await add('`j`: the next row has the focus', '≤ 50', stepThroughList(page, times));
    await add('`Enter` on a row looked at: its ticket', '≤ 150', openFromList(page, times, true));
    await add('`Enter` at once: its ticket', '≤ 150', openFromList(page, times, false));
    await add('`]`: the next ticket', '≤ 150', goOn(page, times));
    await add('a letter in the reply', '≤ 50', typeReply(page, times));
    await add('a reply from the school, on the open ticket', '≤ 1,000', hearReply(page, url, times));
    await add('Ctrl Shift Enter: sent, the next ticket', '≤ 200', sendAndGoOn(page, times));
    await page.close();
    await add('the desk’s rows, files in the cache', '≤ 350', loadWarm(desk, times));
    await add('the portal’s first screen, files in the cache', '', loadWarm(portal, times));
    await add('the same on the bad line', '', loadWarm(portal, 3, true));
    return screensTable(`${database}, ${tickets.toLocaleString('en')} tickets`, taken, [
      ['the desk’s rows', '≤ 200 KB, ≤ 15 requests', await loadCold(desk)],
      ['the portal’s first screen', '≤ 130 KB', await loadCold(portal)],
      ['the portal’s first screen on 64 kbit/s, 800 ms', '≤ 25,000 ms', await loadCold(portal, true)],
    ]);
  } finally {
    await browser.close();
    await server.stop();
    await grounds.close();
  }
}

process.once('SIGINT', () => process.exit(130));
const { databases, tickets } = optionsOf(process.argv.slice(2));
for (const database of databases) console.log(`\n${await screensOn(database, tickets)}`);
