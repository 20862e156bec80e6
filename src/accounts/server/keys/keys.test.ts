import { eq } from 'drizzle-orm';
import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authenticator } from '#testing/authenticator.ts';
import { cast_password, type CastName } from '#testing/cast.ts';
import { openHouse, type House } from '#testing/house.ts';
import { visitor, type Visitor } from '#testing/signing-in.ts';
import { people } from '../tables.ts';
import { second_keys, sign_ins } from './tables.ts';

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house?.close());

const password = cast_password;
const minute_ms = 60_000;
const idOf = async (name: CastName) =>
  (await house.database.owner.select().from(people).where(eq(people.name, name)))[0]!.id;
const codeOf = (secret: string) => generate({ secret, epoch: Math.floor(house.clock.now.getTime() / 1000) });

/** Somebody signed in who has just set up an app: the secret that is in it, and her recovery codes. */
async function withApp(me: Visitor): Promise<{ secret: string; codes: string[] }> {
  const { secret } = (await me.post('/api/account/key-beginnings', { kind: 'totp', password })).body;
  const added = await me.post('/api/account/keys', { kind: 'totp', code: await codeOf(secret) });
  expect(added.status).toBe(201);
  house.clock.advance(minute_ms); // the code of the setting up is used
  return { secret, codes: added.body.recovery_codes };
}

describe('an app', () => {
  test('is asked for after the password from then on; a code opens once, and one step late', async () => {
    const maya = visitor(house);
    expect((await maya.enter('maya')).status).toBe(201);
    const { secret, codes } = await withApp(maya);
    expect(codes).toHaveLength(10);
    const again = visitor(house);
    const asked = await again.enter('maya');
    expect(asked).toMatchObject({
      status: 200,
      body: { key: { kinds: ['totp', 'recovery'], passkey: null } },
    });
    expect((await again.get('/api/session')).status).toBe(401);
    const code = await codeOf(secret);
    house.clock.advance(minute_ms / 2);
    expect((await again.post('/api/session/key', { kind: 'totp', code })).status).toBe(201);
    expect((await again.get('/api/session')).body.person.name).toBe('Maya Chen');

    const third = visitor(house);
    await third.enter('maya');
    const replayed = await third.post('/api/session/key', { kind: 'totp', code });
    expect(replayed).toMatchObject({ status: 401, body: { type: '/problems/not_signed_in' } });
    house.clock.advance(minute_ms);
    expect((await third.post('/api/session/key', { kind: 'totp', code: await codeOf(secret) })).status).toBe(
      201,
    );
  });

  test('is begun with the password only, and its secret is sealed where it is kept', async () => {
    const tom = visitor(house);
    await tom.enter('tom');
    const wrong = await tom.post('/api/account/key-beginnings', { kind: 'totp', password: 'a guess' });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'password' }] } });
    const nothing = await tom.post('/api/account/keys', { kind: 'totp', code: '123456' });
    expect(nothing.body.type).toBe('/problems/not_now');
    const { body } = await tom.post('/api/account/key-beginnings', { kind: 'totp', password });
    expect(body.picture).toMatch(/^<svg/);
    const off = await tom.post('/api/account/keys', { kind: 'totp', code: '000000' });
    expect(off).toMatchObject({ status: 422, body: { errors: [{ field: 'code' }] } });
    const added = await tom.post('/api/account/keys', { kind: 'totp', code: await codeOf(body.secret) });
    expect(added.status).toBe(201);
    const twice = await tom.post('/api/account/keys', { kind: 'totp', code: await codeOf(body.secret) });
    expect(twice.body.type).toBe('/problems/not_now');
    const [row] = await house.database.owner
      .select()
      .from(second_keys)
      .where(eq(second_keys.person_id, await idOf('Tom Becker')));
    expect(row!.secret!.toString('latin1')).not.toContain(body.secret);
    expect(row!.removed_at).toBeNull();
    const second = await tom.post('/api/account/key-beginnings', { kind: 'totp', password });
    expect(second.body.type).toBe('/problems/not_now');
  });

  test('bears five wrong codes, then the password is asked for again; in another browser nothing waits', async () => {
    const vera = visitor(house);
    await vera.enter('vera');
    const { secret } = await withApp(vera);
    const thief = visitor(house);
    await thief.enter('vera');
    for (let tries = 0; tries < 5; tries++)
      expect((await thief.post('/api/session/key', { kind: 'totp', code: '000000' })).status).toBe(401);
    const over = await thief.post('/api/session/key', { kind: 'totp', code: await codeOf(secret) });
    expect(over.body.type).toBe('/problems/not_now');
    const elsewhere = await visitor(house).post('/api/session/key', {
      kind: 'totp',
      code: await codeOf(secret),
    });
    expect(elsewhere.body.type).toBe('/problems/not_now');
    await thief.enter('vera');
    for (let tries = 0; tries < 5; tries++)
      await thief.post('/api/session/key', { kind: 'totp', code: '000000' });
    await thief.enter('vera');
    expect((await thief.post('/api/session/key', { kind: 'totp', code: '000000' })).status).toBe(429);
    const seen = (await vera.get('/api/account')).body.sign_ins;
    expect(seen[0]).toMatchObject({ outcome: 'wrong_key', key: 'totp', browser: 'Firefox, Windows' });
  });

  test('waits five minutes', async () => {
    const late = visitor(house);
    await late.enter('maya');
    house.clock.advance(5 * minute_ms);
    const answer = await late.post('/api/session/key', { kind: 'totp', code: '000000' });
    expect(answer.body.type).toBe('/problems/not_now');
  });
});

