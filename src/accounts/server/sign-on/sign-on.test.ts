import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, type Answer, type Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { startProvider, type TestProvider } from '#testing/provider.ts';
import type { SignOnChange } from '../../rules/sign-on.ts';

let house: House;
let arun: Client;
let provider: TestProvider;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());
beforeEach(async () => {
  provider = await startProvider('http://localhost/api/sign-on/back');
  await house.database.owner.execute(sql`truncate provider_subjects, single_sign_on`);
  arun = await house.as('Arun Patel');
});
afterEach(() => provider.stop());

const settings = (): SignOnChange => ({
  issuer: provider.issuer,
  ...provider.client,
  claim: 'preferred_username',
  label: 'School district',
  is_on: true,
  passwords: 'everybody',
});
const setUp = (change: Partial<SignOnChange> = {}) =>
  arun.put('/api/sign-on/settings', { ...settings(), ...change });

const cookiesIn = (answer: Answer) =>
  [answer.headers['set-cookie'] ?? []].flat().map(set => String(set).split(';')[0]!);
const depart = (by: Client, body: object = { purpose: 'sign_in' }) =>
  by.post('/api/sign-on/departures', body);

/** The browser goes where it is sent, and stops at the address that leads back here. */
async function atProvider(departed: Answer): Promise<string> {
  const jar = new Map<string, string>();
  let next = departed.body.location as string;
  while (!next.startsWith('http://localhost/')) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      jar.set(name!, value!);
    }
    const to = answer.headers.get('location');
    if (!to) throw new Error(`the provider stopped: ${answer.status} ${await answer.text()}`);
    next = new URL(to, next).href;
  }
  return next.slice('http://localhost'.length);
}

/** Comes back with the way's cookie beside the browser's own. */
const back = (path: string, departed: Answer, by: Client = house.anyone) => {
  const cookie = [...cookiesIn(departed), by.headers['cookie']].filter(Boolean).join('; ');
  return clientOf(house.app, { cookie }).get(path);
};
async function through(by: Client = house.anyone, body?: object): Promise<Answer> {
  const departed = await depart(by, body);
  return back(await atProvider(departed), departed, by);
}
const ended = (answer: Answer) => [answer.status, answer.headers['location']];
const signedInAs = async (answer: Answer) =>
  (
    await clientOf(house.app, {
      cookie: cookiesIn(answer)
        .filter(each => each.startsWith('firstline='))
        .join(),
    }).get('/api/session')
  ).body.person?.name;
const said = async (reason: string) => (await house.anyone.get(`/api/sign-on?reason=${reason}`)).body.said;

const bindMaya = async () => {
  const maya = await house.as('Maya Chen');
  expect(ended(await through(maya, { purpose: 'binding' }))).toEqual([303, '/desk/tokens?sign_on=bound']);
  return maya;
};

