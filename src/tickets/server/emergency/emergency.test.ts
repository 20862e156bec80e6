import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { stands } from '#testing/standing.ts';

let house: House;
let nadia: Client, leah: Client, maya: Client, maria: Client;
let alder: number;
beforeAll(async () => {
  house = await openHouse();
  [nadia, leah, maya, maria] = (await Promise.all(
    (['Nadia Petrov', 'Leah Stone', 'Maya Chen', 'Maria Santos'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
  alder = (await maria.get('/api/session')).body.school.id;
});
// The quarter of an hour in which calls are counted goes by.
beforeEach(() => house.clock.advance(16 * 60_000));
afterAll(() => house.close());

const incident = {
  kind: 'privacy_incident',
  caller: 'Jo Smith',
  school: 'alder',
  call_back: '250 555 0142',
  what: 'A class list was sent to the wrong family.',
  when: 'This morning',
  seen_by: 'One family',
};
const locked = {
  kind: 'locked_out',
  role: 'lead',
  caller: 'G. Bell',
  school: 'Nowhere',
  call_back: '1',
  what: 'x',
};
const call = (given: object, headers?: Record<string, string>) =>
  house.anyone.post('/api/emergency', given, headers);
const waiting = async (by = nadia) =>
  (
    (await by.get('/api/emergency-reports')).body.items as { id: number; receipt: string; ended: unknown }[]
  ).filter(({ ended }) => !ended);
const reported = async (given: object = incident) => {
  const { receipt } = (await call(given)).body;
  return (await waiting()).find(report => report.receipt === receipt)!;
};

describe('the emergency door', () => {
  test('takes a report from anybody, and answers a number that says nothing', async () => {
    const answer = await call(incident);
    expect(answer).toMatchObject({
      status: 201,
      body: { receipt: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/) },
    });
    const { items, waiting: count } = (await leah.get('/api/emergency-reports')).body;
    expect(count).toBeGreaterThan(0);
    expect(items.at(0)).toMatchObject({
      ...{ kind: 'privacy_incident', caller: 'Jo Smith', call_back: '250 555 0142', school: 'alder' },
      ...{ likely: { id: alder, name: 'Alder Academy' }, when: 'This morning', ended: null },
    });
  });

  test('says the same whether the school exists or not', async () => {
    const [known, unknown] = [await call(incident), await call({ ...incident, school: 'Atlantis' })];
    const shape = ({ status, body, headers }: typeof known) => [
      status,
      body.words,
      Object.keys(headers).sort(),
      body.receipt.length,
    ];
    expect(shape(known)).toEqual(shape(unknown));
  });

  test('takes the same report once, and refuses what is missing, too long or from another site', async () => {
    const key = { 'idempotency-key': 'once' };
    expect((await call(locked, key)).body).toEqual((await call(locked, key)).body);
    expect((await call({ ...incident, caller: ' ' })).body.errors).toMatchObject([{ field: 'caller' }]);
    expect((await call({ ...incident, what: 'x'.repeat(4001) })).status).toBe(422);
    expect((await call({ ...incident, what: 'x'.repeat(70_000) })).status).toBe(413);
    expect((await call({ ...locked, role: 'member' })).status).toBe(422);
    expect((await call(incident, { origin: 'https://elsewhere.example' })).status).toBe(403);
  });

  test('bears five in a quarter of an hour from one address, and sixty in all', async () => {
    const statuses = [];
    for (let times = 0; times < 6; times++) statuses.push((await call(incident)).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
    expect((await call(incident)).headers['retry-after']).toBe('900');
    house.clock.advance(15 * 60_000 + 1000);
    expect((await call(incident)).status).toBe(201);
    await house.database.pool.query(
      `insert into emergency_reports (receipt, sent_once, kind, caller, role, call_back, school_typed, what, network, reported_at)
       select 'r' || n, 'o' || n, 'locked_out', 'x', 'lead', 'x', 'x', 'x', 'n' || n, $1 from generate_series(1, 60) n`,
      [house.clock.now],
    );
    expect((await call(incident)).status).toBe(429);
    await house.database.pool.query(`delete from emergency_reports where receipt like 'r%'`);
  });

  test('is open at every standing, to who is signed in too', async () => {
    await stands(house, alder, { trained: false, stage1: false, suspended: true });
    expect((await maria.post('/api/emergency', incident)).status).toBe(201);
    await stands(house, alder, { trained: true, stage1: true, suspended: false });
  });

  test('writes the caller as typed into the story, where nobody else can be nobody', async () => {
    await call({ ...locked, caller: 'As Typed' });
    const { rows } = await house.database.pool.query(
      `select acting_as, caller, person_id from events where kind = 'emergency' order by position desc limit 1`,
    );
    expect(rows).toEqual([{ acting_as: 'caller', caller: 'As Typed', person_id: null }]);
    const act = (acting_as: string, caller: string | null, person: number | null) =>
      house.database.pool.query(
        `insert into events (position, at, kind, audience, acting_as, caller, person_id)
         values (0, now(), 'test', 'desk', $1, $2, $3)`,
        [acting_as, caller, person],
      );
    for (const [acting_as, caller, person] of [
      ['caller', null, null],
      ['caller', ' ', null],
      ['desk:agent', null, null],
      ['job:', null, null],
      ['', 'Jo', null],
      ['job:readers', 'Jo', null],
      ['job:readers', null, 1],
      ['desk:agent', 'Jo', 1],
    ] as const)
      await expect(act(acting_as, caller, person)).rejects.toThrow('somebody_acted');
    await act('job:test', null, null);
    await act('desk:agent', null, 1);
  });

  test('gives nobody access', async () => {
    const before = await house.database.pool.query('select count(*) from sessions');
    const answer = await call(locked);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await house.database.pool.query('select count(*) from sessions')).rows).toEqual(before.rows);
  });
});

describe('a report at the desk', () => {
  test('is for the coordinator and the privacy officer alone', async () => {
    expect((await leah.get('/api/emergency-reports')).status).toBe(200);
    for (const other of [maya, maria]) expect((await other.get('/api/emergency-reports')).status).toBe(404);
    expect((await house.anyone.get('/api/emergency-reports')).status).toBe(401);
  });

  test('becomes one ticket, at whatever standing; what was typed is a note', async () => {
    await stands(house, alder, { trained: false, stage1: false, suspended: false });
    const { id } = await reported();
    const made = () => leah.post(`/api/emergency-reports/${id}/ticket`, { school: alder });
    const { status, body } = await made();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ category: 'privacy_incident', state: 'new', school: { id: alder } },
      messages: [{ kind: 'note', text: expect.stringContaining('Jo Smith') }],
    });
    expect((await made()).status).toBe(409);
    const history = (await leah.get(`/api/tickets/${body.number}/history`)).body.items;
    expect(history[0].changes).toContainEqual({
      field: 'At the gate',
      from: null,
      to: 'through the emergency door',
    });
    await stands(house, alder, { trained: true, stage1: true, suspended: false });
    const seen = await maria.get(`/api/tickets/${body.number}`);
    expect(JSON.stringify(seen.body)).not.toMatch(/Jo Smith|555 0142|class list/);
  });

  test('who is locked out has a ticket about signing in, also of a school that may not open one', async () => {
    await stands(house, alder, { trained: true, stage1: true, suspended: true });
    const { id } = await reported(locked);
    const { body } = await nadia.post(`/api/emergency-reports/${id}/ticket`, { school: alder });
    expect(body).toMatchObject({ category: 'login_access', urgency: 'high' });
    await stands(house, alder, { trained: true, stage1: true, suspended: false });
  });

  test('is set aside and brought back, twice is once, and never once it is a ticket', async () => {
    const { id } = await reported(locked);
    const ending = (ended: boolean) => nadia.put(`/api/emergency-reports/${id}/ending`, { ended });
    for (const _ of ['once', 'twice']) expect((await ending(true)).status).toBe(200);
    expect((await waiting()).map(report => report.id)).not.toContain(id);
    expect((await nadia.post(`/api/emergency-reports/${id}/ticket`, { school: alder })).status).toBe(409);
    await ending(false);
    expect((await waiting()).map(report => report.id)).toContain(id);
    await nadia.post(`/api/emergency-reports/${id}/ticket`, { school: alder });
    expect((await ending(true)).status).toBe(409);
    expect((await nadia.put('/api/emergency-reports/999999/ending', { ended: true })).status).toBe(404);
  });
});
