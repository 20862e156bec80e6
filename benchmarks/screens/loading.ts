import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Someone } from '../county/people.ts';
import { browserOf, painted } from './chromium.ts';

/** A page from the first byte to what one came for. */
export interface Loading {
  browser: Browser;
  url: string;
  who: Someone;
  path: string;
  /** What one came for, as an expression in the page. */
  shown: string;
  /** The first that is fetched ahead, for afterwards: what follows it was not waited for. */
  ahead?: RegExp;
}

/** What was asked for before the frame that shows it began, with nothing kept from before. */
export interface Cold {
  ms: number;
  requests: number;
  bytes: number;
}

/** A line of 64 kbit/s on which every answer takes 800 ms. */
const bad_line = { offline: false, latency: 800, downloadThroughput: 8000, uploadThroughput: 8000 };

export async function loadCold(loading: Loading, slowly = false): Promise<Cold> {
  const context = await browserOf(loading.browser, loading.url, loading.who);
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  const requests = new Map<string, { begun: number; bytes: number; url: string }>();
  line.on('Network.requestWillBeSent', ({ requestId, wallTime, request }) =>
    requests.set(requestId, { begun: wallTime * 1000, bytes: 0, url: request.url }),
  );
  const add = (id: string, bytes: number) => {
    const request = requests.get(id);
    if (request) request.bytes = bytes;
  };
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => add(requestId, encodedDataLength));
  await line.send('Network.enable');
  if (slowly) await line.send('Network.emulateNetworkConditions', bad_line);
  const { frame, since_start } = await open(page, loading);
  await page.waitForTimeout(slowly ? 0 : 500);
  await context.close();
  const all = [...requests.values()];
  const ahead = all.find(({ url }) => loading.ahead?.test(url))?.begun ?? Infinity;
  const until = all.filter(({ begun }) => begun < Math.min(frame, ahead));
  return {
    ms: since_start,
    requests: until.length,
    bytes: until.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** The same again and again in one browser, whose cache has the files. */
export async function loadWarm(loading: Loading, times: number, slowly = false): Promise<number[]> {
  const context = await browserOf(loading.browser, loading.url, loading.who);
  await visit(context, loading, false);
  const took: number[] = [];
  for (let time = 0; time < times; time++) took.push(await visit(context, loading, slowly));
  await context.close();
  return took;
}

async function visit(context: BrowserContext, loading: Loading, slowly: boolean): Promise<number> {
  const page = await context.newPage();
  if (slowly) {
    const line = await context.newCDPSession(page);
    await line.send('Network.emulateNetworkConditions', bad_line);
  }
  const { since_start } = await open(page, loading);
  // What is fetched ahead is in the cache before the next visit.
  await page.waitForTimeout(slowly ? 0 : 300);
  await page.close();
  return since_start;
}

async function open(page: Page, { path, shown }: Loading) {
  await page.goto(path, { waitUntil: 'commit', timeout: 120_000 });
  return painted(page, shown);
}