describe('an administrator sets it up', () => {
  test('off until then; its secret is never told, and lies sealed', async () => {
    expect((await arun.get('/api/sign-on/settings')).body).toMatchObject({
      is_on: false,
      client_secret: 'none',
      back: 'http://localhost/api/sign-on/back',
      changed: null,
    });
    expect((await house.anyone.get('/api/sign-on')).body).toEqual({
      label: null,
      passwords: 'everybody',
      said: null,
    });
    expect((await depart(house.anyone)).status).toBe(409);
    const { body } = await setUp();
    expect(body).toMatchObject({
      issuer: provider.issuer,
      client_secret: 'kept',
      changed: { by: 'Arun Patel' },
    });
    const { rows } = await house.database.owner.execute(
      sql`select (select json_agg(s) from single_sign_on s)::text as kept, (select json_agg(e.facts) from events e)::text as told`,
    );
    for (const text of [JSON.stringify(body), JSON.stringify(rows)])
      expect(text).not.toContain(provider.client.client_secret);
    expect((await house.anyone.get('/api/sign-on')).body).toMatchObject({ label: 'School district' });
  });

  test('a secret that is left out stays, but never for another provider', async () => {
    await setUp();
    const { client_secret: _, ...rest } = settings();
    expect((await arun.put('/api/sign-on/settings', { ...rest, label: 'Other' })).body).toMatchObject({
      label: 'Other',
      client_secret: 'kept',
    });
    const elsewhere = { ...rest, issuer: 'https://elsewhere.example' };
    const refused = { status: 422, body: { errors: [{ field: 'client_secret' }] } };
    expect(await arun.put('/api/sign-on/settings', elsewhere)).toMatchObject(refused);
    const { issuer, client_id } = elsewhere;
    expect(await arun.post('/api/sign-on/settings/trial', { issuer, client_id })).toMatchObject(refused);
  });

  test('an address that is not https is refused, but on this computer', async () => {
    for (const issuer of ['http://sign-in.example', 'ftp://x', 'nonsense', 'https://a:b@c.example'])
      expect(await setUp({ issuer })).toMatchObject({ status: 422, body: { errors: [{ field: 'issuer' }] } });
  });

  test('trying says what the provider answered', async () => {
    const trial = async (change: object = {}) => {
      const { issuer, client_id, client_secret } = { ...settings(), ...change };
      return (await arun.post('/api/sign-on/settings/trial', { issuer, client_id, client_secret })).body;
    };
    expect(await trial()).toMatchObject({ works: true, steps: [{ ok: true }, { ok: true }, { ok: true }] });
    expect(await trial({ client_secret: 'another' })).toMatchObject({ works: false });
    expect((await trial({ client_secret: 'another' })).steps.at(-1).sentence).toContain(
      'client id and secret',
    );
    expect((await trial({ client_id: 'nobody' })).works).toBe(false);
    expect((await trial({ issuer: `${provider.issuer}/other` })).steps[0]).toMatchObject({ ok: false });
    await provider.stop();
    expect((await trial()).steps).toEqual([
      { ok: false, sentence: expect.stringContaining('does not answer') },
    ]);
  });

  test('nobody else does', async () => {
    for (const name of ['Nadia Petrov', 'Maria Santos'] as const) {
      const other = await house.as(name);
      expect((await other.get('/api/sign-on/settings')).status).toBe(404);
      expect((await other.put('/api/sign-on/settings', settings())).status).toBe(404);
      expect((await other.post('/api/sign-on/settings/trial', settings())).status).toBe(404);
    }
  });
});

describe('signing in through it', () => {
  test('needs that she said so before: a name that matches binds nothing', async () => {
    await setUp();
    const first = await through();
    expect(ended(first)).toEqual([303, '/sign-in?sign_on=unknown_subject']);
    expect(cookiesIn(first).some(each => /^firstline=./.test(each))).toBe(false);
    const maya = await bindMaya();
    expect((await maya.get('/api/sign-on/own')).body).toMatchObject({
      label: 'School district',
      bound: { seen_as: 'maya' },
    });
    const second = await through(house.anyone, { purpose: 'sign_in', to: '/desk/schools' });
    expect(ended(second)).toEqual([303, '/desk/schools']);
    expect(await signedInAs(second)).toBe('Maya Chen');
  });

  test('leads to pages of the desk only', async () => {
    await setUp();
    await bindMaya();
    for (const to of ['https://evil.example', '//evil.example', '/deskevil', '/\\evil'])
      expect(ended(await through(house.anyone, { purpose: 'sign_in', to }))).toEqual([303, '/desk']);
  });

  test('not for who has left, nor when it was switched off meanwhile', async () => {
    await setUp();
    await bindMaya();
    const { id } = (await arun.get('/api/agents')).body.items.find(
      (one: { name: string }) => one.name === 'Maya Chen',
    );
    await arun.patch(`/api/agents/${id}`, { left: true });
    expect(ended(await through())).toEqual([303, '/sign-in?sign_on=unknown_subject']);
    await arun.patch(`/api/agents/${id}`, { left: false });
    const departed = await depart(house.anyone);
    const path = await atProvider(departed);
    await setUp({ is_on: false });
    expect(ended(await back(path, departed))).toEqual([303, '/sign-in?sign_on=off']);
  });

  test('one subject is one person’s, and she ends it herself or an administrator does', async () => {
    await setUp();
    const maya = await bindMaya();
    const ines = await house.as('Ines Roy');
    expect(ended(await through(ines, { purpose: 'binding' }))).toEqual([303, '/desk/tokens?sign_on=taken']);
    const { id } = (await maya.get('/api/sign-on/own')).body.bound;
    expect((await ines.delete(`/api/sign-on/subjects/${id}`)).status).toBe(404);
    expect((await maya.delete(`/api/sign-on/subjects/${id}`)).body.bound).toBeNull();
    expect((await maya.delete(`/api/sign-on/subjects/${id}`)).status).toBe(404);
    expect(ended(await through())).toEqual([303, '/sign-in?sign_on=unknown_subject']);
    await bindMaya();
    const { provider: bound } = (await arun.get('/api/agents')).body.items.find(
      (one: { name: string }) => one.name === 'Maya Chen',
    ).keys;
    expect((await arun.delete(`/api/sign-on/subjects/${bound.id}`)).status).toBe(200);
  });

  test('a school’s person binds nothing', async () => {
    await setUp();
    expect((await depart(await house.as('Maria Santos'), { purpose: 'binding' })).status).toBe(404);
    expect((await depart(house.anyone, { purpose: 'binding' })).status).toBe(401);
  });
});

