import type { Page } from 'playwright-core';
import { ask, newLine } from '../asking/http.ts';
import { post } from '../asking/operations.ts';
import { contactsOf } from '../county/people.ts';
import { painted, pressed } from './chromium.ts';

/** What an agent does all day, each many times; ms from the key, or from the colleague's request, until it is painted. */

const heading = `document.querySelector('#ticket-subject')`;
const whole = `document.querySelector('.talk [data-message]') && document.querySelector('.composer')`;
const row = 'document.activeElement?.dataset?.row';
/** Longer than a hand needs from one row to the next key. */
const rest_ms = 250;

export async function stepThroughList(page: Page, times: number): Promise<number[]> {
  await page.keyboard.press('j');
  return repeat(times, async () => {
    const here = Number(await page.evaluate<string>(row));
    return pressed(page, 'j', `${row} === '${here + 1}'`);
  });
}

/** `rested`: one looks at the row before opening it. */
export async function openFromList(page: Page, times: number, rested: boolean): Promise<number[]> {
  return repeat(times, async () => {
    await page.keyboard.press('j');
    if (rested) await page.waitForTimeout(rest_ms);
    const subject = await page.evaluate<string>(
      `document.activeElement.querySelector('.subject').textContent`,
    );
    const number = await page.evaluate<string>('document.activeElement.dataset.number');
    const took = await pressed(page, 'Enter', openAt(number));
    if (!subject) throw new Error('the row has no subject');
    await page.waitForTimeout(rest_ms);
    await page.keyboard.press('u');
    await painted(page, `${row} !== undefined`);
    return took;
  });
}

const openAt = (number: string) =>
  `location.pathname === '/desk/tickets/${number}' && ${heading} && ${whole}`;

/** From ticket to ticket by `]`. */
export async function goOn(page: Page, times: number): Promise<number[]> {
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await painted(page, `${heading} && ${whole}`);
  return repeat(times, async () => {
    await page.waitForTimeout(rest_ms);
    return pressed(page, ']', await another(page));
  });
}

/** The heading is of another ticket than now, and all of that is there. */
async function another(page: Page): Promise<string> {
  const path = await page.evaluate<string>('location.pathname');
  await page.evaluate(`window.before_it = ${heading}`);
  return `location.pathname !== '${path}' && ${heading} && ${heading} !== window.before_it && ${whole}`;
}

export async function typeReply(page: Page, times: number): Promise<number[]> {
  await toReply(page);
  const field = `document.activeElement.value?.length`;
  const took = await repeat(times, async () => {
    const now = Number(await page.evaluate<number>(field));
    return pressed(page, 'x', `${field} === ${now + 1}`);
  });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  return took;
}

/** Goes on until a ticket that can be answered is open, and into its reply. */
async function toReply(page: Page): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('r');
    await page.waitForTimeout(100);
    if (await page.evaluate(`document.activeElement.closest('[aria-labelledby=tab-reply]') !== null`)) return;
    const next = await another(page);
    await pressed(page, ']', next);
  }
  throw new Error('no ticket can be answered');
}

/** The send guard lets nobody answer who has not seen the newest. */
const read_all = `(async () => {
  for (const message of document.querySelectorAll('[data-message]')) {
    message.scrollIntoView({ block: 'end' });
    await new Promise(settle => requestAnimationFrame(() => setTimeout(settle, 30)));
  }
})()`;

/** Ctrl Shift Enter: sent, and the next ticket is there. */
export async function sendAndGoOn(page: Page, times: number): Promise<number[]> {
  // Where nothing new has come in, so that the guard lets all of them pass.
  await page.evaluate('document.activeElement.blur()');
  await pressed(page, ']', await another(page));
  return repeat(times, async () => {
    await toReply(page);
    await page.keyboard.insertText('We have looked into it. Please try again and tell us.');
    await page.evaluate(read_all);
    await page.waitForTimeout(1000);
    return pressed(page, 'Control+Shift+Enter', await another(page));
  });
}

/** A person of the school answers, and her text is on the agent's open ticket. */
export async function hearReply(page: Page, url: string, times: number): Promise<number[]> {
  const line = newLine(1);
  const took = await repeat(times, async index => {
    const number = await page.evaluate<string>(`location.pathname.split('/').at(-1)`);
    const school = await page.evaluate<number>(
      `fetch('/api/tickets/${number}').then(answer => answer.json()).then(ticket => ticket.requester.id)`,
    );
    const someone = contactsOf(1 + Math.floor((school - 1) / 2)).find(({ id }) => id === school)!;
    const text = `It still happens, time ${index}`;
    const waiting = painted(page, `document.querySelector('.talk-lines')?.textContent.includes('${text}')`);
    const begun = Date.now();
    const { status, text: said } = await ask(
      line,
      url,
      post(someone, `/api/tickets/${number}/replies`, { text }),
    );
    if (status !== 201) throw new Error(said);
    return (await waiting).at - begun;
  });
  line.destroy();
  return took;
}

/** Somebody asks something new, and the list counts it. */
export async function hearTicket(page: Page, url: string, times: number): Promise<number[]> {
  const line = newLine(1);
  const count = `document.querySelector('.list-pane header [role=status]')?.textContent`;
  const took = await repeat(times, async index => {
    const now = await page.evaluate<string>(count);
    const waiting = painted(page, `${count} !== ${JSON.stringify(now)}`);
    const begun = Date.now();
    const asked = {
      subject: `Something new, time ${index}`,
      description: 'It began today.',
      category: 'pen',
      impact: 'one_person',
      urgency: 'low',
    };
    const { status, text } = await ask(
      line,
      url,
      post(contactsOf(1 + (index % 300))[0]!, '/api/tickets', asked),
    );
    if (status !== 201) throw new Error(text);
    const heard = (await waiting).at - begun;
    await page.waitForTimeout(rest_ms);
    return heard;
  });
  line.destroy();
  return took;
}

async function repeat(times: number, once: (index: number) => Promise<number>): Promise<number[]> {
  const took: number[] = [];
  for (let index = 0; index < times; index++) took.push(await once(index));
  return took;
}
