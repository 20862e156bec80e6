import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf, type Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Agent } from '../../rules/session.ts';

/** Maya, an agent, is also a member at Birch. */
let house: House;
let arun: Client;
let maya_id: number;
let at_birch: number;
beforeAll(async () => {
  house = await openHouse();
  arun = await house.as('Arun Patel');
  const birch = (await arun.get('/api/schools?words=birch')).body.items[0].id;
  at_birch = (await arun.post(`/api/schools/${birch}/people`, { name: 'Maya Chen', roles: ['member'] })).body
    .id;
  maya_id = (await agents()).find(({ name }) => name === 'Maya Chen')!.id;
});
afterAll(() => house?.close());

const agents = async () => (await arun.get('/api/agents')).body.items as Agent[];
const maya = async () => (await agents()).find(({ id }) => id === maya_id)!;
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  [answer.headers['set-cookie']]
    .flat()
    .map(set => String(set).split(';')[0]!)
    .join('; ');
const signIn = async (body: object, from = house.anyone) =>
  cookieOf(await from.post('/api/session', { password: 'the demo town', ...body }));
const link = () => arun.put(`/api/agents/${maya_id}/at-schools/${at_birch}`, {});

test('an administrator says that they are one, once; who and when is kept', async () => {
  for (const _ of ['once', 'twice'])
    expect(await link()).toMatchObject({
      status: 200,
      body: {
        at_schools: [
          { person: at_birch, school: 'Birch Elementary', name: 'Maya Chen', left: false, by: 'Arun Patel' },
        ],
      },
    });
  expect((await arun.put(`/api/agents/${maya_id}/at-schools/${maya_id}`, {})).status).toBe(422);
  const { id } = (await agents()).find(({ name }) => name === 'Ines Roy')!;
  expect((await arun.put(`/api/agents/${id}/at-schools/${at_birch}`, {})).status).toBe(422);
  expect(
    (await (await house.as('Nadia Petrov')).get('/api/agents')).body.items[0].at_schools,
  ).toBeUndefined();
});

test('at the school she sees that school alone: no note, no other school, nothing of the desk', async () => {
  const desk = await house.as('Maya Chen');
  const tickets = (await desk.get('/api/tickets?state=all&limit=100')).body.items as {
    number: number;
    school: { code: string };
  }[];
  const ofBirch = tickets.filter(({ school }) => school.code === 'BIRCH');
  const noted = ofBirch[0]!.number;
  await desk.post(`/api/tickets/${noted}/notes`, { text: 'Only the desk reads this' });

  const school = clientOf(house.app, { cookie: await signIn({ username: 'birch', person: at_birch }) });
  const session = (await school.get('/api/session')).body;
  expect(session).toMatchObject({ side: 'school', roles: ['member'], school: { code: 'BIRCH' } });
  expect(session.can).toMatchObject({ keep_schools: false, administer: false });
  const seen = (await school.get('/api/tickets?state=all&limit=100')).body.items as { number: number }[];
  expect(new Set(seen.map(({ number }) => number))).toEqual(new Set(ofBirch.map(({ number }) => number)));
  for (const { number } of tickets.filter(ticket => ticket.school.code !== 'BIRCH'))
    expect((await school.get(`/api/tickets/${number}`)).status).toBe(404);
  expect(JSON.stringify((await school.get(`/api/tickets/${noted}`)).body)).not.toContain('Only the desk');
  for (const path of ['/api/agents', '/api/tokens', '/api/sign-on/own', '/api/views'])
    expect((await school.get(path)).status).toBe(404);
  expect(JSON.stringify(session)).not.toContain(String(maya_id));
});

test('each side is a session of its own; a browser holds one, and the newer takes the place of the older', async () => {
  const desk = clientOf(house.app, { cookie: await signIn({ username: 'maya' }) });
  const other = clientOf(house.app, { cookie: await signIn({ username: 'maya' }) });
  const school = clientOf(house.app, { cookie: await signIn({ username: 'birch', person: at_birch }, desk) });
  expect((await desk.get('/api/session')).status).toBe(401);
  expect((await school.get('/api/session')).body.side).toBe('school');
  expect((await other.get('/api/session')).body.side).toBe('desk');
  await other.delete('/api/session?everywhere=true');
  expect((await school.get('/api/session')).status).toBe(200);
});

test('when she leaves the desk, the school stays; or both end, where that is said', async () => {
  const [desk, school] = [
    await house.as('Maya Chen'),
    clientOf(house.app, { cookie: await signIn({ username: 'birch', person: at_birch }) }),
  ];
  await arun.patch(`/api/agents/${maya_id}`, { left: true });
  expect([(await desk.get('/api/session')).status, (await school.get('/api/session')).status]).toEqual([
    401, 200,
  ]);
  await arun.patch(`/api/agents/${maya_id}`, { left: false });
  await arun.patch(`/api/agents/${maya_id}`, { left: true, also_at_schools: true });
  expect((await school.get('/api/session')).status).toBe(401);
  expect(await maya()).toMatchObject({ left: true, at_schools: [{ left: true }] });
  await arun.patch(`/api/agents/${maya_id}`, { left: false });
});

test('it is taken back, once', async () => {
  const path = `/api/agents/${maya_id}/at-schools/${at_birch}`;
  expect((await arun.delete(path)).body.at_schools).toEqual([]);
  expect((await arun.delete(path)).status).toBe(404);
  expect((await link()).body.at_schools).toHaveLength(1);
});

test('nobody else says so', async () => {
  for (const name of ['Nadia Petrov', 'Joan Whitehorse'] as const) {
    const other = await house.as(name);
    expect((await other.put(`/api/agents/${maya_id}/at-schools/${at_birch}`, {})).status).toBe(404);
    expect((await other.delete(`/api/agents/${maya_id}/at-schools/${at_birch}`)).status).toBe(404);
  }
});
