import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { schoolCalendars } from './store.ts';

// It is Monday 23 November 2026, 10:00. Grant leads school 1, Alder.
let house: House;
let nadia: Client; // a coordinator
let lead: Client;
beforeAll(async () => {
  house = await openHouse();
  nadia = await house.as('Nadia Petrov');
  lead = await house.as('Grant Bell');
});
afterAll(() => house?.close());

const day = (name: string, first_day: string, last_day = first_day, kind = 'professional_day') => ({
  ...{ name, first_day, last_day, kind },
});
const calendar = async (by = lead, year = 2026) =>
  (await by.get(`/api/schools/1/calendar?year=${year}`)).body;
const open = async (date: string) => {
  const all = await schoolCalendars(house.database.owner);
  return [1, 2].map(id => !all.get(id)!.closed(date));
};

test('a ticket is reopened within twenty school days of its own school: its breaks do not count', async () => {
  const { owner } = house.database;
  const { rows } = await owner.execute<{ number: number }>(
    sql`update tickets set state = 'closed', ended_at = '2026-10-20T17:00:00Z'
      where number = (select min(number) from tickets where school_id = 1 and not inside) returning number`,
  );
  const may = async () => (await lead.get(`/api/tickets/${rows[0]!.number}`)).body.can.moves;
  expect(JSON.stringify(await may())).not.toContain('reopen');
  await owner.execute(sql`insert into days_off (school_id, first_day, last_day, kind, name)
    values (1, '2026-11-02', '2026-11-06', 'break', 'Fall break')`);
  expect(JSON.stringify(await may())).toContain('reopen');
});

test('a lead adds a professional day of her own school, and only there is it off', async () => {
  const answer = await lead.post('/api/schools/1/days-off', day('Reporting day', '2026-12-04'));
  expect(answer).toMatchObject({
    status: 201,
    body: { now: { open: true, words: 'Today is a school day.' }, can: { change: true } },
  });
  expect(answer.body.told).toContainEqual(
    expect.objectContaining({
      ...{ name: 'Reporting day', words: '4 December', kind: 'professional_day', over: false },
      said: expect.objectContaining({ by: 'Grant Bell' }),
    }),
  );
  expect(await open('2026-12-04')).toEqual([false, true]);
});

test('told twice is told once, and a day that is off already is refused by its name', async () => {
  const before = await calendar();
  expect((await lead.post('/api/schools/1/days-off', day('Reporting day', '2026-12-04'))).body.told).toEqual(
    before.told,
  );
  const over = await lead.post('/api/schools/1/days-off', day('Another', '2026-12-04', '2026-12-07'));
  expect(over.status).toBe(422);
  expect(JSON.stringify(over.body.errors)).toContain('Reporting day');
});

test('past days, turned ones and far ones are refused', async () => {
  for (const [first, last] of [
    ['2026-11-20', '2026-11-20'],
    ['2026-12-10', '2026-12-09'],
    ['2031-01-06', '2031-01-06'],
  ])
    expect((await lead.post('/api/schools/1/days-off', day('No', first!, last))).status).toBe(422);
});

test('the school’s other people see them and change nothing; another school has none of it', async () => {
  const maria = await house.as('Maria Santos');
  expect((await calendar(maria)).can).toEqual({ change: false });
  expect((await maria.post('/api/schools/1/days-off', day('Mine', '2026-12-10'))).status).toBe(404);
  expect((await (await house.as('Joan Whitehorse')).get('/api/schools/1/calendar')).status).toBe(404);
  expect((await lead.post('/api/schools/2/days-off', day('Theirs', '2026-12-10'))).status).toBe(404);
});

test('who had the school open is told that it was changed meanwhile', async () => {
  const { body } = await nadia.get('/api/schools/1');
  await lead.post('/api/schools/1/days-off', day('Moving', '2026-12-11'));
  const late = await nadia.patch('/api/schools/1', { version: body.version, days_off: [] });
  expect(late.status).toBe(409);
  expect((await calendar()).told.map(({ name }: { name: string }) => name)).toContain('Moving');
});

test('a day is taken back, once; what has begun stays until yesterday', async () => {
  await lead.post('/api/schools/1/days-off', day('Flood', '2026-11-23', '2026-11-27', 'break'));
  expect((await calendar()).now.words).toBe('No school today: Flood. Next school day: 30 November.');
  house.clock.advance(2 * 86_400_000);
  lead = await house.as('Grant Bell');
  nadia = await house.as('Nadia Petrov');
  const { told } = await calendar();
  const id = (name: string) => told.find((each: { name: string }) => each.name === name).id;
  expect((await lead.delete(`/api/schools/1/days-off/${id('Flood')}`)).status).toBe(200);
  expect(await Promise.all(['2026-11-24', '2026-11-25'].map(open))).toEqual([
    [false, true],
    [true, true],
  ]);
  expect((await lead.delete(`/api/schools/1/days-off/${id('Flood')}`)).status).toBe(409);
  expect((await nadia.delete(`/api/schools/1/days-off/${id('Moving')}`)).status).toBe(200);
  expect((await nadia.delete(`/api/schools/1/days-off/${id('Moving')}`)).status).toBe(404);
});

test('the school’s story says who told what', async () => {
  const { body } = await nadia.get('/api/schools/1/history');
  const said = body.items.map(({ words }: { words: string }) => words);
  expect(said).toContain('Grant Bell told days off: Reporting day (2026-12-04)');
  expect(said).toContain('Nadia Petrov took back days off: Moving (2026-12-11)');
});

test('a calendar file is shown, then taken as it was shown; again it changes nothing', async () => {
  const events = [
    ['Winter break', '20261221', '20270102'],
    ['Reporting day', '20261207', '20261208'],
    ['Concert', '20261210T190000', '20261210T210000'],
  ].map(([name, from, to]) => {
    const [value] = from!.includes('T') ? [''] : [';VALUE=DATE'];
    return `BEGIN:VEVENT\r\nUID:${name}\r\nDTSTART${value}:${from}\r\nDTEND${value}:${to}\r\nSUMMARY:${name}\r\nEND:VEVENT\r\n`;
  });
  const text = `BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`;
  const compare = async () => (await lead.post('/api/schools/1/days-off/comparisons', { text })).body;
  const shown = await compare();
  expect(shown).toMatchObject({
    added: [{ name: 'Winter break' }],
    changed: [{ from: { words: '4 December' }, to: { words: '7 December' } }],
    left_out: [{ name: 'Concert', why: 'timed' }],
  });
  expect((await lead.post('/api/schools/1/days-off/imports', { text, seen: 'x' })).status).toBe(409);
  const done = await lead.post('/api/schools/1/days-off/imports', { text, seen: shown.seen });
  expect(done.status).toBe(200);
  expect(await Promise.all(['2026-12-04', '2026-12-07', '2026-12-22'].map(open))).toEqual([
    [true, true],
    [false, true],
    [false, true],
  ]);
  expect(await compare()).toMatchObject({ added: [], changed: [], gone: [], same: 2 });
});
