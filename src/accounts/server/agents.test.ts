import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Agent } from '../rules/session.ts';

let house: House;
let arun: Client;
beforeAll(async () => {
  house = await openHouse();
  arun = await house.as('Arun Patel');
});
afterAll(() => house?.close());

const signIn = (username: string, password: string) =>
  house.anyone.post('/api/session', { username, password });
const agentNamed = async (name: string): Promise<Agent> =>
  (await arun.get('/api/agents')).body.items.find((agent: Agent) => agent.name === name);

describe('the people of the iGroup', () => {
  test('the desk sees who works there; user names are for administrators', async () => {
    const { body } = await (await house.as('Maya Chen')).get('/api/agents');
    expect(body.items[0]).toEqual({
      id: expect.any(Number),
      name: 'Arun Patel',
      roles: ['administrator'],
      username: null,
      left: false,
    });
    expect(await agentNamed('Maya Chen')).toMatchObject({
      username: 'maya',
      keys: { password: true, provider: null, reset_until: null },
      at_schools: [],
    });
    expect((await (await house.as('Maria Santos')).get('/api/agents')).status).toBe(404);
    expect((await house.anyone.get('/api/agents')).status).toBe(401);
  });

  test.each(['Nadia Petrov', 'Maya Chen', 'Maria Santos'] as const)(
    '%s, no administrator, cannot keep them',
    async name => {
      const somebody = await house.as(name);
      const { id } = await agentNamed('Tom Becker');
      expect((await somebody.patch(`/api/agents/${id}`, { roles: ['administrator'] })).status).toBe(404);
    },
  );
});

describe('a person of the iGroup', () => {
  test('takes other roles at once', async () => {
    const tom = await house.as('Tom Becker');
    const { id } = await agentNamed('Tom Becker');
    const answer = await arun.patch(`/api/agents/${id}`, { roles: ['coordinator'], name: 'Thomas Becker' });
    expect(answer).toMatchObject({ status: 200, body: { name: 'Thomas Becker', roles: ['coordinator'] } });
    expect((await tom.get('/api/session')).body).toMatchObject({
      roles: ['coordinator'],
      can: { keep_schools: true },
    });
  });

  test('who leaves is signed out, and can sign in again only when she is back', async () => {
    const ines = await house.as('Ines Roy');
    const { id } = await agentNamed('Ines Roy');
    for (const _ of ['once', 'twice'])
      expect((await arun.patch(`/api/agents/${id}`, { left: true })).body).toMatchObject({ left: true });
    expect((await ines.get('/api/session')).status).toBe(401);
    expect((await signIn('ines', 'the demo town')).status).toBe(401);
    await arun.patch(`/api/agents/${id}`, { left: false });
    expect((await ines.get('/api/session')).status).toBe(401);
    expect((await signIn('ines', 'the demo town')).status).toBe(201);
  });

  test('the last administrator can neither leave nor stop being one', async () => {
    const { id } = await agentNamed('Arun Patel');
    for (const change of [{ left: true }, { roles: ['agent'] }])
      expect(await arun.patch(`/api/agents/${id}`, change)).toMatchObject({
        status: 409,
        body: { type: '/problems/not_now' },
      });
    expect((await arun.get('/api/session')).status).toBe(200);
  });

  test('two administrators cannot dismiss each other at the same moment', async () => {
    const [maya, self] = [await agentNamed('Maya Chen'), await agentNamed('Arun Patel')];
    await arun.patch(`/api/agents/${maya.id}`, { roles: ['administrator'] });
    const other = await house.as('Maya Chen');
    const answers = await Promise.all([
      arun.patch(`/api/agents/${maya.id}`, { roles: ['agent'] }),
      other.patch(`/api/agents/${self.id}`, { roles: ['agent'] }),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter(status => status === 200)).toHaveLength(1);
    // Told that she is the last, or, a moment later, no administrator any more.
    expect([404, 409]).toContain(statuses.find(status => status !== 200));
    const left = answers[0]!.status === 200 ? arun : other;
    await left.patch(`/api/agents/${self.id}`, { roles: ['administrator'] });
    arun = await house.as('Arun Patel');
    await arun.patch(`/api/agents/${maya.id}`, { roles: ['agent'] });
  });

  test('who is not of the iGroup, or nobody, is not found here', async () => {
    const { people } = (
      await house.anyone.post('/api/session', { username: 'alder', password: 'the demo town' })
    ).body;
    for (const id of [people[0].id, 999_999]) {
      expect((await arun.patch(`/api/agents/${id}`, { left: true })).status).toBe(404);
    }
  });
});