describe('a way back that went wrong', () => {
  test('a provider that refuses: its words go nowhere', async () => {
    await setUp();
    provider.at.subject = null;
    const answer = await through();
    expect(ended(answer)).toEqual([303, '/sign-in?sign_on=refused']);
    expect(JSON.stringify(answer)).not.toContain('only the provider says');
  });

  test('another browser, another state, no way at all', async () => {
    await setUp();
    await bindMaya();
    const [mine, other] = [await depart(house.anyone), await depart(house.anyone)];
    const path = await atProvider(mine);
    const unknown = [303, '/sign-in?sign_on=unknown_way'];
    expect(ended(await back(path, other))).toEqual(unknown);
    expect(ended(await house.anyone.get(path))).toEqual(unknown);
    expect(ended(await back(path.replace(/state=[^&]+/, 'state=nonsense'), mine))).toEqual(unknown);
    expect(ended(await back(path, mine))).toEqual([303, '/desk']);
  });

  test('the same way back twice, also at once, and one that took too long', async () => {
    await setUp();
    await bindMaya();
    const departed = await depart(house.anyone);
    const path = await atProvider(departed);
    const both = await Promise.all([back(path, departed), back(path, departed)]);
    const places = new Set(both.map(each => each.headers['location']));
    expect(places).toEqual(new Set(['/desk', '/sign-in?sign_on=again']));
    const slow = await depart(house.anyone);
    const late = await atProvider(slow);
    house.clock.advance(10 * 60_000);
    expect(ended(await back(late, slow))).toEqual([303, '/sign-in?sign_on=late']);
  });

  test('a provider that is down, before and on the way', async () => {
    await setUp();
    const departed = await depart(house.anyone);
    const path = await atProvider(departed);
    await provider.stop();
    expect(ended(await back(path, departed))).toEqual([303, '/sign-in?sign_on=down']);
    await setUp({ client_id: 'not asked yet' });
    expect(await depart(house.anyone)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('does not answer') },
    });
  });

  test('a wrong issuer, a wrong secret', async () => {
    await setUp({ issuer: `${provider.issuer}/other` });
    expect((await depart(house.anyone)).body.detail).toContain('check the issuer');
    await setUp({ client_secret: 'not the secret' });
    expect(ended(await through())).toEqual([303, '/sign-in?sign_on=wrong_client']);
  });

  test('a key that changed: once it fails, then the new one is known', async () => {
    await setUp();
    await bindMaya();
    provider.changeKeys();
    expect(ended(await through())).toEqual([303, '/sign-in?sign_on=wrong_key']);
    expect(ended(await through())).toEqual([303, '/desk']);
  });

  test('another key here: the secret cannot be read, and can be typed again', async () => {
    await setUp();
    await house.database.owner.execute(sql`update single_sign_on set client_secret = 'v1.AAAA'`);
    expect((await arun.get('/api/sign-on/settings')).body.client_secret).toBe('lost');
    expect((await depart(house.anyone)).body.detail).toContain('type it again');
    expect((await setUp()).body.client_secret).toBe('kept');
  });

  test('each reason is a sentence in both languages, and only those', async () => {
    expect(await said('late')).toContain('ten minutes');
    expect(await said('constructor')).toBeNull();
    const french = await house.anyone.get('/api/sign-on?reason=late', { 'accept-language': 'fr' });
    expect(french.body.said).toContain('dix minutes');
  });
});

