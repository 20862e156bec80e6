import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { secretOf, type Someone } from '../county/people.ts';

/** When something was painted: on the clock, since the last key, since the page began; ms. */
export interface Painted {
  at: number;
  /** When the frame began in which it was painted. */
  frame: number;
  since_key: number;
  since_start: number;
}

export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

/** Somebody's browser, signed in already, with nothing in its cache. */
export async function browserOf(browser: Browser, url: string, someone: Someone): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1366, height: 768 },
    locale: 'en-CA',
  });
  await context.addCookies([{ name: 'firstline', value: secretOf(someone), url }]);
  await context.addInitScript({ content: watch_paint });
  return context;
}

/** Longer than the bad line needs. */
const patience_ms = 90_000;

/** Runs in the page, before its own code. What is posted in a frame is heard after that frame is painted. */
const watch_paint = `
  let key = 0;
  addEventListener('keydown', event => {
    if (event.key !== 'Control' && event.key !== 'Shift') key = event.timeStamp;
  }, true);
  window.paintedWhen = (holds, what) => new Promise((settle, fail) => {
    const begun = performance.now();
    const { port1, port2 } = new MessageChannel();
    let frame = 0;
    port1.onmessage = () => {
      const now = performance.now();
      settle({ at: performance.timeOrigin + now, frame: performance.timeOrigin + frame, since_key: now - key, since_start: now });
    };
    const look = now => {
      frame = now;
      if (holds()) port2.postMessage(0);
      else if (performance.now() - begun > ${patience_ms})
        fail(new Error('never painted: ' + what + ' on ' + location.href + ': ' + document.body.innerText));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
`;

/** Waits in the page until a condition, an expression of JavaScript, is painted. */
export const painted = (page: Page, condition: string) =>
  page.evaluate<Painted>(`window.paintedWhen(() => Boolean(${condition}), ${JSON.stringify(condition)})`);

/** From a key until what it does is painted. */
export async function pressed(page: Page, key: string, condition: string): Promise<number> {
  const waiting = painted(page, condition);
  await page.keyboard.press(key);
  return (await waiting).since_key;
}
