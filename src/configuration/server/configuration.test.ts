import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { readOn } from '#platform/jobs/readers.ts';
import type { Client } from '#testing/client.ts';
import type { CastName } from '#testing/cast.ts';
import { openHouse, type House } from '#testing/house.ts';
import { configurationNoticer } from './configuration.ts';

let house: House;
const people: Partial<Record<CastName, Client>> = {};
const as = (name: CastName) => people[name]!;
const ids: Record<string, number> = {};
const cast = [
  ...['Maria Santos', 'Grant Bell', 'Sam Okoro', 'Joan Whitehorse', 'Hannah de Vries', 'Wei Zhang'],
  ...['Maya Chen', 'Nadia Petrov', 'Tom Becker', 'Arun Patel'],
] as CastName[];
beforeAll(async () => {
  house = await openHouse();
  await Promise.all(cast.map(async name => (people[name] = await house.as(name))));
  const { rows } = await house.database.pool.query('select id, code from schools');
  for (const { id, code } of rows) ids[code] = id;
});
afterAll(() => house.close());

const base = '/api/configuration';
const wish = {
  area: 'attendance',
  setting: 'Late codes',
  was: 'L after five minutes',
  becomes: 'L after ten minutes',
  why: 'Our buses come late. Ask Grant of Alder.',
  reach: 'more',
};
const told = {
  setting: 'When a student counts as late',
  was: 'After 5 minutes',
  becomes: 'After 10 minutes',
  why: 'Buses are slower in winter.',
};
const today = '2026-11-23';
const ask = async (by: CastName, more: object = {}) =>
  (await as(by).post(`${base}/requests`, { ...wish, ...more })).body;
const settle = (number: number, more: object = {}) =>
  as('Maya Chen').patch(`${base}/requests/${number}`, { told, planned_for: '2026-11-27', ...more });
const decide = (by: CastName, number: number, decision: object = { approve: true }) =>
  as(by).post(`${base}/requests/${number}/decision`, decision);
const done = (number: number, more: object = {}) =>
  as('Maya Chen').post(`${base}/requests/${number}/completion`, {
    was: told.was,
    becomes: told.becomes,
    day: today,
    ...more,
  });
const approved = async (scope: object) => {
  const { number } = await ask('Grant Bell');
  await settle(number, { scope });
  expect((await decide('Nadia Petrov', number)).status).toBe(200);
  return number as number;
};
const log = async (by: CastName, query = '') =>
  (await as(by).get(`${base}/changes?limit=100${query}`)).body.items as Record<string, unknown>[];
const story = async (by: CastName, number: number) =>
  (await as(by).get(`/api/tickets/${number}/history`)).body.items as {
    words: string;
    changes: { field: string; from: string; to: string }[];
  }[];