test('a recovery code opens once, however it is typed; new ones make the old void', async () => {
  const leah = visitor(house);
  await leah.enter('leah');
  const { codes } = await withApp(leah);
  const used = visitor(house);
  await used.enter('leah');
  const typed = codes[0]!.toLowerCase().replaceAll('-', ' ');
  expect((await used.post('/api/session/key', { kind: 'recovery', code: typed })).status).toBe(201);
  expect((await used.get('/api/account')).body.recovery_codes).toBe(9);
  await used.enter('leah');
  expect((await used.post('/api/session/key', { kind: 'recovery', code: typed })).status).toBe(401);
  expect((await leah.post('/api/account/recovery-codes', { password: 'a guess' })).status).toBe(422);
  const renewed = await leah.post('/api/account/recovery-codes', { password });
  expect(renewed.status).toBe(201);
  expect((await used.post('/api/session/key', { kind: 'recovery', code: codes[1] })).status).toBe(401);
  const fresh = { kind: 'recovery', code: renewed.body.recovery_codes[0] };
  expect((await used.post('/api/session/key', fresh)).status).toBe(201);
});

describe('a passkey', () => {
  test('opens after the password, and alone when the device makes sure who holds it', async () => {
    const [ines, device] = [visitor(house), authenticator()];
    await ines.enter('ines');
    const { passkey } = (await ines.post('/api/account/key-beginnings', { kind: 'passkey', password })).body;
    expect(passkey.rp.id).toBe('localhost');
    const foreign = { kind: 'passkey', answer: device.create(passkey, { origin: 'https://evil.example' }) };
    expect((await ines.post('/api/account/keys', foreign)).status).toBe(422);
    const made = { kind: 'passkey', name: 'Laptop', answer: device.create(passkey) };
    expect((await ines.post('/api/account/keys', made)).status).toBe(201);

    const again = visitor(house);
    const { key } = (await again.enter('ines')).body;
    expect(key.kinds).toEqual(['passkey', 'recovery']);
    const signed = device.get(key.passkey, { verified: false });
    const answer = await again.post('/api/session/key', { kind: 'passkey', answer: signed });
    expect(answer.status).toBe(201);
    expect((await again.post('/api/session/key', { kind: 'passkey', answer: signed })).status).toBe(409);

    const alone = visitor(house);
    const asked = (await alone.post('/api/session/passkey')).body.passkey;
    const unsure = { kind: 'passkey', answer: device.get(asked, { verified: false }) };
    expect((await alone.post('/api/session/key', unsure)).status).toBe(401);
    const evil = { kind: 'passkey', answer: device.get(asked, { origin: 'https://evil.example' }) };
    expect((await alone.post('/api/session/key', evil)).status).toBe(401);
    const other = { kind: 'passkey', answer: device.get({ ...asked, challenge: 'AAAA' }) };
    expect((await alone.post('/api/session/key', other)).status).toBe(401);
    const sure = { kind: 'passkey', answer: device.get(asked) };
    expect((await alone.post('/api/session/key', sure)).body.person.name).toBe('Ines Roy');
    const { sessions } = (await alone.get('/api/account')).body;
    expect(sessions.find((each: { here: boolean }) => each.here).key).toBe('passkey');
  });

  test('of somebody who has left opens nothing', async () => {
    const [owen, device, arun] = [visitor(house), authenticator(), await house.as('Arun Patel')];
    await owen.enter('owen');
    const { passkey } = (await owen.post('/api/account/key-beginnings', { kind: 'passkey', password })).body;
    await owen.post('/api/account/keys', { kind: 'passkey', answer: device.create(passkey) });
    const alone = visitor(house);
    const asked = (await alone.post('/api/session/passkey')).body.passkey;
    await arun.patch(`/api/agents/${await idOf('Owen Hart')}`, { left: true });
    const sure = { kind: 'passkey', answer: device.get(asked) };
    expect((await alone.post('/api/session/key', sure)).status).toBe(401);
    await arun.patch(`/api/agents/${await idOf('Owen Hart')}`, { left: false });
  });
});

