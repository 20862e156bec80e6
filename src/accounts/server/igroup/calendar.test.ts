import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSeconds } from '#sla/rules/open-time.ts';
import { instantOf } from '#sla/rules/zones.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { deskTimes } from './store.ts';

// It is Monday 23 November 2026, 10:00.
let house: House;
let nadia: Client; // a coordinator
let maya: Client; // an agent
beforeAll(async () => {
  house = await openHouse();
  nadia = await house.as('Nadia Petrov');
  maya = await house.as('Maya Chen');
});
afterAll(() => house?.close());

const off = (name: string, first_day: string, last_day = first_day) => ({
  ...{ name, first_day, last_day },
  hours: [] as { from_minute: number; to_minute: number }[],
});
const told = async (year?: number, by = nadia) =>
  (await by.get(`/api/igroup/calendar${year ? `?year=${year}` : ''}`)).body.told as {
    id: number;
    name: string;
    hours: string | null;
    can: { take_back: boolean };
  }[];
const at = (date: string, hour: number) => instantOf(date, hour, 0, 'America/Vancouver');
const openHours = async (date: string) =>
  openSeconds(at(date, 0), at(date, 24), await deskTimes(house.database.owner)) / 3600;
const deeds = async () =>
  (
    await house.database.owner.execute(
      sql`select facts from events where kind = 'desk_days' order by position desc`,
    )
  ).rows;