describe('asking', () => {
  test('opens a ticket with its request in it, once for a key', async () => {
    const key = { 'idempotency-key': 'config-once' };
    const first = await as('Grant Bell').post(`${base}/requests`, wish, key);
    const again = await as('Grant Bell').post(`${base}/requests`, wish, key);
    expect(first.status).toBe(201);
    expect(again.body.number).toBe(first.body.number);
    expect(first.body).toMatchObject({
      state: 'asked',
      scope: null,
      scope_words: 'more than one school',
      count: null,
      can: { give_up: true, approve: false, change: false },
    });
    const ticket = (await as('Maria Santos').get(`/api/tickets/${first.body.number}`)).body;
    expect(ticket).toMatchObject({
      request: 'configuration',
      category: 'configuration',
      subject: 'Late codes',
    });
    expect(ticket.messages[0].text).toBe(wish.why);
  });

  test('is for the lead and the two contacts; the others are told who', async () => {
    expect((await as('Sam Okoro').post(`${base}/requests`, wish)).status).toBe(201);
    const refused = await as('Maria Santos').post(`${base}/requests`, wish);
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain('technical contact');
    const { may, people: askers } = (await as('Maria Santos').get(`${base}/asking`)).body;
    expect({ may, askers: askers.map(({ name }: { name: string }) => name) }).toEqual({
      may: false,
      askers: ['Grant Bell', 'Priya Nair', 'Sam Okoro'],
    });
    expect((await as('Tom Becker').post(`${base}/requests`, wish)).status).toBe(404);
  });

  test('says what is wrong beside each field', async () => {
    const { status, body } = await as('Grant Bell').post(`${base}/requests`, {
      ...wish,
      setting: ' ',
      why: '',
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['setting', 'why']);
  });

  test('for a school at the desk, or inside the iGroup, where no school reads it', async () => {
    const for_alder = await ask('Maya Chen', { school: ids['ALDER'], reach: 'own' });
    expect(for_alder).toMatchObject({ scope: 'own', school: { name: 'Alder Academy' }, count: 1 });
    const inside = await ask('Maya Chen', { school: ids['ALDER'], inside: true });
    expect((await as('Grant Bell').get(`${base}/requests/${inside.number}`)).status).toBe(404);
    await settle(inside.number, { scope: { kind: 'all' } });
    await decide('Nadia Petrov', inside.number);
    const line = (await log('Grant Bell'))[0]!;
    expect(line).toMatchObject({ setting: told.setting, ticket: null, schools: null });
  });
});

describe('settling', () => {
  test('is told to the school without a name of another; the names are the desk’s', async () => {
    const { number } = await ask('Grant Bell');
    const settled = await settle(number, { scope: { kind: 'some', schools: [ids['ALDER'], ids['BIRCH']] } });
    expect(settled.body).toMatchObject({ scope: 'some', count: 2, lacking: [] });
    const seen = await story('Grant Bell', number);
    expect(seen.at(-1)!.words).toBe('Maya Chen settled what is asked for');
    expect(seen.at(-1)!.changes).toContainEqual({
      field: 'Schools affected',
      from: 'more than one school',
      to: 'some schools',
    });
    expect(JSON.stringify(seen)).not.toContain('Birch');
    const inside = await story('Maya Chen', number);
    expect(JSON.stringify(inside)).toContain('Alder Academy, Birch Elementary');
    expect((await as('Grant Bell').get(`${base}/requests/${number}`)).body).toMatchObject({
      ...{ scope_words: 'some schools', schools: [], count: null, told: null, lacking: [] },
    });
    const before = (await story('Maya Chen', number)).length;
    await settle(number, { scope: { kind: 'some', schools: [ids['BIRCH'], ids['ALDER'], ids['ALDER']] } });
    expect((await story('Maya Chen', number)).length).toBe(before);
  });

  test('refuses schools that are not there, a day that is over, and who does not work it', async () => {
    const { number } = await ask('Grant Bell');
    const wrong = await settle(number, { scope: { kind: 'some', schools: [999_999] } });
    expect(wrong.body.errors[0].field).toBe('scope');
    expect((await settle(number, { planned_for: '2026-11-02' })).body.errors[0].field).toBe('planned_for');
    expect((await as('Arun Patel').patch(`${base}/requests/${number}`, { told })).status).toBe(403);
    expect((await as('Grant Bell').patch(`${base}/requests/${number}`, { told })).status).toBe(404);
  });
});

describe('deciding', () => {
  test('is the coordinator’s, when all is settled, and once', async () => {
    const { number } = await ask('Grant Bell');
    expect(
      (await decide('Nadia Petrov', number)).body.errors.map(({ field }: { field: string }) => field),
    ).toEqual(['scope', 'told', 'planned_for']);
    await settle(number, { scope: { kind: 'all' } });
    expect((await decide('Maya Chen', number)).status).toBe(403);
    const { status, body } = await decide('Nadia Petrov', number);
    expect([status, body.state, body.steps.at(-1).by.name]).toEqual([200, 'approved', 'Nadia Petrov']);
    expect((await decide('Nadia Petrov', number)).status).toBe(409);
    expect((await settle(number)).status).toBe(409);
  });

  test('refuses with a reason that the school reads; then the ticket can end', async () => {
    const { number } = await ask('Grant Bell');
    expect((await decide('Nadia Petrov', number, { approve: false })).status).toBe(422);
    const { body } = await decide('Nadia Petrov', number, {
      approve: false,
      reason: 'The province fixes this.',
    });
    expect(body.state).toBe('refused');
    const seen = (await as('Grant Bell').get(`${base}/requests/${number}`)).body;
    expect(seen.steps.at(-1)).toMatchObject({ words: 'Refused by', reason: 'The province fixes this.' });
    expect((await as('Grant Bell').get(`/api/tickets/${number}`)).body.can.moves.length).toBeGreaterThan(0);
  });

  test('is never of one’s own request while another coordinator is there', async () => {
    const { number } = await ask('Nadia Petrov', { school: ids['ALDER'], reach: 'own' });
    await settle(number);
    const { rows } = await house.database.pool.query(
      `update people set roles = '{coordinator}' where name = 'Tom Becker' returning id`,
    );
    const refused = await decide('Nadia Petrov', number);
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      expect.stringContaining('another coordinator'),
    ]);
    expect((await as('Nadia Petrov').get(`${base}/requests/${number}`)).body.your_own).toBe(true);
    await house.database.pool.query(`update people set roles = '{knowledge_editor}' where id = $1`, [
      rows[0].id,
    ]);
    expect((await decide('Nadia Petrov', number)).status).toBe(200);
  });

  test('is rung to the coordinators who wait, and to who asked', async () => {
    const { number } = await ask('Maya Chen', { school: ids['ALDER'], reach: 'own' });
    await settle(number);
    await decide('Nadia Petrov', number);
    const read = () =>
      readOn(house.database, actorOf({ side: 'system', job: 'readers' }), configurationNoticer);
    await read();
    await read();
    const rung = async (by: CastName) =>
      (await as(by).get('/api/notices?limit=100')).body.items
        .filter((notice: { ticket: { number: number } }) => notice.ticket.number === number)
        .map(({ words }: { words: string }) => words);
    expect(await rung('Nadia Petrov')).toEqual([`Maya Chen asks for a change of configuration: ${number}`]);
    expect(await rung('Maya Chen')).toEqual([`Nadia Petrov decided your request ${number}`]);
  });
});

