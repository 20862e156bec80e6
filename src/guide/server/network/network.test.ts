import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

/** The addresses that a school's firewall must allow. */

let house: House;
let sam: Client, maria: Client, maya: Client, nadia: Client;
beforeAll(async () => {
  house = await openHouse();
  await signIn();
});
afterAll(() => house.close());
async function signIn() {
  const names = ['Sam Okoro', 'Maria Santos', 'Maya Chen', 'Nadia Petrov'] as const;
  [sam, maria, maya, nadia] = (await Promise.all(names.map(house.as))) as [Client, Client, Client, Client];
}

const purpose = { en: 'Pages', fr: 'Pages' };
const entry = (host: string, port = 443) => ({ host, port, protocol: 'tcp', purpose });
const publishes = (given: object, by = nadia) =>
  by.post('/api/network/lists', {
    ...{ entries: [entry('sis.example.invalid'), entry('Files.Example.net')] },
    ...{ holds_from: '2026-12-04', why: 'Files move', newest: 0, ...given },
  });
const seen = async (by: Client) => (await by.get('/api/network')).body;
const fresh = async (by: Client): Promise<boolean> => (await by.get('/api/network/news')).body.fresh;

test('what the guide names holds, until somebody writes a list', async () => {
  const network = await seen(maria);
  expect(network).toMatchObject({
    version: 0,
    since: null,
    coming: [],
    can: { change: false },
  });
  // The guide of the town is not set: it names no host.
  expect(network.entries).toEqual([]);
});

test('a list is published by the coordinator, for a day that is to come, on what she has seen', async () => {
  expect((await publishes({}, maya)).status).toBe(404);
  expect((await publishes({}, sam)).status).toBe(404);
  const wrong = async (given: object) => {
    const { status, body } = await publishes(given);
    return [status, body.errors?.[0]?.field];
  };
  expect(await wrong({ holds_from: '2026-11-22' })).toEqual([422, 'holds_from']);
  expect(await wrong({ entries: [entry('*.example.net')] })).toEqual([422, 'entries.0.host']);
  expect(await wrong({ entries: [entry('a.example.net'), entry('a.example.net')] })).toEqual([
    422,
    'entries',
  ]);
  expect((await publishes({ newest: 3 })).status).toBe(409);
  expect(await wrong({ entries: [] })).toEqual([422, 'entries']);
  const { status, body } = await publishes({});
  expect([status, body.version, body.newest]).toEqual([201, 0, 1]);
  expect(body.coming[0]).toMatchObject({
    ...{ holds_from: { date: '2026-12-04' }, why: 'Files move', removed: [] },
    added: [{ host: 'sis.example.invalid' }, { host: 'files.example.net', port: 443 }],
  });
  expect((await publishes({})).status).toBe(409);
  expect((await publishes({ newest: 1 })).status).toBe(409);
});

test('the technical contact hears of it once, and again on its day; her colleague does not', async () => {
  expect([await fresh(sam), await fresh(maria), await fresh(maya)]).toEqual([true, false, false]);
  house.clock.advance(1000);
  await sam.put('/api/network/look', {});
  expect(await fresh(sam)).toBe(false);
  // What is to come stands in the recipes already, so that nothing breaks on its day.
  const { recipes } = await seen(sam);
  expect(recipes.map(({ id }: { id: string }) => id)).toContain('squid');
  for (const { text } of recipes) expect(text).toContain('files.example.net');
  house.clock.advance(11 * 86_400_000);
  await signIn();
  expect(await fresh(sam)).toBe(true);
  expect(await seen(sam)).toMatchObject({ version: 1, coming: [], past: [{ version: 1 }] });
});

test('the guide names the addresses of the list that holds', async () => {
  const { body } = await house.anyone.get('/api/public/guide');
  const filter = body.guide.outcomes.find(({ id }: { id: string }) => id === 'O_FILTER');
  expect(filter.advice[0]).toContain('files.example.net');
});
