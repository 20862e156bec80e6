import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cast_password as password } from '#testing/cast.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { visitor, type Visitor } from '#testing/signing-in.ts';
import { hashPassword } from '../sign-in/passwords.ts';
import { logins } from '../tables.ts';

/** Liam is the technical contact of Birch, and a new colleague at Alder: one person. */
let house: House;
let arun: Client;
let liam: number;
let at_alder: number;
let alder: number;
beforeAll(async () => {
  house = await openHouse();
  arun = await house.as('Arun Patel');
  alder = (await arun.get('/api/schools?words=alder')).body.items[0].id;
  const birch = (await arun.get('/api/schools?words=birch')).body.items[0].id;
  liam = (await arun.get(`/api/schools/${birch}/people`)).body.items.find(
    ({ name }: { name: string }) => name === 'Liam O’Brien',
  ).id;
  at_alder = (await arun.post(`/api/schools/${alder}/people`, { name: 'Liam O’Brien', roles: ['member'] }))
    .body.id;
});
afterAll(() => house?.close());

const there = { password, username: 'alder', password_there: password };
const say = (me: Client, more: object = {}) =>
  me.post('/api/account/schools', { ...there, person: at_alder, ...more });
const go = (me: Client, person: number, more: object = {}) =>
  me.post('/api/session/acting', { person, ...more });
async function atBirch(): Promise<Visitor> {
  const me = visitor(house);
  await me.enter('birch', liam);
  return me;
}
async function atAlder(): Promise<Visitor> {
  const me = visitor(house);
  await me.enter('alder', at_alder);
  return me;
}
async function endAll(): Promise<void> {
  const { schools } = (await arun.get(`/api/people/${liam}/access`)).body;
  for (const { id } of schools) await arun.delete(`/api/people/${liam}/schools/${id}`);
}

describe('saying it', () => {
  beforeEach(endAll);

  test('both sign-ins are proved, the other school’s people are chosen from, and again says nothing new', async () => {
    const me = await atBirch();
    expect((await me.get('/api/session')).body.several).toBe(false);
    const asked = await say(me, { person: undefined });
    expect(asked.status).toBe(200);
    expect(asked.body.people).toContainEqual({ id: at_alder, name: 'Liam O’Brien' });
    expect(await say(me)).toMatchObject({
      status: 201,
      body: { items: [{ person: at_alder, school: 'Alder Academy' }] },
    });
    const again = await say(me);
    expect([again.status, again.body.items.length]).toEqual([201, 1]);
    expect((await me.get('/api/session')).body.several).toBe(true);
    expect((await (await atAlder()).get('/api/account/schools')).body.items).toMatchObject([
      { person: liam, school: 'Birch Elementary' },
    ]);
  });

  test('a wrong password of either, one’s own school, and a name of the desk are refused and say nothing', async () => {
    const me = await atBirch();
    const wrong = 'not the password';
    expect(await say(me, { password: wrong })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'password' }] },
    });
    expect((await say(me, { password_there: wrong })).status).toBe(401);
    for (const username of ['birch', 'maya'])
      expect(await say(me, { username })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'username' }] },
      });
    expect(await say(me, { person: liam })).toMatchObject({ status: 422 });
    expect((await me.get('/api/account/schools')).body.items).toEqual([]);
    const nadia = await house.as('Nadia Petrov');
    expect((await say(nadia)).status).toBe(404);
    expect((await house.anyone.post('/api/account/schools', there)).status).toBe(401);
  });

  test('at one school she is one person', async () => {
    const me = await atBirch();
    await say(me);
    const { people } = (await say(me, { person: undefined })).body;
    const maria = people.find(({ name }: { name: string }) => name === 'Maria Santos');
    expect((await say(me, { person: maria.id })).status).toBe(409);
  });

  test('both schools are told, neither a name of the other’s people', async () => {
    await say(await atBirch());
    const lines = async (code: string) => {
      const school = (await arun.get(`/api/schools?words=${code}`)).body.items[0].id;
      return JSON.stringify((await arun.get(`/api/schools/${school}/history`)).body.items.slice(0, 2));
    };
    expect(await lines('birch')).toContain(
      'Liam O’Brien said that Liam O’Brien is also somebody at Alder Academy',
    );
    expect(await lines('alder')).toContain('is also somebody at Birch Elementary');
    const priya = await house.as('Priya Nair');
    const [link] = (await priya.get(`/api/people/${at_alder}/access`)).body.schools;
    expect(link).toMatchObject({ person: liam, school: 'Birch Elementary' });
    await priya.delete(`/api/people/${at_alder}/schools/${link.id}`);
    expect(await lines('alder')).toContain('Priya Nair ended that Liam O’Brien goes over to Birch');
    expect(await lines('birch')).toContain('The software ended that Liam O’Brien goes over to Alder');
    expect(await lines('birch')).not.toContain('Priya');
  });

  test('who keeps the access at either school, the desk’s keepers and she herself end it; nobody else', async () => {
    for (const [name, person] of [
      ['Priya Nair', at_alder],
      ['Joan Whitehorse', liam],
      ['Nadia Petrov', liam],
    ] as const) {
      const [said] = (await say(await atBirch())).body.items;
      const keeper = await house.as(name);
      const other = person === liam ? at_alder : liam;
      if (name !== 'Nadia Petrov')
        expect((await keeper.delete(`/api/people/${other}/schools/${said.id}`)).status).toBe(404);
      expect(
        await (await house.as('Maria Santos')).delete(`/api/people/${at_alder}/schools/${said.id}`),
      ).toMatchObject({ status: 404 });
      expect(await keeper.delete(`/api/people/${person}/schools/${said.id}`)).toMatchObject({
        status: 200,
        body: { schools: [] },
      });
      expect((await keeper.delete(`/api/people/${person}/schools/${said.id}`)).status).toBe(404);
      expect((await go(await atBirch(), at_alder)).status).toBe(404);
    }
  });
});