describe('what becomes of it', () => {
  test('is new in the school’s list, to each until she has looked', async () => {
    const { number } = await ask('Grant Bell');
    const unread = async (by: CastName) => {
      const { items } = (await as(by).get('/api/tickets?limit=100')).body;
      return items.find((each: { number: number }) => each.number === number).unread as boolean;
    };
    const look = (by: CastName) => as(by).put(`/api/tickets/${number}/reading`, { reply: 0 });
    await look('Grant Bell');
    house.clock.advance(1000);
    await settle(number, { scope: { kind: 'own' } });
    expect(await unread('Grant Bell')).toBe(false); // nothing is decided yet
    await decide('Nadia Petrov', number);
    expect(await unread('Grant Bell')).toBe(true);
    house.clock.advance(1000);
    await look('Grant Bell');
    expect([await unread('Grant Bell'), await unread('Maria Santos')]).toEqual([false, true]);
    house.clock.advance(1000);
    await done(number);
    expect(await unread('Grant Bell')).toBe(true);
    house.clock.advance(1000);
    await look('Grant Bell');
    house.clock.advance(1000);
    await as('Maya Chen').post(`${base}/requests/${number}/rolling-back`, {
      ...{ reason: 'It did not work.', told: 'It did not work.', day: today },
    });
    expect(await unread('Grant Bell')).toBe(true);
  });
});

describe('the ticket of an open request', () => {
  test('does not end before it, by no move, by no merge, at no side', async () => {
    const { number } = await ask('Grant Bell', { reach: 'own' });
    const path = `/api/tickets/${number}`;
    const solve = { move: 'resolve', resolution_code: 'solved_l1', answer: 'Done.', minutes: 5 };
    const refused = await as('Maya Chen').post(`${path}/moves`, solve);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('still under way')]);
    const withdrawn = await as('Grant Bell').post(`${path}/moves`, { move: 'withdraw', reason: 'x' });
    expect(withdrawn.status).toBe(409);
    const { can } = (await as('Maya Chen').get(path)).body;
    expect(can.merge).toBe(false);
    expect(can.moves.map(({ move }: { move: string }) => move)).toEqual(['take', 'ask_school']);
    await settle(number);
    await decide('Nadia Petrov', number);
    await done(number);
    expect((await as('Maya Chen').post(`${path}/moves`, solve)).status).toBe(200);
  });

  test('is given up by its school with the reason, while it waits', async () => {
    const { number } = await ask('Grant Bell');
    const give = (by: CastName, more = {}) =>
      as(by).post(`${base}/requests/${number}/giving-up`, { reason: 'No need any more.', ...more });
    expect((await give('Maria Santos')).status).toBe(403);
    expect((await give('Joan Whitehorse')).status).toBe(404);
    expect((await give('Grant Bell')).body.state).toBe('given_up');
    expect((await give('Grant Bell')).status).toBe(409);
    const withdrawn = await as('Grant Bell').post(`/api/tickets/${number}/moves`, {
      move: 'withdraw',
      reason: 'x',
    });
    expect(withdrawn.status).toBe(200);
  });
});