describe('an invitation through the provider', () => {
  const invite = async (username: string) =>
    (await arun.post('/api/invitations', { name: 'Zoë Ɂahdə', roles: ['agent'], username })).body.path.split(
      '#',
    )[1];

  test('brings her in without a password, and binds her subject', async () => {
    await setUp();
    provider.at.subject = 'zoe-at-the-provider';
    const secret = await invite('zoe');
    expect((await house.anyone.post('/api/links/open', { secret })).body.provider).toBe('School district');
    const came = await through(house.anyone, { purpose: 'invitation', secret });
    expect(ended(came)).toEqual([303, '/desk']);
    expect(await signedInAs(came)).toBe('Zoë Ɂahdə');
    expect(await signedInAs(await through())).toBe('Zoë Ɂahdə');
    const zoe = (await arun.get('/api/agents')).body.items.find(
      (one: { username: string }) => one.username === 'zoe',
    );
    expect(zoe.keys).toMatchObject({ password: false, provider: { seen_as: 'zoe' } });
    expect((await depart(house.anyone, { purpose: 'invitation', secret })).status).toBe(409);
    for (const password of ['', 'the demo town'])
      expect((await house.anyone.post('/api/session', { username: 'zoe', password })).status).toBe(401);
    const herself = clientOf(house.app, { cookie: cookiesIn(came).join('; ') });
    expect((await herself.delete(`/api/sign-on/subjects/${zoe.keys.provider.id}`)).status).toBe(409);
  });

  test('not with a subject that is somebody’s, nor when it was withdrawn on the way', async () => {
    await setUp();
    await bindMaya();
    const secret = await invite('zoe-taken');
    expect(ended(await through(house.anyone, { purpose: 'invitation', secret }))).toEqual([
      303,
      '/sign-in?sign_on=taken',
    ]);
    provider.at.subject = 'zoe-late';
    const departed = await depart(house.anyone, { purpose: 'invitation', secret });
    const path = await atProvider(departed);
    const { items } = (await arun.get('/api/invitations')).body;
    await arun.delete(
      `/api/invitations/${items.find((one: { username: string }) => one.username === 'zoe-taken').id}`,
    );
    expect(ended(await back(path, departed))).toEqual([303, '/sign-in?sign_on=no_link']);
  });
});

describe('passwords', () => {
  const signIn = (username: string) =>
    house.anyone.post('/api/session', { username, password: 'the demo town' });

  test('may end for others, never for administrators', async () => {
    expect((await setUp({ passwords: 'administrators' })).status).toBe(200);
    expect((await house.anyone.get('/api/sign-on')).body.passwords).toBe('administrators');
    expect(await signIn('maya')).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('provider') },
    });
    expect((await signIn('arun')).status).toBe(201);
    expect((await signIn('alder')).status).toBe(200);
    expect((await house.anyone.post('/api/session', { username: 'maya', password: 'wrong' })).status).toBe(
      401,
    );
    await setUp({ passwords: 'administrators', is_on: false });
    expect((await signIn('maya')).status).toBe(201);
  });

  test('stay with one administrator at least, whatever is changed', async () => {
    await setUp({ passwords: 'administrators' });
    provider.at.subject = 'second-administrator';
    const { body } = await arun.post('/api/invitations', {
      name: 'Second',
      roles: ['administrator'],
      username: 'second',
    });
    await through(house.anyone, { purpose: 'invitation', secret: body.path.split('#')[1] });
    const agents = (await arun.get('/api/agents')).body.items as { id: number; name: string; keys: object }[];
    expect(agents.find(({ name }) => name === 'Second')!.keys).toMatchObject({ password: false });
    const { id } = agents.find(({ name }) => name === 'Arun Patel')!;
    for (const change of [{ left: true }, { roles: ['agent'] }])
      expect((await arun.patch(`/api/agents/${id}`, change)).status).toBe(409);
    expect((await arun.post(`/api/agents/${id}/reset`, { at_once: true })).status).toBe(409);
  });

  test('nobody could: then it is refused', async () => {
    await house.database.owner.execute(
      sql`update logins set password_hash = null where person_id in (select id from people where 'administrator' = any(roles))`,
    );
    expect(await setUp({ passwords: 'administrators' })).toMatchObject({ status: 409 });
  });
});
