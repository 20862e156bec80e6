import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Agent } from '../../rules/session.ts';
import { hashOf } from '../sign-in/secrets.ts';

let house: House;
let arun: Client;
beforeAll(async () => {
  house = await openHouse();
  arun = await house.as('Arun Patel');
});
afterAll(() => house?.close());

const zoe = { name: 'Zoë Ɂahdə', roles: ['agent', 'agent', 'coordinator'], username: 'Zoe' };
const password = 'a long password of her own';
const hour_ms = 3_600_000;
let names = 0;
const somebody = () => ({ ...zoe, username: `zoe${++names}` });

const secretOf = (path: string) => path.split('#')[1]!;
const invite = async (whom: object = somebody()) => (await arun.post('/api/invitations', whom)).body;
const open = (path: string) => house.anyone.post('/api/links/open', { secret: secretOf(path) });
const use = (path: string, chosen = password) =>
  house.anyone.post('/api/links/use', { secret: secretOf(path), password: chosen });
const signIn = (username: string, with_password = password) =>
  house.anyone.post('/api/session', { username, password: with_password });
const agentNamed = async (name: string): Promise<Agent> =>
  (await arun.get('/api/agents')).body.items.find((agent: Agent) => agent.name === name);
const invitations = async () => (await arun.get('/api/invitations')).body.items;
const kinds = async () =>
  (
    await house.database.owner.execute<{ kind: string }>(
      sql`select kind from events order by position desc limit 2`,
    )
  ).rows.map(({ kind }) => kind);

describe('an invitation', () => {
  test('gives a link that is shown once; she is nobody here until she uses it', async () => {
    const made = await arun.post('/api/invitations', zoe, { 'idempotency-key': 'zoe' });
    expect(made).toMatchObject({
      status: 201,
      body: { name: zoe.name, expires: { at: '2026-11-30T17:00:00.000Z' } },
    });
    expect(made.body.path).toMatch(/^\/welcome#[\w-]{43}$/);
    expect(await invitations()).toEqual([
      {
        id: expect.any(Number),
        name: zoe.name,
        username: 'zoe',
        roles: ['agent', 'coordinator'],
        state: 'open',
        made: expect.anything(),
        made_by: 'Arun Patel',
        expires: made.body.expires,
      },
    ]);
    expect(await agentNamed(zoe.name)).toBeUndefined();
    const { rows } = await house.database.owner.execute(
      sql`select l.secret_hash from one_time_links l where not exists (
        select from answered_requests a where a.answer::text like ${`%${secretOf(made.body.path)}%`})`,
    );
    expect(rows).toEqual([{ secret_hash: hashOf(secretOf(made.body.path)) }]);
  });

  test('says whom it is for; she chooses her password and is in, as what she was invited', async () => {
    const { path } = await invite({ ...zoe, name: 'Zoë Two', username: 'zoe-two' });
    expect((await open(path)).body).toMatchObject({
      kind: 'invitation',
      name: 'Zoë Two',
      username: 'zoe-two',
      provider: null,
    });
    expect((await use(path, 'short')).body).toMatchObject({ errors: [{ field: 'password' }] });
    const used = await use(path);
    expect(used).toMatchObject({ status: 201, body: { signed_in: true } });
    expect(String(used.headers['set-cookie'])).toContain('firstline=');
    expect(await agentNamed('Zoë Two')).toMatchObject({
      roles: ['agent', 'coordinator'],
      username: 'zoe-two',
      left: false,
      keys: { password: true },
    });
    expect((await invitations()).map(({ name }: { name: string }) => name)).not.toContain('Zoë Two');
    expect((await signIn('zoe-two')).status).toBe(201);
    expect(await kinds()).toEqual(['invitation_used', 'invited']);
  });

  test('is used once, also by two at the same moment', async () => {
    const { path } = await invite();
    const answers = await Promise.all([use(path), use(path)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
      201,
      expect.toBeOneOf([409, 422]),
    ]);
    expect(await use(path)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('used already') },
    });
    expect((await open(path)).status).toBe(409);
  });

  test('is over after seven days, and its user name is free again', async () => {
    const whom = somebody();
    const { path } = await invite(whom);
    expect((await arun.post('/api/invitations', whom)).body).toMatchObject({
      errors: [{ field: 'username' }],
    });
    house.clock.advance(7 * 24 * hour_ms);
    arun = await house.as('Arun Patel');
    expect(await use(path)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('is over') },
    });
    expect(
      (await invitations()).find(({ username }: { username: string }) => username === whom.username),
    ).toMatchObject({
      state: 'expired',
    });
    expect((await arun.post('/api/invitations', whom)).status).toBe(201);
  });

  test('is withdrawn, once, and made anew: the link before opens nothing', async () => {
    const whom = somebody();
    const first = await invite(whom);
    const { id } = (await invitations()).find(
      ({ username }: { username: string }) => username === whom.username,
    );
    const second = (await arun.post(`/api/invitations/${id}/link`)).body;
    expect(await open(first.path)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('withdrawn') },
    });
    expect((await open(second.path)).status).toBe(200);
    const newer = (await invitations()).find(
      ({ username }: { username: string }) => username === whom.username,
    );
    for (const _ of ['once', 'twice'])
      expect((await arun.delete(`/api/invitations/${newer.id}`)).body).toMatchObject({ state: 'withdrawn' });
    expect((await use(second.path)).status).toBe(409);
    expect((await open((await arun.post(`/api/invitations/${newer.id}/link`)).body.path)).status).toBe(200);
  });

  test('takes no user name that somebody has, and finds out when one was given meanwhile', async () => {
    expect((await arun.post('/api/invitations', { ...zoe, username: 'MAYA' })).body).toMatchObject({
      errors: [{ field: 'username' }],
    });
    const { path } = await invite({ ...zoe, username: 'hazel' });
    const school = (await arun.post('/api/schools', { code: 'HAZEL', name: 'Hazel Hill' })).body;
    await arun.put(`/api/schools/${school.id}/login`, { username: 'hazel', lang: 'en' });
    expect(await use(path)).toMatchObject({ status: 422, body: { errors: [{ field: 'username' }] } });
    expect((await open(path)).status).toBe(200);
  });

  test('is an administrator’s alone, and a link that never was opens nothing', async () => {
    const nadia = await house.as('Nadia Petrov');
    expect((await nadia.get('/api/invitations')).status).toBe(404);
    expect((await nadia.post('/api/invitations', somebody())).status).toBe(404);
    expect((await open(`#${'x'.repeat(43)}`)).status).toBe(404);
    expect((await use(`#${'x'.repeat(43)}`)).status).toBe(404);
    const { path } = await invite();
    const elsewhere = { origin: 'https://evil.example' };
    const planted = { secret: secretOf(path), password };
    expect((await house.anyone.post('/api/links/use', planted, elsewhere)).status).toBe(403);
  });
});