describe('a school', () => {
  // Ten passwords and PINs are looked at, one after the other.
  test(
    'whose people need keys leads each to set one up before anything else, with a PIN too',
    { timeout: 60_000 },
    async () => {
      const [priya, sam] = [await house.as('Priya Nair'), await idOf('Sam Okoro')];
      const school = (await priya.get('/api/session')).body.school.id as number;
      const maria = await house.as('Maria Santos');
      expect((await maria.put(`/api/schools/${school}/keys`, { needed: true })).status).toBe(404);
      const said = await priya.put(`/api/schools/${school}/keys`, { needed: true });
      expect(said.body).toMatchObject({ needed: true });
      expect((await priya.put(`/api/schools/${school}/keys`, { needed: true })).body).toEqual(said.body);

      const me = visitor(house);
      const led = await me.enter('alder', sam);
      expect(led).toMatchObject({ status: 200, body: { set_up: { kinds: ['passkey', 'totp', 'pin'] } } });
      expect((await me.get('/api/tickets')).status).toBe(401);
      expect((await me.post('/api/session/key-beginnings', { kind: 'pin' })).status).toBe(200);
      const weak = await me.post('/api/session/keys', { kind: 'pin', code: '123456' });
      expect(weak).toMatchObject({ status: 422, body: { errors: [{ field: 'code' }] } });
      const added = await me.post('/api/session/keys', { kind: 'pin', code: '193847' });
      expect(added).toMatchObject({ status: 201, body: { session: { person: { name: 'Sam Okoro' } } } });
      expect((await me.get('/api/tickets')).status).toBe(200);

      const thief = visitor(house);
      expect((await thief.enter('alder', sam)).body.key.kinds).toEqual(['pin', 'recovery']);
      expect((await thief.post('/api/session/key-beginnings', { kind: 'totp' })).status).toBe(401);
      expect((await thief.post('/api/session/key', { kind: 'pin', code: '193848' })).status).toBe(401);
      expect((await thief.post('/api/session/key', { kind: 'pin', code: '193847' })).status).toBe(201);
      const [key] = (await me.get('/api/account')).body.keys;
      const last = await me.post(`/api/account/keys/${key.id}/removal`, { password });
      expect(last.body.type).toBe('/problems/not_now');
      expect((await priya.put(`/api/schools/${school}/keys`, { needed: false })).body.needed).toBe(false);
      expect((await me.post(`/api/account/keys/${key.id}/removal`, { password })).body.keys).toEqual([]);
      expect((await me.post(`/api/account/keys/${key.id}/removal`, { password })).status).toBe(404);
    },
  );

  test('takes a lost key off by its security contact, its lead or the coordinator, and nobody else', async () => {
    const grant = visitor(house);
    await grant.enter('alder', await idOf('Grant Bell'));
    await withApp(grant);
    const path = `/api/people/${await idOf('Grant Bell')}/keys`;
    const outsiders: CastName[] = ['Maria Santos', 'Joan Whitehorse', 'Maya Chen'];
    for (const name of outsiders) expect((await (await house.as(name)).delete(path)).status).toBe(404);
    expect((await grant.delete(path)).body.type).toBe('/problems/not_now');
    const priya = await house.as('Priya Nair');
    expect((await priya.delete(path)).body).toMatchObject({ keys: [], recovery_codes: 0, sessions: [] });
    expect((await grant.get('/api/session')).status).toBe(401);
    expect((await priya.delete(path)).status).toBe(200);
    const nadia = await house.as('Nadia Petrov');
    const school = (await priya.get('/api/session')).body.school.id;
    const story = (await nadia.get(`/api/schools/${school}/history`)).body.items as { words: string }[];
    const told = story.filter(({ words }) => words.includes('Grant Bell’s second keys'));
    expect(told.map(({ words }) => words)).toEqual(['Priya Nair took off Grant Bell’s second keys']);
    expect((await visitor(house).enter('alder', await idOf('Grant Bell'))).status).toBe(201);
  });
});

