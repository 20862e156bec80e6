import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast_password } from '#testing/cast.ts';
import { clientOf, type Answer } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { budgets } from '../../rules/limits.ts';
import { sign_in_failures } from '../tables.ts';

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house?.close());

const guess = (username: string, headers = {}) =>
  house.anyone.post('/api/session', { username, password: 'a wild guess' }, headers);
const signIn = (username: string, headers = {}) =>
  house.anyone.post('/api/session', { username, password: cast_password }, headers);

/** The cookie of a browser that has signed in, without its session. */
const knownBrowser = (answer: Answer) => {
  const cookies = [answer.headers['set-cookie'] ?? []].flat().map(String);
  return { cookie: cookies.find(cookie => cookie.startsWith('firstline-browser='))!.split(';')[0]! };
};
const over = { status: 429, body: { type: '/problems/too_many', retry_after_seconds: 900 } };

test('who exhausts a school’s tries, even from its own address, does not lock out the browsers it works with', async () => {
  const { people } = (await signIn('alder')).body;
  const browser = knownBrowser(
    await house.anyone.post('/api/session', {
      username: 'alder',
      password: cast_password,
      person: people[0].id,
    }),
  );

  const guesses = await Promise.all(Array.from({ length: 2 * budgets.username }, () => guess('alder')));
  expect(guesses.filter(({ status }) => status === 401)).toHaveLength(budgets.username);
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(budgets.username);
  expect(await signIn('alder')).toMatchObject(over);

  expect((await signIn('alder', browser)).status).toBe(200);
  expect((await guess('alder', browser)).status).toBe(401);
  expect((await signIn('alder', browser)).status).toBe(200);
  expect((await signIn('birch')).status).toBe(200);
});

test('after a quarter of an hour there are tries again', async () => {
  expect((await signIn('alder')).headers['retry-after']).toBe('900');
  house.clock.advance(budgets.window_minutes * 60_000);
  expect((await signIn('alder')).status).toBe(200);
});

test('a known browser has ten tries of its own, and only where it is known', async () => {
  const browser = knownBrowser(await signIn('maya'));
  for (let tries = 0; tries < budgets.known_browser; tries += 1) await guess('maya', browser);
  expect(await signIn('maya', browser)).toMatchObject(over);
  expect((await signIn('maya')).status).toBe(201); // a stranger’s tries are not touched by it
  house.clock.advance(budgets.window_minutes * 60_000);
});

test('a user name that does not exist is closed like one that does', async () => {
  for (let tries = 0; tries < budgets.username; tries += 1) expect((await guess('nobody')).status).toBe(401);
  expect(await guess('nobody')).toMatchObject(over);
  house.clock.advance(budgets.window_minutes * 60_000);
});

test('an address that tries many user names is closed, to strangers', async () => {
  const browser = knownBrowser(await signIn('ines'));
  const guesses = Array.from({ length: budgets.address - 1 }, (_, index) => `nobody${index}`);
  await house.database.owner
    .insert(sign_in_failures)
    .values(guesses.map(username => ({ username, address: '127.0.0.1', at: house.clock.now })));
  expect((await guess('one more')).status).toBe(401);
  expect(await signIn('ines')).toMatchObject(over);
  expect((await signIn('ines', browser)).status).toBe(201);
  house.clock.advance(budgets.window_minutes * 60_000);
});

test('signing in rightly uses up no tries', async () => {
  await house.database.owner.delete(sign_in_failures);
  expect((await signIn('birch')).status).toBe(200);
  expect((await signIn('owen')).status).toBe(201);
  expect(await house.database.owner.select().from(sign_in_failures)).toEqual([]);
});

test('a made-up browser cookie is a stranger’s', async () => {
  const made_up = clientOf(house.app, { cookie: `firstline-browser=${'x'.repeat(43)}` });
  const tries = Array.from({ length: budgets.username + 1 }, () =>
    made_up.post('/api/session', { username: 'owen', password: 'a wild guess' }),
  );
  expect((await Promise.all(tries)).filter(({ status }) => status === 429)).toHaveLength(1);
  expect((await signIn('owen')).status).toBe(429);
});
