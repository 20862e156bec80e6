import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { doors } from '#accounts/rules/doors.ts';
import { gate } from '../../rules/gate.ts';
import type { Standing } from '../../rules/standing.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { stands, standings } from '#testing/standing.ts';

let house: House;
let maria: Client, grant: Client, nadia: Client, maya: Client;
let school: number;
beforeAll(async () => {
  house = await openHouse();
  [maria, grant, nadia, maya] = (await Promise.all(
    (['Maria Santos', 'Grant Bell', 'Nadia Petrov', 'Maya Chen'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
  school = (await maria.get('/api/session')).body.school.id;
});
afterEach(() => stands(house, school, { trained: true, stage1: true, suspended: false }));
afterAll(() => house.close());

const about = { subject: 'x', description: 'x', impact: 'one_person', urgency: 'low' };
const opens = (by: Client, category: string, more: object = {}) =>
  by.post('/api/tickets', { ...about, category, ...more });
const nameOf = ({ trained, stage1, suspended }: Standing) =>
  [trained && 'trained', stage1 && 'stage 1', suspended && 'suspended'].filter(Boolean).join(', ') ||
  'nothing';

describe.each(standings.map(standing => [nameOf(standing), standing] as const))('with %s', (_, standing) => {
  const open = (door: (typeof doors)[number], role: 'member' | 'coordinator' | 'agent' = 'member') =>
    gate(standing, role, door).open;

  test('a ticket is opened by the school as its category’s door stands, and by no other way', async () => {
    await stands(house, school, standing);
    expect((await opens(maria, 'pen')).status).toBe(open('ordinary_work') ? 201 : 403);
    expect((await opens(maria, 'onboarding')).status).toBe(open('startup_question') ? 201 : 403);
    expect((await opens(maria, 'privacy_incident')).status).toBe(201);
  });

  test('the desk opens for it what the table says', async () => {
    await stands(house, school, standing);
    const of = { school, channel: 'phone' };
    expect((await opens(nadia, 'pen', of)).status).toBe(open('ordinary_work', 'coordinator') ? 201 : 403);
    expect((await opens(maya, 'pen', of)).status).toBe(open('ordinary_work', 'agent') ? 201 : 403);
    expect((await opens(maya, 'onboarding', of)).status).toBe(open('startup_question', 'agent') ? 201 : 403);
    expect((await opens(maya, 'privacy_incident', of)).status).toBe(201);
    expect((await opens(maya, 'pen', { ...of, inside: true })).status).toBe(201);
  });

  test('its people read and write as the doors stand, and always see the gate', async () => {
    const { number } = (await opens(maria, 'pen')).body;
    await stands(house, school, standing);
    const path = `/api/tickets/${number}`;
    const read = await maria.get(path);
    expect(read.status).toBe(open('read_tickets') ? 200 : 403);
    if (open('read_tickets') && !open('act_on_tickets'))
      expect(read.body.can).toMatchObject({ reply: false, add_people: false, moves: [] });
    expect((await maria.post(`${path}/replies`, { text: 'x' })).status).toBe(
      open('act_on_tickets') ? 201 : 403,
    );
    expect((await maria.put('/api/drafts/ask', { version: 0, fields: {} })).status).toBe(
      open('sign_in') ? 200 : 403,
    );
    expect((await maria.upload('x.txt', 'x')).status).toBe(open('sign_in') ? 201 : 403);
    expect((await maria.get('/api/announcements')).status).toBe(200);
    const session = (await maria.get('/api/session')).body;
    expect(session.can.open_tickets).toBe(open('ordinary_work'));
    expect(session.open).toEqual(doors.filter(door => open(door)));
    const page = await maria.get('/api/gate');
    expect(page).toMatchObject({ status: 200, body: { standing, open: session.open } });
    expect(page.body.message === null).toBe(open('ordinary_work'));
  });
});

describe('the gate', () => {
  test('names the missing facts, and who of the school and the desk can supply them', async () => {
    await stands(house, school, { trained: false, stage1: false, suspended: false });
    const { body } = await maria.get('/api/gate');
    expect(body.message).toBe(
      'Your school joins at Stage 1. Here is what you can read now, and who plans your start.',
    );
    expect(body.missing).toMatchObject([
      {
        fact: 'trained',
        by: [
          { name: 'Grant Bell', at_desk: false },
          { name: 'Nadia Petrov', at_desk: true },
        ],
      },
      { fact: 'stage1', by: [{ name: 'Nadia Petrov', at_desk: true }] },
    ]);
    expect(JSON.stringify(body)).not.toContain('Joan');
  });

  test('tells in a refusal which door is shut, in the reader’s language', async () => {
    await stands(house, school, { trained: true, stage1: false, suspended: false });
    const { body } = await opens(maria, 'pen');
    expect(body).toMatchObject({ type: '/problems/not_allowed', gate: 'ordinary_work' });
    expect(body.detail).toContain('Stage 1');
    const french = await maria.post(
      '/api/tickets',
      { ...about, category: 'pen' },
      { 'accept-language': 'fr' },
    );
    expect(french.body.detail).toContain('étape 1');
  });

  test('opens by itself on the planned day, which begins in the school’s own zone', async () => {
    const day = async (zone: string) => {
      await house.database.pool.query(
        `update schools set zone = $2, trained_from = '2026-01-01', stage1_from = '2026-03-03' where id = $1`,
        [school, zone],
      );
      return (await opens(maria, 'pen')).status;
    };
    const was = house.clock.now;
    // 06:30 UTC: still the day before on the Pacific coast, already the third in the East Kootenay's winter.
    house.clock.now = new Date('2026-03-03T06:30:00Z');
    maria = await house.as('Maria Santos');
    expect(await day('America/Vancouver')).toBe(403);
    house.clock.now = new Date('2026-03-03T07:30:00Z');
    expect(await day('America/Vancouver')).toBe(403);
    expect(await day('America/Edmonton')).toBe(201);
    house.clock.now = new Date('2026-03-03T08:30:00Z');
    expect(await day('America/Vancouver')).toBe(201);
    house.clock.now = was;
    await house.database.pool.query(`update schools set zone = 'America/Vancouver' where id = $1`, [school]);
    maria = await house.as('Maria Santos');
  });

  test('holds for tokens as for sessions, and for what was begun before it shut', async () => {
    const arun = await house.as('Arun Patel');
    const { person } = (await maria.get('/api/session')).body;
    const made = await arun.post('/api/tokens', {
      ...{ name: 'a script', person: person.id, scopes: ['read', 'write'], days: 1 },
    });
    const headers = { authorization: `Bearer ${made.body.token}`, cookie: '' };
    const key = { 'idempotency-key': 'begun-before' };
    expect((await maria.post('/api/tickets', { ...about, category: 'pen' }, key)).status).toBe(201);
    await stands(house, school, { trained: true, stage1: false, suspended: false });
    const by_token = await house.anyone.post('/api/tickets', { ...about, category: 'pen' }, headers);
    expect(by_token.status).toBe(403);
    expect((await maria.post('/api/tickets', { ...about, category: 'pen' }, key)).status).toBe(403);
  });

  test('keeps a start-up question one, and a part of it too, until the school is open', async () => {
    await stands(house, school, { trained: true, stage1: false, suspended: false });
    const { number, messages } = (await opens(maria, 'onboarding')).body;
    await maria.post(`/api/tickets/${number}/replies`, { text: 'And another thing' });
    expect((await maya.patch(`/api/tickets/${number}`, { category: 'pen' })).status).toBe(403);
    expect((await maya.patch(`/api/tickets/${number}`, { category: 'privacy_incident' })).status).toBe(200);
    const split = { subject: 'x', category: 'pen', messages: [{ kind: 'reply', id: messages[0].id }] };
    expect((await maya.post(`/api/tickets/${number}/split`, split)).status).toBe(403);
  });

  test('lets nothing go to Level 2 before Stage 1', async () => {
    await stands(house, school, { trained: true, stage1: false, suspended: false });
    const { number } = (await opens(maria, 'onboarding')).body;
    await maya.post(`/api/tickets/${number}/moves`, { move: 'take' });
    const propose = () =>
      maya.post(`/api/tickets/${number}/moves`, { move: 'propose_escalation', pack: 'x' });
    const offered = async () =>
      (await maya.get(`/api/tickets/${number}`)).body.can.moves.map(({ move }: { move: string }) => move);
    expect(await propose()).toMatchObject({ status: 403, body: { gate: 'propose_level2' } });
    expect(await offered()).not.toContain('propose_escalation');
    const { body: many } = await maya.post('/api/bulks/preview', { tickets: [number], steps: [] });
    expect(JSON.stringify(many.moves)).not.toContain('propose_escalation');
    await stands(house, school, { trained: true, stage1: true, suspended: false });
    expect(await offered()).toContain('propose_escalation');
    expect((await propose()).status).not.toBe(403);
  });

  test('has the coordinator’s help in the ticket’s story', async () => {
    await stands(house, school, { trained: false, stage1: true, suspended: false });
    const { number } = (await opens(nadia, 'pen', { school, channel: 'phone', caller: 'Jo' })).body;
    const { items } = (await nadia.get(`/api/tickets/${number}/history`)).body;
    expect(items[0].changes).toContainEqual({
      field: 'At the gate',
      from: null,
      to: 'through the coordinator',
    });
  });

  test('tells the desk how a school stands, and no school another’s', async () => {
    await stands(house, school, { trained: false, stage1: true, suspended: false });
    const { body } = await nadia.get(`/api/schools/${school}/gate`);
    expect(body).toMatchObject({ words: 'In Stage 1, not trained yet', opening: expect.any(String) });
    expect(body.open).toContain('ordinary_work');
    expect((await maya.get(`/api/schools/${school}/gate`)).body.open).not.toContain('ordinary_work');
    expect((await grant.get(`/api/schools/${school}/gate`)).status).toBe(404);
    expect((await nadia.get('/api/gate')).status).toBe(404);
    expect((await nadia.get('/api/schools/999999/gate')).status).toBe(404);
  });
});
