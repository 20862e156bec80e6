import { afterAll, beforeAll, expect, test } from 'vitest';
import { tidyAccounts } from '../tidying.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let maria: Client, elsewhere: Client, grant: Client;
beforeAll(async () => {
  house = await openHouse();
  maria = await house.as('Maria Santos');
  elsewhere = await house.as('Maria Santos');
  grant = await house.as('Grant Bell');
});
afterAll(() => house.close());

const ask = '/api/drafts/ask';

test('what is written on one device is found on another, with when', async () => {
  expect((await maria.get(ask)).body).toEqual({ place: 'ask', fields: {}, version: 0, written: null });
  const { body } = await maria.put(ask, { fields: { subject: 'Report cards' }, version: 0 });
  const found = (await elsewhere.get(ask)).body;
  expect(found).toEqual(body);
  expect(found).toMatchObject({ fields: { subject: 'Report cards' }, written: { words: 'today 10:00' } });
  expect((await elsewhere.get('/api/drafts')).body.items).toEqual([body]);
});

test('a colleague of the same school finds nothing of it', async () => {
  expect((await grant.get('/api/drafts')).body.items).toEqual([]);
  expect((await grant.get(ask)).body.version).toBe(0);
  await grant.delete(ask);
  expect((await maria.get(ask)).body.fields).toEqual({ subject: 'Report cards' });
});

test('what was kept since is not overwritten, and comes back with the refusal', async () => {
  const { version } = (await maria.get(ask)).body;
  await elsewhere.put(ask, { fields: { subject: 'Report cards, page two' }, version });
  const refused = await maria.put(ask, { fields: { subject: 'Report cards!' }, version });
  expect(refused).toMatchObject({
    status: 409,
    body: { kept: { fields: { subject: 'Report cards, page two' } } },
  });
  const again = await maria.put(ask, {
    fields: { subject: 'Report cards!' },
    version: refused.body.kept.version,
  });
  expect(again.status).toBe(200);
});

test('keeping the same twice is once', async () => {
  const { fields, version } = (await maria.get(ask)).body;
  expect((await maria.put(ask, { fields, version: version - 1 })).body.version).toBe(version);
  expect((await maria.put(ask, { fields, version })).body.version).toBe(version);
});

test('of two at once upon the same version one is kept, and the other is told', async () => {
  const { version } = (await maria.get(ask)).body;
  const both = await Promise.all(
    ['one', 'two'].map(subject => maria.put(ask, { fields: { subject }, version })),
  );
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
});

test('a draft that was sent is dropped, but not one that is newer than what was sent', async () => {
  const { version } = (await maria.get(ask)).body;
  const newer = (await elsewhere.put(ask, { fields: { subject: 'Newer' }, version })).body.version;
  expect((await maria.delete(`${ask}?version=${version}`)).status).toBe(409);
  expect((await maria.delete(`${ask}?version=${newer}`)).status).toBe(200);
  expect((await maria.delete(`${ask}?version=${newer}`)).status).toBe(200);
  expect((await maria.get(ask)).body.version).toBe(0);
});

test('a text begun anew has no version that an older page could take for its own', async () => {
  const begun = (await maria.put(ask, { fields: { subject: 'First' }, version: 0 })).body.version;
  house.clock.advance(5_000);
  await maria.delete(ask);
  const anew = (await maria.put(ask, { fields: { subject: 'Second' }, version: 0 })).body.version;
  expect(anew).toBeGreaterThan(begun);
  expect((await elsewhere.put(ask, { fields: { subject: 'First, on' }, version: begun })).status).toBe(409);
});

test.each([
  ['a place of no form', '/api/drafts/elsewhere', { text: 'x' }],
  ['a place on no ticket', '/api/drafts/ticket:0:reply', { text: 'x' }],
  ['a field of a strange name', '/api/drafts/ask', { 'a b': 'x' }],
  ['too long a text', '/api/drafts/ask', { text: 'x'.repeat(100_001) }],
  [
    'too many fields',
    '/api/drafts/ask',
    Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`field_${at}`, 'x'])),
  ],
])('%s is refused', async (_, path, fields) => {
  expect((await maria.put(path, { fields, version: 0 })).status).toBe(422);
});

test('nobody keeps a draft without signing in', async () => {
  expect((await house.anyone.put(ask, { fields: {}, version: 0 })).status).toBe(401);
});

test('what nobody went on with for two months goes', async () => {
  await maria.put('/api/drafts/ticket:1:reply', { fields: { text: 'Old' }, version: 0 });
  house.clock.advance(40 * 86_400_000);
  const later = await house.as('Maria Santos');
  await later.put('/api/drafts/ticket:2:reply', { fields: { text: 'Newer' }, version: 0 });
  house.clock.advance(21 * 86_400_000);
  await tidyAccounts(house.database, house.clock.now);
  const { items } = (await (await house.as('Maria Santos')).get('/api/drafts')).body;
  expect(items.map(({ place }: { place: string }) => place)).toEqual(['ticket:2:reply']);
});