describe('a link for another password', () => {
  const resetOf = async (name: string, at_once = false) => {
    const { id } = await agentNamed(name);
    return arun.post(`/api/agents/${id}/reset`, { at_once });
  };

  test('ends the old one and all sessions when she uses it, and not before', async () => {
    const owen = await house.as('Owen Hart');
    const { body } = await resetOf('Owen Hart');
    expect((await agentNamed('Owen Hart')).keys).toMatchObject({ password: true, reset_until: body.expires });
    expect((await open(body.path)).body).toMatchObject({ kind: 'reset', username: 'owen', provider: null });
    expect((await owen.get('/api/session')).status).toBe(200);
    expect((await signIn('owen', 'the demo town')).status).toBe(201);
    expect(await use(body.path)).toMatchObject({ status: 201, body: { signed_in: false } });
    expect((await owen.get('/api/session')).status).toBe(401);
    expect((await signIn('owen', 'the demo town')).status).toBe(401);
    expect((await signIn('owen')).status).toBe(201);
    expect((await use(body.path)).status).toBe(409);
    expect((await agentNamed('Owen Hart')).keys).toMatchObject({ reset_until: null });
    expect(await kinds()).toEqual(['password_reset', 'reset_made']);
  });

  test('or at once, where somebody else may know it', async () => {
    const ines = await house.as('Ines Roy');
    const { body } = await resetOf('Ines Roy', true);
    expect((await ines.get('/api/session')).status).toBe(401);
    expect((await signIn('ines', 'the demo town')).status).toBe(401);
    await use(body.path);
    expect((await signIn('ines')).status).toBe(201);
  });

  test('is over after a day, when a newer one is made, and when she leaves', async () => {
    const [first, second] = [(await resetOf('Vera Lund')).body, (await resetOf('Vera Lund')).body];
    expect((await use(first.path)).status).toBe(409);
    house.clock.advance(24 * hour_ms);
    arun = await house.as('Arun Patel');
    expect((await use(second.path)).status).toBe(409);
    const third = (await resetOf('Vera Lund')).body;
    const { id } = await agentNamed('Vera Lund');
    await arun.patch(`/api/agents/${id}`, { left: true });
    expect((await use(third.path)).status).toBe(409);
    expect((await resetOf('Vera Lund')).status).toBe(404);
    await arun.patch(`/api/agents/${id}`, { left: false });
    expect((await use(third.path)).status).toBe(409);
  });

  test('never takes the password of the last administrator who has one', async () => {
    expect(await resetOf('Arun Patel', true)).toMatchObject({ status: 409 });
    expect((await arun.get('/api/session')).status).toBe(200);
    expect((await resetOf('Arun Patel')).status).toBe(201);
  });

  test('is an administrator’s alone, and for nobody of a school', async () => {
    const { id } = await agentNamed('Maya Chen');
    expect((await (await house.as('Nadia Petrov')).post(`/api/agents/${id}/reset`, {})).status).toBe(404);
    const { people } = (await signIn('alder', 'the demo town')).body;
    expect((await arun.post(`/api/agents/${people[0].id}/reset`, {})).status).toBe(404);
  });
});