describe('the log', () => {
  test('is read by the schools meant, in the words for schools, and by no other', async () => {
    const number = await approved({ kind: 'some', schools: [ids['ALDER'], ids['BIRCH']] });
    const of = async (by: CastName) =>
      (await log(by, '&state=planned')).filter(({ scope }) => scope === 'some');
    const [joan] = await of('Joan Whitehorse');
    expect(joan).toMatchObject({
      ...told,
      state: 'planned',
      concerns: 'Your school and others',
      ticket: null,
    });
    expect(JSON.stringify(joan)).not.toMatch(/Alder|Grant|Late codes/);
    const planned = (change: Record<string, unknown>) => change['ticket'] === number;
    expect((await log('Grant Bell', '&state=planned')).some(planned)).toBe(true);
    expect((await log('Maya Chen', '&state=planned')).find(planned)).toMatchObject({ schools: 2 });
    const ids_of = async (by: CastName) => (await log(by)).map(({ id }) => id);
    expect(await ids_of('Hannah de Vries')).not.toContain(joan!['id']);
  });

  test('keeps whom a wave meant on the day, whoever joins or leaves it later; all includes who joins later', async () => {
    const { body: waves } = await as('Nadia Petrov').post('/api/waves', { name: 'The wave of the log' });
    const wave = waves.items.find(({ name }: { name: string }) => name === 'The wave of the log').id;
    const move = (school: string, into: number | 'none') =>
      as('Nadia Petrov').post(`/api/waves/${into}/schools`, { schools: [ids[school]] });
    await move('BIRCH', wave);
    await approved({ kind: 'waves', waves: [wave] });
    const line = (await log('Joan Whitehorse', '&state=planned')).find(({ scope }) => scope === 'waves')!;
    const reads = async (by: CastName) => (await log(by)).some(({ id }) => id === line['id']);
    expect(await reads('Wei Zhang')).toBe(false);
    await move('DOGWD', wave);
    await move('BIRCH', 'none');
    expect([await reads('Wei Zhang'), await reads('Joan Whitehorse')]).toEqual([false, true]);

    await approved({ kind: 'all' });
    const { body: school } = await as('Nadia Petrov').post('/api/schools', {
      code: 'LATER',
      name: 'Later School',
    });
    const of_wave = await log('Maya Chen', `&wave=${wave}&concerns=others`);
    expect(of_wave).toEqual([]); // BIRCH has left it, and what DOGWD joined later did not mean it
    await move('BIRCH', wave);
    const again = await log('Maya Chen', `&wave=${wave}&concerns=others`);
    expect(again.map(({ id }) => id)).toContain(line['id']);
    // A school is not narrowed by others, of which it is told nothing.
    const hers = (await log('Joan Whitehorse')).length;
    expect((await log('Joan Whitehorse', `&wave=999999&school=${school.id}`)).length).toBe(hers);
    const concerning = await log('Maya Chen', `&school=${school.id}`);
    expect(new Set(concerning.map(({ scope }) => scope))).toEqual(new Set(['all']));
  });

  test('says what was really done, and a change that was taken back has a line of its own', async () => {
    const number = await approved({ kind: 'all' });
    expect((await done(number, { day: '2026-11-24' })).body.errors[0].field).toBe('day');
    expect((await done(number, { becomes: 'After 8 minutes' })).body.state).toBe('done');
    expect((await done(number)).status).toBe(409);
    const back = { reason: 'Wrong reports at Birch', told: 'Reports came out wrong.', day: today };
    house.clock.advance(1000);
    const roll = (by: CastName) => as(by).post(`${base}/requests/${number}/rolling-back`, back);
    expect((await roll('Grant Bell')).status).toBe(404);
    expect((await roll('Arun Patel')).status).toBe(403);
    expect((await roll('Maya Chen')).body.state).toBe('rolled_back');
    expect((await roll('Maya Chen')).status).toBe(409);
    const [undoing, doing] = (await log('Joan Whitehorse', '&state=over')).filter(
      change => change['rolls_back'] || change['rolled_back'],
    );
    expect(doing).toMatchObject({ becomes: 'After 8 minutes', rolled_back: true, state_words: 'Done' });
    expect(undoing).toMatchObject({
      ...{ was: 'After 8 minutes', becomes: told.was, why: back.told, state_words: 'Taken back' },
    });
    expect(JSON.stringify(await log('Joan Whitehorse'))).not.toContain(back.reason);
  });

  test('says that a planned change moves, or does not come', async () => {
    const number = await approved({ kind: 'all' });
    const plan = (by: CastName, day: string) =>
      as(by).put(`${base}/requests/${number}/day`, { planned_for: day });
    expect((await plan('Maya Chen', '2026-12-04')).body.planned_for.date).toBe('2026-12-04');
    expect((await plan('Maya Chen', '2026-11-01')).status).toBe(422);
    expect((await plan('Grant Bell', '2026-12-04')).status).toBe(404);
    const give = (more: object) =>
      as('Nadia Petrov').post(`${base}/requests/${number}/giving-up`, { reason: 'No time', ...more });
    expect((await give({})).body.errors[0].field).toBe('told');
    await give({ told: 'It comes next year.' });
    const line = (await log('Grant Bell', '&state=over')).find(({ ticket }) => ticket === number);
    expect(line).toMatchObject({ state: 'dropped', dropped_why: 'It comes next year.' });
    expect((await plan('Maya Chen', '2026-12-04')).status).toBe(409);
  });

  test('is filtered, goes on by a cursor, and leaves as a file that runs nothing', async () => {
    const number = await approved({ kind: 'all' });
    await done(number, { becomes: '=cmd|calc' });
    const all = await log('Joan Whitehorse');
    const paged: unknown[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = (await as('Joan Whitehorse').get(`${base}/changes?limit=2${cursor}`)).body;
      paged.push(...items.map(({ id }: { id: string }) => id));
      if (!next) break;
      cursor = `&cursor=${next}`;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    expect(await log('Joan Whitehorse', '&area=codes')).toEqual([]);
    expect((await log('Joan Whitehorse', '&q=cmd%7Ccalc')).length).toBe(1);
    expect(await log('Joan Whitehorse', '&q=%25%25')).toEqual([]);
    expect(
      (await log('Joan Whitehorse', `&from=${today}&until=${today}`)).every(
        ({ day }) => (day as { date: string }).date === today,
      ),
    ).toBe(true);
    expect((await as('Joan Whitehorse').get(`${base}/changes?from=2026-12-02&until=2026-12-01`)).status).toBe(
      422,
    );
    expect((await as('Joan Whitehorse').get(`${base}/changes?cursor=x`)).status).toBe(422);
    const file = await as('Joan Whitehorse').get(`${base}/changes/file`);
    expect(file.headers['content-type']).toContain('text/csv');
    const text = JSON.stringify(file.body);
    expect(text).toContain("'=cmd|calc");
    expect(text).not.toContain('Ticket');
    expect(JSON.stringify((await as('Maya Chen').get(`${base}/changes/file`)).body)).toContain('Ticket');
  });

  test('is narrowed by whom it concerns, as its reader is told it', async () => {
    const of = async (concerns: string) => {
      const lines = await log('Joan Whitehorse', `&concerns=${concerns}`);
      return new Set(lines.map(line => line['concerns']));
    };
    expect(await of('all')).toEqual(new Set(['All schools']));
    expect(await of('others')).toEqual(new Set(['Your school and others']));
    expect((await as('Joan Whitehorse').get(`${base}/changes?concerns=x`)).status).toBe(422);
  });

  test('is new to each person until she looks', async () => {
    const fresh = async (by: CastName) => (await log(by, '&fresh=yes')).length;
    expect(await fresh('Wei Zhang')).toBeGreaterThan(0);
    await as('Wei Zhang').put(`${base}/changes/look`, {});
    expect([await fresh('Wei Zhang'), (await fresh('Grant Bell')) > 0]).toEqual([0, true]);
    house.clock.advance(1000);
    await approved({ kind: 'all' });
    expect(await fresh('Wei Zhang')).toBe(1);
  });
});