describe('a day of the desk', () => {
  test('is told with its name, and then the desk is closed on it', async () => {
    const before = await nadia.get('/api/igroup/calendar');
    expect(before.body.now).toEqual({ open: true, words: 'Open now, until 16:00.' });
    const answer = await nadia.post('/api/igroup/days', off('Office move', '2026-11-25', '2026-11-26'));
    expect(answer).toMatchObject({
      status: 201,
      body: {
        told: [
          { name: 'Office move', words: 'Wednesday – Thursday', hours: null, said: { by: 'Nadia Petrov' } },
        ],
      },
    });
    expect(answer.body.calendar.days).toContainEqual({
      ...{ date: '2026-11-25', words: 'Wednesday 25 November' },
      ...{ name: 'Office move', kind: 'closed', hours: null },
    });
    expect(await openHours('2026-11-25')).toBe(0);
    expect(await openHours('2026-11-24')).toBe(8);
  });

  test('told twice is told once, and others over it are refused by its name', async () => {
    const before = await deeds();
    expect(
      (await nadia.post('/api/igroup/days', off('Office move', '2026-11-25', '2026-11-26'))).status,
    ).toBe(201);
    expect(await deeds()).toEqual(before);
    const over = await nadia.post('/api/igroup/days', off('Other', '2026-11-26', '2026-11-27'));
    expect(over).toMatchObject({ status: 422, body: { errors: [{ field: 'first_day' }] } });
    expect(JSON.stringify(over.body)).toContain('Office move');
  });

  test('two at once: one is told', async () => {
    const answers = await Promise.all(
      ['One', 'Other'].map(name => nadia.post('/api/igroup/days', off(name, '2026-12-31'))),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
  });

  test('may be shortened, and what lies over another is refused', async () => {
    const hours = [
      { from_minute: 600, to_minute: 720 },
      { from_minute: 480, to_minute: 540 },
    ];
    const short = { ...off('Staff afternoon', '2026-11-24'), hours };
    const overlapping = { ...short, hours: [...hours, { from_minute: 700, to_minute: 800 }] };
    expect((await nadia.post('/api/igroup/days', overlapping)).body.errors[0].field).toBe('hours');
    const backwards = { ...short, hours: [{ from_minute: 720, to_minute: 600 }] };
    expect((await nadia.post('/api/igroup/days', backwards)).status).toBe(422);
    const answer = await nadia.post('/api/igroup/days', short);
    expect(answer.body.told[0]).toMatchObject({ hours: '8:00–9:00 and 10:00–12:00' });
    expect(await openHours('2026-11-24')).toBe(3);
  });

  test.each([
    ['yesterday', off('Late', '2026-11-22'), 'first_day'],
    ['the last before the first', off('Turned', '2026-12-03', '2026-12-02'), 'last_day'],
    ['longer than any break', off('Long', '2027-01-04', '2027-12-01'), 'last_day'],
    ['in a far year', off('Far', '2031-01-06'), 'last_day'],
    ['no date', off('None', '2026-02-30'), 'first_day'],
    ['without a name', off(' ', '2026-12-03'), 'name'],
  ])('that is %s is refused with a sentence', async (_, given, field) => {
    const { status, body } = await nadia.post('/api/igroup/days', given);
    expect(status).toBe(422);
    expect(body.errors[0]).toMatchObject({ field });
  });

  test('is told and taken back by who keeps the desk’s time alone', async () => {
    expect((await maya.post('/api/igroup/days', off('Mine', '2026-12-04'))).status).toBe(404);
    const [first] = await told(2026, maya);
    expect(first!.can.take_back).toBe(false);
    expect((await maya.delete(`/api/igroup/days/${first!.id}`)).status).toBe(404);
    expect((await (await house.as('Maria Santos')).get('/api/igroup/calendar')).status).toBe(404);
  });

  test('reaches who works now: what is put away comes back when the desk is open', async () => {
    const [{ number }] = (await maya.get('/api/tickets?limit=1')).body.items;
    const { body } = await maya.put(`/api/tickets/${number}/snooze`, { until: 'in_two_days' });
    // Tuesday is shortened, Wednesday and Thursday are closed.
    expect(body.snooze?.until?.words ?? JSON.stringify(body)).toContain('Friday');
  });
});

describe('a day that goes on', () => {
  test('counts from when it is told, and until it is taken back', async () => {
    const storm = await nadia.post('/api/igroup/days', off('Storm', '2026-11-23'));
    expect(storm.body.now).toMatchObject({ open: false });
    expect(storm.body.now.words).toContain('Storm');
    expect(await openHours('2026-11-23')).toBe(2);
    house.clock.advance(2 * 3_600_000);
    const { id } = storm.body.told.find(({ name }: { name: string }) => name === 'Storm');
    expect((await nadia.delete(`/api/igroup/days/${id}`)).status).toBe(200);
    expect(await openHours('2026-11-23')).toBe(6);
    expect((await nadia.delete(`/api/igroup/days/${id}`)).status).toBe(404);
  });

  test('that is over stays', async () => {
    house.clock.advance(2 * 86_400_000);
    nadia = await house.as('Nadia Petrov');
    const short = (await told()).find(({ name }) => name === 'Staff afternoon')!;
    expect(short.can.take_back).toBe(false);
    expect((await nadia.delete(`/api/igroup/days/${short.id}`)).status).toBe(409);
    // The move has begun: its first day stays, the others open again.
    const move = (await told()).find(({ name }) => name === 'Office move')!;
    await nadia.delete(`/api/igroup/days/${move.id}`);
    expect(await Promise.all(['2026-11-24', '2026-11-26'].map(openHours))).toEqual([3, 8]);
  });
});

describe('a calendar file', () => {
  const event = (name: string, first: string, end?: string) =>
    `BEGIN:VEVENT\r\nUID:${name}\r\nDTSTART;VALUE=DATE:${first}\r\n${end ? `DTEND;VALUE=DATE:${end}\r\n` : ''}SUMMARY:${name}\r\nEND:VEVENT\r\n`;
  const fileOf = (...events: string[]) => `BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`;
  const compare = async (text: string) => (await nadia.post('/api/igroup/days/comparisons', { text })).body;

  test('is shown as a difference, and nothing changes before somebody says so', async () => {
    const text = fileOf(event('Christmas closure', '20261224', '20270101'), event('Retreat', '20270611'));
    const before = await told();
    const difference = await compare(text);
    expect(difference).toMatchObject({
      added: [{ name: 'Christmas closure', words: '24 December – 31 December' }, { name: 'Retreat' }],
      left_out: [],
    });
    expect(await told()).toEqual(before);
  });

  test('is taken as it was shown, and again it changes nothing', async () => {
    await nadia.delete(`/api/igroup/days/${(await told()).find(({ name }) => /One|Other/.test(name))!.id}`);
    const text = fileOf(event('Christmas closure', '20261224', '20270101'), event('Retreat', '20270611'));
    const { seen } = await compare(text);
    expect((await nadia.post('/api/igroup/days/imports', { text, seen: 'another' })).status).toBe(409);
    const done = await nadia.post('/api/igroup/days/imports', { text, seen });
    expect(done.body.told.map(({ name }: { name: string }) => name)).toContain('Christmas closure');
    expect(await openHours('2027-06-11')).toBe(0);
    const again = await compare(text);
    expect(again).toMatchObject({ added: [], changed: [], gone: [], same: 2 });
    const before = await deeds();
    await nadia.post('/api/igroup/days/imports', { text, seen: again.seen });
    expect(await deeds()).toEqual(before);
  });

  test('of the next year takes back what is gone and moves what has moved', async () => {
    const text = fileOf(event('Christmas closure', '20261223', '20270101'), event('Study day', '20270630'));
    const { seen, changed, gone } = await compare(text);
    expect(changed).toMatchObject([
      { from: { name: 'Christmas closure' }, to: { words: '23 December – 31 December' } },
    ]);
    expect(gone).toMatchObject([{ name: 'Retreat' }]);
    await nadia.post('/api/igroup/days/imports', { text, seen });
    expect(await openHours('2027-06-11')).toBe(8);
    expect(await openHours('2026-12-23')).toBe(0);
  });

  test('that is too large or none is refused with a sentence', async () => {
    for (const text of ['x'.repeat(1_100_000), 'not a calendar'])
      expect(await nadia.post('/api/igroup/days/comparisons', { text })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'text' }] },
      });
    const huge = await nadia.post('/api/igroup/days/comparisons', { text: 'x'.repeat(10_000_000) });
    expect(huge).toMatchObject({ status: 413, body: { title: 'Too large' } });
  });
});

test('a week that never opens, or that ends before it begins, and an unknown zone are refused with a sentence', async () => {
  const time = (more: object) =>
    nadia.put('/api/igroup/time', {
      zone: 'America/Vancouver',
      week: [{ weekday: 1, from_minute: 0, to_minute: 60 }],
      version: 0,
      ...more,
    });
  expect((await time({ week: [] })).body.errors[0]).toMatchObject({ field: 'week' });
  expect(JSON.stringify((await time({ week: [] })).body)).toContain('must be open');
  expect((await time({ week: [{ weekday: 1, from_minute: 600, to_minute: 500 }] })).status).toBe(422);
  expect((await time({ zone: 'America/Atlantis' })).body.errors[0]).toMatchObject({ field: 'zone' });
});
