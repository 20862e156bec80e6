import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf, type Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { hashOf } from './sign-in/secrets.ts';
import { tokens } from './tables.ts';

let house: House;
let arun: Client;
const of: Record<string, number> = {};
beforeAll(async () => {
  house = await openHouse();
  arun = await house.as('Arun Patel');
  for (const { id, name } of (await arun.get('/api/agents')).body.items) of[name] = id;
});
afterAll(() => house?.close());

const making = { name: 'Nightly export', scopes: ['read'], days: 30 };
const script = (token: string) => clientOf(house.app, { authorization: `Bearer ${token}`, origin: '' });
const make = async (given: object) => (await arun.post('/api/tokens', { ...making, ...given })).body;

test('an administrator makes a token, which is shown once and kept as its hash', async () => {
  const made = await arun.post(
    '/api/tokens',
    { ...making, person: of['Maya Chen'] },
    { 'idempotency-key': 'token' },
  );
  expect(made).toMatchObject({
    status: 201,
    body: {
      name: 'Nightly export',
      person: { name: 'Maya Chen' },
      scopes: ['read'],
      expires: { at: '2026-12-23T17:00:00.000Z', words: '23 December, 10:00' },
      revoked: null,
      stands: true,
    },
  });
  expect(made.body.token).toMatch(/^fl_[\w-]{43}$/);
  const { token, ...listed } = made.body;
  expect((await arun.get('/api/tokens')).body).toEqual({ items: [listed], next: null });
  const [kept] = await house.database.owner.select().from(tokens);
  expect(kept!.token_hash).toEqual(hashOf(token));
  const { rows } = await house.database.owner.execute('select * from answered_requests, installation');
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('a token acts for its person within its scopes', async () => {
  const reads = script((await make({ person: of['Maya Chen'] })).token);
  expect((await reads.get('/api/session')).body).toMatchObject({ person: { name: 'Maya Chen' } });
  expect((await reads.post('/api/schools', { code: 'X1', name: 'X' })).status).toBe(404);

  const writes = script((await make({ person: of['Nadia Petrov'], scopes: ['read', 'write'] })).token);
  expect((await writes.post('/api/schools', { code: 'MAPLE', name: 'Maple School' })).status).toBe(201);
});

test('an administrator’s token needs the scope to administer', async () => {
  const person = of['Arun Patel'];
  const plain = script((await make({ person, scopes: ['read', 'write'] })).token);
  expect((await plain.get('/api/tokens')).status).toBe(404);
  expect((await plain.patch(`/api/agents/${of['Maya Chen']}`, { name: 'M' })).status).toBe(404);
  expect((await plain.get('/api/session')).body.can).toEqual({
    open_tickets: false,
    keep_schools: true,
    administer: false,
    take_emergencies: false,
  });
  const full = script((await make({ person, scopes: ['read', 'write', 'administer'] })).token);
  expect((await full.get('/api/tokens')).status).toBe(200);
});

test('a token has no session to end and no password to change', async () => {
  const token = script((await make({ person: of['Maya Chen'], scopes: ['read', 'write'] })).token);
  expect((await token.delete('/api/session?everywhere=true')).status).toBe(403);
  expect(
    (await token.put('/api/session/password', { old: 'the demo town', new: 'a long new password' })).status,
  ).toBe(403);
});

test('a token is over when it is revoked, which is once', async () => {
  const { id, token } = await make({ person: of['Maya Chen'] });
  const first = await arun.delete(`/api/tokens/${id}`);
  expect(first.body).toMatchObject({ stands: false, revoked: { words: expect.any(String) } });
  house.clock.advance(1000);
  expect((await arun.delete(`/api/tokens/${id}`)).body).toEqual(first.body);
  expect((await script(token).get('/api/session')).status).toBe(401);
  expect((await arun.delete('/api/tokens/00000000-0000-4000-8000-000000000000')).status).toBe(404);
});

test('a token is over when its days are, and when its person leaves', async () => {
  const [day, ines] = [
    await make({ person: of['Maya Chen'], days: 1 }),
    await make({ person: of['Ines Roy'] }),
  ];
  await arun.patch(`/api/agents/${of['Ines Roy']}`, { left: true });
  expect((await script(ines.token).get('/api/session')).status).toBe(401);
  await arun.patch(`/api/agents/${of['Ines Roy']}`, { left: false });
  expect((await script(ines.token).get('/api/session')).status).toBe(401);
  expect((await script(day.token).get('/api/session')).status).toBe(200);
  house.clock.advance(86_400_000);
  expect((await script(day.token).get('/api/session')).status).toBe(401);
  arun = await house.as('Arun Patel');
});

test('there is no token for nobody, nor from anybody but an administrator', async () => {
  expect(await make({ person: 999_999 })).toMatchObject({ status: 422, errors: [{ field: 'person' }] });
  for (const name of ['Nadia Petrov', 'Grant Bell'] as const) {
    const somebody = await house.as(name);
    expect((await somebody.post('/api/tokens', { ...making, person: of['Arun Patel'] })).status).toBe(404);
    expect((await somebody.get('/api/tokens')).status).toBe(404);
  }
});
