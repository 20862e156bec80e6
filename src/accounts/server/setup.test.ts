import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { prepareSetup } from './setup.ts';

let house: House;
let code: string;
const first = { name: 'Arun Patel', username: 'Arun', password: 'a long password' };
const prepare = () => prepareSetup(house.database, () => house.clock.now);

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

test('an installation with a login needs no set-up, and a code opens nothing', async () => {
  expect(await prepare()).toBeUndefined();
  expect((await house.anyone.get('/api/setup')).body).toEqual({ needed: false });
  const answer = await house.anyone.post('/api/setup', { ...first, code: 'BCDF-GHJK-MNPR-TVWX' });
  expect(answer).toMatchObject({ status: 409, body: { type: '/problems/not_now' } });
});

test('an empty one prints a code on start, a new one each time', async () => {
  await house.database.owner.execute(sql`truncate logins, installation cascade`);
  const old = await prepare();
  code = (await prepare())!;
  expect(code).toMatch(/^[BCDFGHJKMNPRTVWX]{4}(-[BCDFGHJKMNPRTVWX]{4}){3}$/);
  expect((await house.anyone.get('/api/setup')).body).toEqual({ needed: true });
  const answer = await house.anyone.post('/api/setup', { ...first, code: old });
  expect(answer).toMatchObject({ status: 403, body: { type: '/problems/not_allowed' } });
});

test('ten wrong codes close it for a quarter of an hour', async () => {
  const guesses = Array.from({ length: 10 }, () =>
    house.anyone.post('/api/setup', { ...first, code: 'XXXX' }),
  );
  const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort((a, b) => a - b);
  expect(statuses).toEqual([...Array<number>(9).fill(403), 429]); // the old code was a wrong one too
  expect((await house.anyone.post('/api/setup', { ...first, code })).status).toBe(429);
  house.clock.advance(15 * 60_000);
});

test('what is wrong with the first person is said before the code is used', async () => {
  const answer = await house.anyone.post('/api/setup', { ...first, code, password: 'short' });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'password' }] } });
});

test('the code makes the first person, once, and signs her in', async () => {
  const typed = code.toLowerCase().replaceAll('-', ' ');
  const [one, other] = await Promise.all(
    [1, 2].map(() => house.anyone.post('/api/setup', { ...first, code: typed })),
  );
  const [made, late] = one!.status === 201 ? [one!, other!] : [other!, one!];
  expect(made).toMatchObject({
    status: 201,
    body: {
      person: { name: 'Arun Patel' },
      roles: ['administrator', 'coordinator'],
      can: { keep_schools: true, administer: true },
    },
  });
  expect([403, 409]).toContain(late.status);
  const cookie = [made.headers['set-cookie']]
    .flat()
    .map(set => String(set).split(';')[0])
    .join('; ');
  expect((await clientOf(house.app, { cookie }).get('/api/session')).status).toBe(200);
  expect((await house.anyone.get('/api/setup')).body).toEqual({ needed: false });
  expect(
    (await house.anyone.post('/api/session', { username: 'arun', password: first.password })).status,
  ).toBe(201);
});
