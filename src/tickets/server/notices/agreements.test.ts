import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { readOn } from '#platform/jobs/readers.ts';
import { cast_password } from '#testing/cast.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Notice } from '../../rules/attention.ts';
import { agreementNoticer } from './agreements.ts';
import { tellHeld } from './noticing.ts';

const software = actorOf({ side: 'system', job: 'readers' });
const day_ms = 86_400_000;
const hour_ms = 3_600_000;
const base = '/api/agreements';

let house: House;
let nadia: Client, maya: Client, grant: Client, joan: Client;
let review_on: string;
/** Version 2 is signed by Alder and by the group; version 3 is none yet. */
beforeAll(async () => {
  house = await openHouse();
  [nadia, maya, grant, joan] = (await Promise.all(
    (['Nadia Petrov', 'Maya Chen', 'Grant Bell', 'Joan Whitehorse'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
  review_on = await publish();
  const { waits } = (await grant.get(`${base}/own`)).body;
  await grant.post(`${base}/2/signature`, {
    ...{ name: 'Grant Bell', role: 'Principal', password: cast_password, agreed: true },
    sha256: waits.documents.en.sha256,
  });
  const school = (await grant.get('/api/session')).body.school.id;
  await nadia.post(`${base}/2/countersignatures`, { schools: [school], role: 'Coordinator' });
});
afterAll(() => house?.close());

async function publish(): Promise<string> {
  const { version, edition, earliest, review_on } = (await nadia.post(base, { from: 'template' })).body;
  await nadia.post(`${base}/${version}/publication`, { edition, effective_on: earliest });
  return review_on;
}

const fridays_off = (weekday: number) => ({ weekday, from_minute: 480, to_minute: 960 });
const usual = [1, 2, 3, 4, 5].map(fridays_off);
const short = [1, 2, 3, 4].map(fridays_off);
const zone = 'America/Vancouver';
async function work(week: object[], at_zone = zone): Promise<void> {
  const { time } = (await nadia.get('/api/igroup/settings')).body;
  const { status } = await nadia.put('/api/igroup/time', { zone: at_zone, week, version: time.version });
  expect(status).toBe(200);
}
const look = () =>
  readOn(
    house.database,
    software,
    agreementNoticer(() => house.clock.now),
  );
async function told(by: Client): Promise<string[]> {
  const { items } = (await by.get('/api/notices?limit=100')).body as { items: Notice[] };
  return items.filter(({ kind }) => kind.startsWith('agreement_')).map(({ words }) => words);
}
const line = async (version = 2) =>
  (await maya.get(base)).body.items.find((each: { version: number }) => each.version === version);
const compared = (week: object[], by = nadia, at_zone = zone) =>
  by.post(`${base}/hours/comparisons`, { zone: at_zone, week });

describe('hours of the desk that a version in force does not say', () => {
  test('are told before they are kept, with who has signed what they contradict', async () => {
    expect((await compared(usual)).body).toEqual({ items: [] });
    const cut = usual.flatMap(each => [
      { ...each, from_minute: 720 },
      { ...each, to_minute: 720 },
    ]);
    expect((await compared(cut)).body).toEqual({ items: [] });
    const said = { version: 2, signed: 1, hours_words: 'Monday to Friday 8:00–16:00, Pacific time' };
    expect((await compared(short)).body).toEqual({ items: [said] });
    expect((await compared(usual, nadia, 'America/Edmonton')).body).toEqual({ items: [said] });
    expect((await compared(short, maya)).status).toBe(404);
    expect((await compared(short, grant)).status).toBe(404);
  });

  test('mark the version in the list and on its page, and stand beside those that the school has signed', async () => {
    expect(await line()).toMatchObject({ other_hours: null });
    expect((await grant.get(`${base}/own`)).body.holds.other_hours).toBe(null);
    await work(short);
    const other = {
      since: { day: '2026-11-23', words: '23 November 2026' },
      words: 'Monday to Thursday 8:00–16:00, Pacific time',
    };
    expect((await line()).other_hours).toEqual(other);
    expect((await line(1)).other_hours).toBe(null);
    expect((await maya.get(`${base}/2`)).body.other_hours).toEqual(other);
    const { holds } = (await grant.get(`${base}/own`)).body;
    expect(holds.other_hours.since).toEqual({ day: '2026-11-23', words: '23 November 2026' });
    expect(holds.hours_words).toContain('Monday to Friday 8:00–16:00');
    expect(holds.other_hours.words).toContain('Monday to Thursday 8:00–16:00');
  });

  test('ring for the coordinator once, whoever looks again', async () => {
    await Promise.all([look(), look()]);
    await look();
    const said = 'Version 2 of the agreement says other hours than the desk keeps now';
    expect(await told(nadia)).toEqual([said]);
    expect(await told(maya)).toEqual([]);
    const { items } = (await nadia.get('/api/notices')).body as { items: Notice[] };
    expect(items[0]).toMatchObject({ kind: 'agreement_hours', agreement: 2, ticket: null });
    await work(short.slice(1));
    await look();
    expect(await told(nadia)).toEqual([said]);
  });

  test('are forgotten once they are the same, and told anew when they part again', async () => {
    house.clock.advance(hour_ms);
    await work(usual);
    await look();
    expect(await line()).toMatchObject({ other_hours: null });
    expect(await told(nadia)).toHaveLength(1);
    house.clock.advance(hour_ms);
    await work(short);
    await look();
    expect(await told(nadia)).toHaveLength(2);
  });

  test('stay with a version that a school has signed, while the next one says them', async () => {
    await publish();
    expect(await line(3)).toMatchObject({ newest: true, other_hours: null });
    expect((await line()).other_hours.since.day).toBe('2026-11-23');
    expect((await compared(usual)).body.items).toMatchObject([{ version: 3, signed: 0 }]);
    expect((await joan.get(`${base}/own`)).body.holds).toMatchObject({ version: 3, other_hours: null });
    await look();
    expect(await told(nadia)).toHaveLength(2);
  });
});

describe('the review of a version in force', () => {
  /** An hour of the desk's zone; sessions have ended meanwhile. */
  const to = async (day: string, hour: number) => {
    const at = Date.parse(`${day}T00:00:00Z`) + (hour + 7) * hour_ms;
    house.clock.advance(at - house.clock.now.getTime());
    [nadia, maya] = (await Promise.all([house.as('Nadia Petrov'), house.as('Maya Chen')])) as [
      Client,
      Client,
    ];
  };
  const before = (days: number) => new Date(Date.parse(review_on) - days * day_ms).toISOString().slice(0, 10);
  const reviews = async () => (await told(nadia)).filter(words => words.includes('review'));
  const state = async () => (await line()).review?.state;

  test('is far, and the school reads when', async () => {
    expect(review_on).toBe('2027-11-23');
    expect(await state()).toBe('later');
    expect((await grant.get(`${base}/own`)).body.holds.review).toEqual({
      ...{ state: 'later', on: { day: '2027-11-23', words: '23 November 2027' } },
    });
    await look();
    expect(await reviews()).toEqual([]);
  });

  test('is told thirty days before, as the desk opens, once for each version', async () => {
    await to(before(30), 7);
    await look();
    expect(await reviews()).toEqual([]);
    await to(before(30), 9);
    await Promise.all([look(), look()]);
    await look();
    expect((await reviews()).toSorted()).toEqual([
      'The review of the agreement, version 2, is due on 23 November 2027',
      'The review of the agreement, version 3, is due on 23 November 2027',
    ]);
    expect(await state()).toBe('soon');
  });

  test('is told on its day to who works then, and is overdue after it', async () => {
    await to(review_on, 0);
    expect(await state()).toBe('due');
    // She is away on that day and the next.
    const { items } = (await nadia.get('/api/agents')).body as { items: { id: number; name: string }[] };
    const person = items.find(({ name }) => name === 'Nadia Petrov')!.id;
    const away = { person, from_date: review_on, to_date: '2027-11-24' };
    expect((await nadia.post('/api/absences', away)).status).toBe(201);
    await to(review_on, 9);
    await look();
    expect(await reviews()).toHaveLength(2);
    await to('2027-11-25', 9);
    expect(await state()).toBe('overdue');
    await look();
    await house.database.transact(software, db => tellHeld(db, house.clock.now));
    const said = (version: number) =>
      `The day of the review of the agreement, version ${version}, has come: 23 November 2027`;
    expect((await reviews()).filter(words => words.includes('has come')).toSorted()).toEqual([
      said(2),
      said(3),
    ]);
  });
});