describe('a role', () => {
  test('needs a key from the next sign-in on, when an administrator says so', async () => {
    const [arun, nadia] = [await house.as('Arun Patel'), await house.as('Nadia Petrov')];
    expect((await nadia.put('/api/key-needs', { roles: ['coordinator'] })).status).toBe(404);
    expect((await arun.put('/api/key-needs', { roles: ['coordinator'] })).body.roles).toEqual([
      'coordinator',
    ]);
    expect((await nadia.get('/api/session')).status).toBe(200);
    const me = visitor(house);
    expect((await me.enter('nadia')).body).toEqual({ set_up: { kinds: ['passkey', 'totp'] } });
    expect((await me.post('/api/session/key-beginnings', { kind: 'pin' })).status).toBe(404);
    const { secret } = (await me.post('/api/session/key-beginnings', { kind: 'totp' })).body;
    const added = await me.post('/api/session/keys', { kind: 'totp', code: await codeOf(secret) });
    expect(added.body.recovery_codes).toHaveLength(10);
    expect((await me.get('/api/session')).status).toBe(200);
    expect((await arun.put('/api/key-needs', { roles: [] })).body.roles).toEqual([]);
  });

  test('an administrator takes off another’s keys, not his own', async () => {
    const arun = await house.as('Arun Patel');
    const own = await arun.delete(`/api/people/${await idOf('Arun Patel')}/keys`);
    expect(own.body.type).toBe('/problems/not_now');
    const taken = await arun.delete(`/api/people/${await idOf('Nadia Petrov')}/keys`);
    expect(taken.body.keys).toEqual([]);
    expect((await visitor(house).enter('nadia')).status).toBe(201);
  });
});

describe('sessions', () => {
  test('are seen with browser and network, and one or all others are ended', async () => {
    const wei = await idOf('Wei Zhang');
    const [here, there, third] = [visitor(house), visitor(house), visitor(house)];
    for (const each of [here, there, third]) await each.enter('dogwood', wei);
    const { sessions } = (await here.get('/api/account')).body;
    expect(sessions).toHaveLength(3);
    expect(sessions.filter((each: { here: boolean }) => each.here)).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ browser: 'Firefox, Windows', network: '127.0.0.1', key: null });
    const other = (await there.get('/api/account')).body.sessions.find(
      (each: { here: boolean }) => each.here,
    ).id;
    expect((await here.delete(`/api/account/sessions/${other}`)).body.sessions).toHaveLength(2);
    expect((await there.get('/api/session')).status).toBe(401);
    expect((await here.delete('/api/account/sessions')).body.sessions).toHaveLength(1);
    expect((await third.get('/api/session')).status).toBe(401);
    expect((await here.get('/api/session')).status).toBe(200);
  });

  test('of a school’s person are ended by who secures the school', async () => {
    const [liam, joan] = [await house.as('Liam O’Brien'), await house.as('Joan Whitehorse')];
    const path = `/api/people/${await idOf('Liam O’Brien')}`;
    const [session] = (await joan.get(`${path}/access`)).body.sessions;
    const stranger = await house.as('Grant Bell');
    expect((await stranger.delete(`${path}/sessions/${session.id}`)).status).toBe(404);
    expect((await joan.delete(`${path}/sessions/${session.id}`)).body.sessions).toEqual([]);
    expect((await liam.get('/api/session')).status).toBe(401);
  });
});

test('refusals are kept with the user name only where there is one of that name', async () => {
  await visitor(house).post('/api/session', { username: 'birch', password: 'a guess' });
  await visitor(house).post('/api/session', { username: 'my secret password', password: 'a guess' });
  const rows = await house.database.owner.select().from(sign_ins).orderBy(sign_ins.id);
  expect(rows.slice(-2)).toMatchObject([
    { outcome: 'wrong_password', username: 'birch', network: '127.0.0.1' },
    { outcome: 'wrong_password', username: null, person_id: null },
  ]);
});
