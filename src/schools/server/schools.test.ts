import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast_password } from '#testing/cast.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let nadia: Client;
const of: Record<string, number> = {};
beforeAll(async () => {
  house = await openHouse();
  nadia = await house.as('Nadia Petrov');
  for (const { id, code } of (await nadia.get('/api/schools')).body.items) of[code] = id;
});
afterAll(() => house?.close());

const signIn = (username: string, password = cast_password, person?: number) =>
  house.anyone.post('/api/session', { username, password, person });
const personOf = async (school: number, name: string) =>
  (await nadia.get(`/api/schools/${school}`)).body.people.find(
    (person: { name: string }) => person.name === name,
  );

describe('who sees which school', () => {
  test('the desk sees all, by name', async () => {
    const { body } = await (await house.as('Maya Chen')).get('/api/schools');
    expect(body.items).toHaveLength(10);
    expect(body.items[0]).toEqual({
      id: of['ALDER'],
      code: 'ALDER',
      name: 'Alder Academy',
      town: 'Nanaimo',
      zone: 'America/Vancouver',
      kind: null,
      wave: null,
      fte: null,
      trained: true,
      stage1: true,
      suspended: false,
      step: 'live',
    });
  });

  test('a school sees itself with its people, and that no other exists', async () => {
    const maria = await house.as('Maria Santos');
    expect((await maria.get('/api/schools')).body.items.map(({ code }: { code: string }) => code)).toEqual([
      'ALDER',
    ]);
    const { body } = await maria.get(`/api/schools/${of['ALDER']}`);
    expect(body).toMatchObject({ name: 'Alder Academy', username: null });
    expect(body.people[0]).toEqual({
      id: expect.any(Number),
      name: 'Grant Bell',
      roles: ['lead'],
      left: false,
      email: null,
      phone: null,
      backup: false,
      can: { change: false, leave: false },
    });
    const [other, none] = [
      await maria.get(`/api/schools/${of['BIRCH']}`),
      await maria.get('/api/schools/999999'),
    ];
    expect(other.status).toBe(404);
    expect(other.body).toEqual(none.body);
  });

  test('nobody who is not signed in sees one', async () => {
    expect((await house.anyone.get('/api/schools')).status).toBe(401);
  });
});

describe('the coordinator keeps the schools', () => {
  test('a school is added, gets its people and its login, and signs in (S24)', async () => {
    const once = { 'idempotency-key': 'maple' };
    const given = { code: 'MAPLE', name: 'Maple School', zone: 'America/Dawson_Creek' };
    const added = await nadia.post('/api/schools', given, once);
    expect(added).toMatchObject({ status: 201, body: { ...given, town: null } });
    expect((await nadia.post('/api/schools', given, once)).body).toEqual(added.body);
    const { id } = added.body;
    const person = await nadia.post(`/api/schools/${id}/people`, { name: 'Noor Haddad', roles: ['lead'] });
    expect(person).toMatchObject({
      status: 201,
      body: { name: 'Noor Haddad', roles: ['lead'], left: false },
    });
    const login = await nadia.put(`/api/schools/${id}/login`, { username: 'Maple', lang: 'en' });
    expect(login).toMatchObject({ status: 200, body: { username: 'maple' } });
    expect((await signIn('maple', login.body.password)).body).toEqual({
      people: [{ id: person.body.id, name: 'Noor Haddad' }],
    });
  });

  test('what is taken or unknown is said by its field', async () => {
    const refused = (answer: { status: number; body: { errors: { field: string }[] } }) =>
      `${answer.status} ${answer.body.errors[0]!.field}`;
    const given = { code: 'OAK', name: 'Oak School' };
    expect(refused(await nadia.post('/api/schools', { ...given, code: 'ALDER' }))).toBe('422 code');
    expect(refused(await nadia.post('/api/schools', { ...given, zone: 'Canada/Pacific' }))).toBe('422 zone');
    const login = { username: 'birch', lang: 'en' };
    expect(refused(await nadia.put(`/api/schools/${of['ALDER']}/login`, login))).toBe('422 username');
  });

  test('a school that does not exist gets nothing', async () => {
    expect((await nadia.post('/api/schools/999999/people', { name: 'Nobody', roles: ['lead'] })).status).toBe(
      404,
    );
    const login = { username: 'nowhere', lang: 'en' };
    expect((await nadia.put('/api/schools/999999/login', login)).status).toBe(404);
  });

  test('one person leaves alone and may come back (S24)', async () => {
    const [maria, grant] = [await house.as('Maria Santos'), await house.as('Grant Bell')];
    const { id } = await personOf(of['ALDER']!, 'Maria Santos');
    const path = `/api/schools/${of['ALDER']}/people/${id}`;
    for (const _ of ['once', 'twice'])
      expect((await nadia.patch(path, { left: true })).body).toMatchObject({
        id,
        name: 'Maria Santos',
        roles: ['member'],
        left: true,
      });
    expect((await maria.get('/api/session')).status).toBe(401);
    expect((await grant.get('/api/session')).status).toBe(200);
    expect((await signIn('alder', cast_password, id)).status).toBe(422);
    await nadia.patch(path, { left: false, roles: ['member', 'security_contact'] });
    expect((await signIn('alder', cast_password, id)).body).toMatchObject({
      roles: ['member', 'security_contact'],
    });
  });

  test('a person is changed in her own school only', async () => {
    const { id } = await personOf(of['BIRCH']!, 'Joan Whitehorse');
    expect((await nadia.patch(`/api/schools/${of['ALDER']}/people/${id}`, { left: true })).status).toBe(404);
  });

  test.each(['Maya Chen', 'Sam Okoro', 'Joan Whitehorse'] as const)('%s cannot', async name => {
    const somebody = await house.as(name);
    const school = of['ALDER'];
    const { id } = await personOf(school!, 'Sam Okoro');
    const answers = [
      await somebody.post('/api/schools', { code: 'OAK', name: 'Oak School' }),
      await somebody.post(`/api/schools/${school}/people`, { name: 'Mallory', roles: ['lead'] }),
      await somebody.patch(`/api/schools/${school}/people/${id}`, { left: true }),
      await somebody.put(`/api/schools/${school}/login`, { username: 'mallory', lang: 'en' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});

test('with the code’s wall down the database keeps a school from another, and from keeping schools', async () => {
  const bare = await openHouse({ walls: { code: false, database: true } });
  try {
    const grant = await bare.as('Grant Bell');
    expect((await grant.get('/api/schools')).body.items).toHaveLength(1);
    const path = `/api/schools/${of['ALDER']}`;
    const answers = [
      await grant.get(`/api/schools/${of['BIRCH']}`),
      await grant.post('/api/schools', { code: 'OAK', name: 'Oak School' }),
      await grant.post(`/api/schools/${of['BIRCH']}/people`, { name: 'Mallory', roles: ['lead'] }),
      await grant.put(`${path}/login`, { username: 'mallory', lang: 'en' }),
      await grant.get('/api/agents'),
      await grant.get('/api/tokens'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  } finally {
    await bare.close();
  }
});
