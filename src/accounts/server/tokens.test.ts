import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
      seen: null,
      mine: false,
      ends_soon: false,
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
  expect((await plain.get('/api/invitations')).status).toBe(404);
  expect((await plain.get('/api/tokens')).body.items.map((each: { mine: boolean }) => each.mine)).toEqual([
    true,
  ]);
  expect((await plain.patch(`/api/agents/${of['Maya Chen']}`, { name: 'M' })).status).toBe(404);
  expect((await plain.get('/api/session')).body.can).toMatchObject({
    open_tickets: false,
    keep_schools: true,
    administer: false,
    take_emergencies: false,
  });
  const full = script((await make({ person, scopes: ['read', 'write', 'administer'] })).token);
  expect((await full.get('/api/invitations')).status).toBe(200);
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

test('a token says when it was used last, exact to five minutes', async () => {
  const { id, token } = await make({ person: of['Maya Chen'] });
  const seen = async () =>
    (await arun.get('/api/tokens')).body.items.find((each: { id: string }) => each.id === id).seen?.at ??
    null;
  expect(await seen()).toBeNull();
  await script(token).get('/api/session');
  const first = await seen();
  expect(first).toBe(house.clock.now.toISOString());
  house.clock.advance(4 * 60_000);
  await script(token).get('/api/session');
  expect(await seen()).toBe(first);
  house.clock.advance(60_000);
  await script(token).get('/api/session');
  expect(await seen()).toBe(house.clock.now.toISOString());
});

test('two weeks before its end, a token says so', async () => {
  const soon = async (days: number) => (await make({ person: of['Maya Chen'], days })).ends_soon;
  expect([await soon(14), await soon(15)]).toEqual([true, false]);
});

describe('who is no administrator', () => {
  let maya: Client;
  beforeAll(async () => {
    maya = await house.as('Maya Chen');
  });
  const own = () => ({ ...making, person: of['Maya Chen'] });

  test('makes a token of her own, sees her own alone, and revokes it', async () => {
    const others = await make({ person: of['Owen Hart'] });
    const made = await maya.post('/api/tokens', { ...own(), scopes: ['read', 'write'] });
    expect(made).toMatchObject({ status: 201, body: { mine: true, person: { name: 'Maya Chen' } } });
    const { items } = (await maya.get('/api/tokens')).body;
    expect(items.map((each: { person: { name: string } }) => each.person.name)).toContain('Maya Chen');
    expect(new Set(items.map((each: { person: { name: string } }) => each.person.name)).size).toBe(1);
    expect((await maya.delete(`/api/tokens/${others.id}`)).status).toBe(404);
    expect((await maya.delete(`/api/tokens/${made.body.id}`)).body).toMatchObject({ stands: false });
  });

  test('makes none for others, none that administers, and none by a token', async () => {
    const refused = (field: string) => ({ status: 422, body: { errors: [{ field }] } });
    expect(await maya.post('/api/tokens', { ...own(), person: of['Arun Patel'] })).toMatchObject(
      refused('person'),
    );
    expect(await maya.post('/api/tokens', { ...own(), scopes: ['administer'] })).toMatchObject(
      refused('scopes'),
    );
    const { token } = (await maya.post('/api/tokens', { ...own(), scopes: ['read', 'write'] })).body;
    expect((await script(token).post('/api/tokens', own())).status).toBe(403);
  });

  test('a school’s person has none', async () => {
    const grant = await house.as('Grant Bell');
    expect((await grant.post('/api/tokens', { ...making, person: of['Arun Patel'] })).status).toBe(404);
    expect((await grant.get('/api/tokens')).status).toBe(404);
  });
});

test('there is no token for nobody', async () => {
  expect(await make({ person: 999_999 })).toMatchObject({ status: 422, errors: [{ field: 'person' }] });
});
