import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Synonyms } from '../../rules/synonyms.ts';

/** The group's own words that mean the same: written once, and whatever searches goes by them at once. */

let house: House;
let tom: Client, maya: Client, nadia: Client, maria: Client;
beforeAll(async () => {
  house = await openHouse();
  [tom, maya, nadia, maria] = [
    await house.as('Tom Becker'),
    await house.as('Maya Chen'),
    await house.as('Nadia Petrov'),
    await house.as('Maria Santos'),
  ];
});
afterAll(() => house.close());

const path = '/api/synonyms';
const read = async (by: Client = tom): Promise<Synonyms> => (await by.get(path)).body;
const write = async (...groups: string[][]) =>
  tom.put(path, { edition: (await read()).edition, groups: [...groups] });

const publish = async (title: string): Promise<number> =>
  (
    await tom.post('/api/articles', {
      ...{ kind: 'guide', audience: 'schools', title, body: 'It is so.', state: 'published' },
    })
  ).body.id;
const found = async (q: string) =>
  (await maria.get(`/api/search?q=${encodeURIComponent(q)}`)).body.items.map(({ id }: { id: number }) => id);
const suggested = async (title: string) =>
  (await maria.post('/api/suggestions', { title })).body.items
    .filter(({ score }: { score: number }) => score > 0)
    .map(({ id }: { id: number }) => id);

test('one finds the other at once: by search and by suggestion', async () => {
  const [one, other] = [await publish('Open the gradebook'), await publish('Fermer le carnet')];
  const both = new Set([one, other]);
  expect(await found('gradebook ')).toEqual([one]);
  expect(await suggested('carnet')).toEqual([other]);

  expect((await write(['gradebook', 'carnet'])).status).toBe(200);
  expect(new Set(await found('gradebook '))).toEqual(both);
  expect(new Set(await found('carnet '))).toEqual(both);
  for (const title of ['gradebook', 'carnet'])
    await expect.poll(async () => new Set(await suggested(title))).toEqual(both);

  expect((await write()).status).toBe(200);
  expect(await found('gradebook ')).toEqual([one]);
  await expect.poll(() => suggested('gradebook')).toEqual([one]);
});

test('of what it was called before, too', async () => {
  const about = await publish('When BCeSIS is closed');
  expect(await found('eSIS closed')).toEqual([about]);
});

test('each group says who wrote it and when, and stays as it is while others change', async () => {
  const first = (await write(['roster', 'class list'])).body as Synonyms;
  expect(first.groups).toMatchObject([{ words: ['roster', 'class list'], by: 'Tom Becker' }]);
  const second = (
    await nadia.put(path, {
      edition: first.edition,
      groups: [
        ['roster', 'class list'],
        ['pad', 'tablet'],
      ],
    })
  ).body as Synonyms;
  expect(second.groups.map(({ by }) => by).sort()).toEqual(['Nadia Petrov', 'Tom Becker']);
  expect(second.groups.find(({ by }) => by === 'Tom Becker')).toEqual(first.groups[0]);
  expect(second.edition).toBeGreaterThan(first.edition);
});

test('nothing is written over unseen; the same once more changes nothing', async () => {
  const before = await read();
  const groups = [['fob', 'key card']];
  const written = await tom.put(path, { edition: before.edition, groups });
  expect(written.status).toBe(200);
  expect(await tom.put(path, { edition: before.edition, groups })).toMatchObject({ body: written.body });
  const refused = await nadia.put(path, { edition: before.edition, groups: [['lanyard', 'strap']] });
  expect(refused.status).toBe(409);
  expect(refused.body.kept.groups.map(({ words }: { words: string[] }) => words)).toEqual(groups);
  expect((await read()).groups).toHaveLength(1);
});

test('a word is in one group only, and the refusal says in which', async () => {
  const refused = await write(['gradebook', 'carnet'], ['Gradebooks', 'mark book']);
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]).toMatchObject({
    field: 'groups',
    sentence: expect.stringContaining('“Gradebooks” stands in another group already: gradebook, carnet.'),
  });
  for (const groups of [
    [['alone']],
    [Array.from({ length: 9 }, (_, at) => `word${at}`)],
    [['x'.repeat(61), 'y']],
    [['gradebook', '']],
  ])
    expect((await write(...groups)).status).toBe(422);
});

test('editors write them, the desk reads them, a school neither', async () => {
  expect((await read(maya)).can.write).toBe(false);
  expect((await read(nadia)).can.write).toBe(true);
  expect((await maya.put(path, { edition: 0, groups: [] })).status).toBe(404);
  for (const by of [maria, house.anyone]) {
    expect((await by.get(path)).status).toBeGreaterThanOrEqual(401);
    expect((await by.put(path, { edition: 0, groups: [] })).status).toBeGreaterThanOrEqual(401);
  }
});

test('what was done stands in the story', async () => {
  await write(['lunch', 'canteen']);
  const { rows } = await house.database.pool.query(
    `select kind, facts ->> 'name' as name from events where kind like 'synonym%' order by position desc limit 1`,
  );
  expect(rows).toEqual([{ kind: 'synonym_added', name: 'lunch, canteen' }]);
});
