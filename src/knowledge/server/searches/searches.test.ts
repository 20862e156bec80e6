import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Searches } from '../../rules/searches.ts';
import { tellSearches, tidySearches } from './searches.ts';

/** What was looked for and not found: counted without a name, read by the editors. */

let house: House;
let tom: Client, maya: Client, maria: Client, joan: Client;
beforeAll(async () => {
  house = await openHouse();
  [tom, maya, maria, joan] = [
    await house.as('Tom Becker'),
    await house.as('Maya Chen'),
    await house.as('Maria Santos'),
    await house.as('Joan Whitehorse'),
  ];
});
afterAll(() => house.close());

const base = '/api/article-searches';
const look = (words: string, by: Client = maria) => by.post(base, { words });
const listed = async (): Promise<Searches['items']> => (await tom.get(base)).body.items;
const words = async () => (await listed()).map(each => each.words);

test('is counted by its words, over all schools, and tells nobody who', async () => {
  await look('Quokka day');
  await look('quokka  DAY');
  await look('quokka day', joan);
  await house.anyone.post('/api/public/article-searches', { words: 'Quokka day' });
  const [line] = await listed();
  expect(line).toMatchObject({ words: 'quokka day', times: 4, schools: 2, desk: false });
  expect(Object.keys(line!).sort()).toEqual(['desk', 'last', 'schools', 'times', 'words']);
  await look('quokka day', maya);
  expect((await listed())[0]).toMatchObject({ times: 5, schools: 2, desk: true });
  expect((await look('wombat at the desk', tom)).status).toBe(202);
  expect((await listed()).find(each => each.words === 'wombat at the desk')).toMatchObject({
    ...{ times: 1, schools: 0, desk: true },
  });
});

test('keeps nothing that says who it was', async () => {
  const before = await words();
  for (const typed of [
    'pen 123456782',
    'my password is sesame',
    'report of maria santos',
    'santos maria',
    'x',
  ])
    expect((await look(typed)).status).toBe(202);
  expect(await words()).toEqual(before);
  const { rows } = await house.database.pool.query('select words from article_searches');
  expect(JSON.stringify(rows)).not.toMatch(/\d{5}|santos|sesame/);
});

test('is for the editors; everybody tells, and reads nothing', async () => {
  for (const by of [maya, maria]) expect((await by.get(base)).status).toBe(404);
  for (const by of [maya, maria])
    expect((await by.put(`${base}/left`, { words: 'quokka day', left: true })).status).toBe(404);
});

test('is left and taken up again, or answered by an article that is begun from it', async () => {
  await look('numbat list');
  expect((await tom.put(`${base}/left`, { words: 'numbat list', left: true })).status).toBe(200);
  await tom.put(`${base}/left`, { words: 'numbat list', left: true });
  expect(await words()).not.toContain('numbat list');
  await tom.put(`${base}/left`, { words: 'numbat list', left: false });
  expect(await words()).toContain('numbat list');
  const begun = await tom.post('/api/articles', {
    ...{
      kind: 'faq',
      audience: 'schools',
      title: 'Where is the numbat list?',
      body: '',
      search: 'numbat list',
    },
  });
  expect(begun.status).toBe(201);
  expect(await words()).not.toContain('numbat list');
});

test('one school cannot fill the list: so many new ones in a day', async () => {
  await house.database.pool.query(
    `insert into article_searches (words, school_id, first_at, last_at) select 'flood ' || n, s.id, $1, $1
     from generate_series(1, 200) n, (select school_id as id from people where name = 'Joan Whitehorse' limit 1) s`,
    [house.clock.now.toISOString()],
  );
  await look('one too many', joan);
  await look('one too many', maria);
  const { rows } = await house.database.pool.query(
    `select p.name from article_searches s join people p using (school_id) where s.words = 'one too many'`,
  );
  expect(rows).toContainEqual({ name: 'Maria Santos' });
  expect(rows).not.toContainEqual({ name: 'Joan Whitehorse' });
});

test('rings once a week for the editors, and is gone after 90 days', async () => {
  const told = async (by: Client) =>
    (await by.get('/api/notices')).body.items.filter(
      ({ kind }: { kind: string }) => kind === 'searches_in_vain',
    );
  await tellSearches(house.database, house.clock.now);
  await tellSearches(house.database, house.clock.now);
  const [notice, ...more] = await told(tom);
  expect(more).toEqual([]);
  expect(notice).toMatchObject({ ticket: null, month: null, read: false });
  expect(notice.words).toBe('What schools looked for last week and did not find');
  expect((await tom.get('/api/notices')).body.unread).toBeGreaterThan(0);
  expect(await told(maya)).toEqual([]);
  const later = new Date(house.clock.now.getTime() + 91 * 86_400_000);
  await tidySearches(house.database, later);
  expect(await listed()).toEqual([]);
});