describe('going over', () => {
  beforeAll(async () => void (await say(await atBirch())));

  test('with the other school’s password, since colleagues know this one; the session here ends', async () => {
    const me = await atBirch();
    const before = me.headers['cookie']!;
    expect(await go(me, at_alder)).toMatchObject({
      status: 200,
      body: { password_of: { school: 'Alder Academy' } },
    });
    expect((await me.get('/api/session')).body.person.id).toBe(liam);
    expect(await go(me, at_alder, { password: 'not the password' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'password' }] },
    });
    expect(await go(me, at_alder, { password })).toMatchObject({
      status: 201,
      body: { person: { id: at_alder }, school: { code: 'ALDER' } },
    });
    expect((await me.get('/api/session')).body.school.code).toBe('ALDER');
    const session = /firstline=[^;]*/.exec(before)![0];
    const old = await house.app.inject({ url: '/api/session', headers: { cookie: session } });
    expect(old.statusCode).toBe(401);
    expect((await go(me, liam, { password })).body.school.code).toBe('BIRCH');
  });

  test('a refusal is seen by who looks after the other school’s access', async () => {
    await go(await atBirch(), at_alder, { password: 'not the password' });
    const priya = await house.as('Priya Nair');
    const { sign_ins } = (await priya.get(`/api/people/${at_alder}/access`)).body;
    expect(sign_ins[0]).toMatchObject({ outcome: 'wrong_password' });
  });

  test('nobody goes over to whom she hasn’t said that she is, and no token does', async () => {
    const joan = await house.as('Joan Whitehorse');
    expect((await go(joan, at_alder, { password })).status).toBe(404);
    expect((await go(await house.as('Nadia Petrov'), at_alder)).status).toBe(404);
    const days = 1;
    const { body } = await arun.post('/api/tokens', {
      ...{ name: 'hers', person: liam, scopes: ['read', 'write', 'administer'], days },
    });
    const script = { authorization: `Bearer ${body.token}` };
    expect((await house.anyone.post('/api/session/acting', { person: at_alder }, script)).status).toBe(403);
    expect((await house.anyone.post('/api/account/schools', there, script)).status).toBe(403);
  });

  test('who opened her session with a key of her own goes over without the password', async () => {
    const me = await atBirch();
    await me.post('/api/account/key-beginnings', { kind: 'pin', password });
    await me.post('/api/account/keys', { kind: 'pin', code: '193847' });
    const keyed = await atBirch();
    await keyed.post('/api/session/key', { kind: 'pin', code: '193847' });
    expect((await go(keyed, at_alder)).status).toBe(201);
    // Back: there she has a key, and is asked for it after the password.
    expect(await go(keyed, liam)).toMatchObject({ body: { password_of: { school: 'Birch Elementary' } } });
    expect(await go(keyed, liam, { password })).toMatchObject({ status: 200, body: { key: {} } });
    expect((await keyed.get('/api/session')).body.school.code).toBe('ALDER');
    expect((await keyed.post('/api/session/key', { kind: 'pin', code: '193847' })).status).toBe(201);
    expect((await keyed.get('/api/session')).body.school.code).toBe('BIRCH');
  });

  test('another password of the other school is asked for, once', async () => {
    const me = await atBirch();
    await me.post('/api/session/key', { kind: 'pin', code: '193847' });
    await house.database.owner
      .update(logins)
      .set({ password_hash: await hashPassword(password) })
      .where(eq(logins.username, 'alder'));
    expect(await go(me, at_alder)).toMatchObject({ body: { password_of: {} } });
    expect((await go(me, at_alder, { password })).status).toBe(201);
    const again = await atBirch();
    await again.post('/api/session/key', { kind: 'pin', code: '193847' });
    expect((await go(again, at_alder)).status).toBe(201);
  });

  test('a removed person goes nowhere, from either side, from that moment', async () => {
    const me = await atBirch();
    await me.post('/api/session/key', { kind: 'pin', code: '193847' });
    const priya = await house.as('Priya Nair');
    await priya.patch(`/api/schools/${alder}/people/${at_alder}`, { left: true });
    expect((await go(me, at_alder, { password })).status).toBe(409);
    expect((await me.get('/api/account/schools')).body.items).toEqual([]);
    await priya.patch(`/api/schools/${alder}/people/${at_alder}`, { left: false });
    const over = await atAlder();
    await priya.patch(`/api/schools/${alder}/people/${at_alder}`, { left: true });
    expect((await go(over, liam, { password })).status).toBe(401);
    await priya.patch(`/api/schools/${alder}/people/${at_alder}`, { left: false });
  });

  test('the other school’s key is proved when it is said, and waits for nothing else', async () => {
    await endAll();
    const me = await atAlder();
    const to_birch = { ...there, username: 'birch', person: liam };
    const asked = await me.post('/api/account/schools', to_birch);
    expect(asked).toMatchObject({ status: 200, body: { key: { kinds: ['pin', 'recovery'] } } });
    // What waits to be said opens no session.
    expect((await me.post('/api/session/key', { kind: 'pin', code: '193847' })).status).toBe(409);
    const key = (code: string) => ({ ...to_birch, key: { kind: 'pin', code } });
    expect((await me.post('/api/account/schools', key('555123'))).status).toBe(401);
    expect((await me.post('/api/account/schools', key('193847'))).status).toBe(201);
    expect((await me.get('/api/session')).body.school.code).toBe('ALDER');
  });
});

test('a page that was opened for somebody else does nothing and is told nothing', async () => {
  const me = await atAlder();
  const named = (person: number) => ({ 'acting-person': String(person) });
  const ask = {
    ...{
      subject: 'A report',
      description: 'x',
      category: 'attendance',
      impact: 'one_person',
      urgency: 'low',
    },
  };
  const client = { ...me.headers };
  const post = (headers: Record<string, string>) =>
    house.anyone.post('/api/tickets', ask, { cookie: client['cookie']!, ...headers });
  expect(await post(named(liam))).toMatchObject({ status: 409, body: { stop: 'another_person' } });
  const read = (headers: Record<string, string>) =>
    house.anyone.get('/api/tickets', { cookie: client['cookie']!, ...headers });
  expect((await read(named(liam))).status).toBe(409);
  expect((await read(named(at_alder))).status).toBe(200);
  expect((await post(named(at_alder))).status).toBe(201);
  expect((await post({})).status).toBe(201);
});
