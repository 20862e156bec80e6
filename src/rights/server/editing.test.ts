import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let priya: Client; // Alder's security contact
let grant: Client; // Alder's lead
let maria: Client; // a member there
let joan: Client; // Birch's lead
let ines: Client; // agent and keeper of rights
let nadia: Client; // coordinator
let maya: Client; // agent, keeps none
let arun: Client; // administrator

beforeAll(async () => {
  house = await openHouse();
  [priya, grant, maria, joan, ines, nadia, maya, arun] = (await Promise.all(
    (
      [
        'Priya Nair',
        'Grant Bell',
        'Maria Santos',
        'Joan Whitehorse',
        'Ines Roy',
        'Nadia Petrov',
        'Maya Chen',
        'Arun Patel',
      ] as const
    ).map(house.as),
  )) as [Client, Client, Client, Client, Client, Client, Client, Client];
});
afterAll(() => house.close());

const day = (ahead: number) =>
  new Date(house.clock.now.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
const wish = () => ({
  ...{ action: 'add', name: 'Jo Park', job: 'Teacher, grade 7', kind: 'marks' },
  ...{ why: 'She does the report cards.', from: day(1) },
});
const asked = async (by: Client = priya, more: object = {}) =>
  (await by.post('/api/rights/requests', { ...wish(), ...more })).body.ticket as number;
const edit = (by: Client, number: number, body: object) =>
  by.put(`/api/rights/requests/${number}`, { ...wish(), ...body });
const does = async (by: Client, number: number, what: string, body: object = {}) =>
  (await by.post(`/api/rights/requests/${number}/${what}`, body)).status;

test('an undecided request is said anew by who asks for the school, and the story tells what it said', async () => {
  const number = await asked();
  const { status, body } = await edit(grant, number, {
    kind: 'attendance',
    until: day(90),
    why: 'Mornings.',
  });
  expect([status, body]).toEqual([200, expect.anything()]);
  expect(body).toMatchObject({
    ...{ state: 'asked', kind: 'attendance', why: 'Mornings.', edits: 1, until: { date: day(90) } },
    edited: { by: { name: 'Grant Bell' } },
    asked: { by: { name: 'Priya Nair' } },
  });
  const ticket = (await ines.get(`/api/tickets/${number}`)).body;
  expect(ticket.subject).toBe('Give Jo Park: Attendance of the whole school');
  const found = (await ines.get('/api/tickets?q=attendance+Park')).body.items;
  expect(found.map((each: { number: number }) => each.number)).toContain(number);
  const story = (await maria.get(`/api/tickets/${number}/history`)).body.items;
  const line = story.find((each: { kind: string }) => each.kind === 'rights_edited');
  expect(line.words).toBe('Grant Bell changed what is asked for');
  expect(line.changes.map(({ field, from, to }: any) => [field, from, to]).sort()).toEqual([
    ['Right', 'Marks and report cards', 'Attendance of the whole school'],
    ['Until', null, expect.any(String)],
    ['Why', 'She does the report cards.', 'Mornings.'],
  ]);
});

test('who may not ask for the school cannot, nor after it is decided; the same words change nothing', async () => {
  const number = await asked();
  for (const by of [maria, joan, maya]) expect((await edit(by, number, { why: 'x' })).status).toBe(404);
  // A keeper decides on what a school asked, and does not say it for her.
  expect((await edit(ines, number, { why: 'x' })).status).toBe(403);
  expect((await edit(priya, number, {})).body.edits).toBe(0);
  expect((await edit(priya, number, { from: day(-2) })).body.errors[0].field).toBe('from');
  await does(ines, number, 'approval');
  expect((await edit(priya, number, { why: 'x' })).status).toBe(409);
});

test('the keeper who wrote it down for a school may, and is still not the one who approves', async () => {
  const school = (await priya.get('/api/schools')).body.items[0].id;
  const people = (await nadia.get(`/api/schools/${school}/people`)).body.items;
  const requester = people.find((each: { name: string }) => each.name === 'Priya Nair').id;
  const number = await asked(ines, { school, requester });
  const several = { kind: 'several_schools', at_schools: 'Alder and Birch', until: day(100) };
  expect((await edit(ines, number, several)).body).toMatchObject({ touches_more: true, edits: 1 });
  await does(nadia, number, 'preparation', { edits: 1 });
  expect(await does(ines, number, 'approval', { edits: 1 })).toBe(409);
});

test('what was prepared is to be checked again, and nobody approves what she has not read', async () => {
  const several = { kind: 'several_schools', at_schools: 'Alder and Birch', until: day(100) };
  const number = await asked(priya, several);
  await does(ines, number, 'preparation');
  const { body } = await edit(priya, number, { ...several, at_schools: 'Alder, Birch and Cedar' });
  expect(body).toMatchObject({ state: 'asked', prepared: null });
  expect(await does(nadia, number, 'approval')).toBe(409);
  expect(await does(nadia, number, 'preparation')).toBe(409); // as it was when she read it
  expect(await does(nadia, number, 'refusal', { reason: 'x' })).toBe(409);
  expect((await edit(grant, number, { ...several, why: 'mine' })).status).toBe(409); // Priya was quicker
  expect(await does(nadia, number, 'preparation', { edits: 1 })).toBe(200);
});

test('who kept rights is not answered again what she was answered then', async () => {
  const number = await asked();
  const keeper = await house.as('Ines Roy');
  const note = () =>
    keeper.post(`/api/tickets/${number}/notes`, { text: 'Hm.' }, { 'idempotency-key': 'kept' });
  const before = await note();
  expect(before.status).toBe(201);
  expect((await note()).headers['idempotent-replay']).toBe('true');
  const { items } = (await arun.get('/api/agents')).body;
  const path = `/api/agents/${items.find((each: { name: string }) => each.name === 'Ines Roy').id}`;
  await arun.patch(path, { roles: ['agent'] });
  const after = await note();
  expect(after.status).toBe(409);
  expect(JSON.stringify(after.body)).not.toContain('Jo Park');
  await arun.patch(path, { roles: ['agent', 'rights_keeper'] });
  expect((await note()).headers['idempotent-replay']).toBe('true');
});

test('who keeps rights has a view of what is undecided or late, which counts as its list does', async () => {
  const late = await asked(priya, { from: day(0) });
  await does(ines, late, 'approval');
  const fresh = await asked();
  const done = await asked();
  await does(ines, done, 'refusal', { reason: 'No.' });
  const seen = async (by: Client) => {
    const { items } = (await by.get('/api/tickets?limit=100&request=rights&request_state=undecided,late'))
      .body;
    return items.map((each: { number: number }) => each.number) as number[];
  };
  expect(await seen(ines)).toContain(fresh);
  expect(await seen(ines)).not.toContain(late);
  expect(await seen(ines)).not.toContain(done);
  house.clock.advance(2 * 86_400_000);
  const [keeper, agent] = [await house.as('Ines Roy'), await house.as('Maya Chen')];
  expect(await seen(keeper)).toContain(late);
  const counts = async (by: Client) => (await by.get('/api/views/counts')).body.built_in;
  expect((await counts(keeper)).rights).toBe((await seen(keeper)).length);
  expect(await counts(agent)).not.toHaveProperty('rights');
  expect(await seen(agent)).toEqual([]);
});
