import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Article } from '../../rules/article.ts';
import { countUses } from '../recent-uses.ts';
import type { PublicLine, PublicSuggestions } from '../../rules/public.ts';

/** What everybody reads, without sign-in. */

let house: House;
let tom: Client, maria: Client;
beforeAll(async () => {
  house = await openHouse();
  [tom, maria] = [await house.as('Tom Becker'), await house.as('Maria Santos')];
});
afterAll(() => house.close());

async function write(title: string, more: object = {}): Promise<Article> {
  const about = { kind: 'faq', audience: 'public', body: 'As it is.', state: 'published' };
  const { status, body } = await tom.post('/api/articles', { ...about, title, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const titles = async (lang = 'en'): Promise<string[]> => {
  const { body } = await house.app.inject({
    url: '/api/public/articles',
    headers: { 'accept-language': lang },
  });
  return (JSON.parse(body) as { items: PublicLine[] }).items.map(({ title }) => title);
};
const read = (id: number) => house.anyone.get(`/api/public/articles/${id}`);

test('is what is published for the public: frequent questions first, one’s language, then what was used most', async () => {
  await write('A guide', { kind: 'guide' });
  await write('A question');
  const used = await write('Some question that was read');
  await write('Une question', { lang: 'fr' });
  await maria.post(`/api/articles/${used.id}/uses`, { kind: 'read' });
  await countUses(house.database, house.clock.now);
  const all = ['Some question that was read', 'A question', 'Une question', 'A guide'];
  expect(await titles()).toEqual(all);
  expect(await titles('fr')).toEqual([all[2], all[0], all[1], all[3]]);
  const { status, body, headers } = await read(used.id);
  expect(status).toBe(200);
  expect(headers['set-cookie']).toBeUndefined();
  expect(body).toMatchObject({ title: used.title, version: 1, published: 'today', review_over: false });
  expect(body.html).toContain('As it is.');
  expect(Object.keys(body).sort()).toEqual(
    [
      ...['category', 'html', 'id', 'kind', 'lang', 'published', 'review_over', 'summary', 'title'],
      'version',
    ].sort(),
  );
});

test('is no draft, nothing archived, and nothing for schools or the iGroup, not even its title', async () => {
  const schools = await write('For schools alone', { audience: 'schools' });
  const inside = await write('For the iGroup alone', { audience: 'igroup' });
  const draft = await write('Not published yet', { state: 'draft' });
  const gone = await write('Withdrawn');
  const linking = await write('It names others', { body: 'See [[Withdrawn]] and [[A question]].' });
  expect((await tom.post(`/api/articles/${gone.id}/moves`, { move: 'archive', edition: 0 })).status).toBe(
    200,
  );
  for (const { id } of [schools, inside, draft, gone]) expect((await read(id)).status).toBe(404);
  const { html } = (await read(linking.id)).body;
  expect(html).toContain('/help/');
  expect(html).toContain('>A question</a>');
  expect(html).not.toContain('Withdrawn');
  const shown = await titles();
  for (const { title } of [schools, inside, draft, gone]) expect(shown).not.toContain(title);
  expect((await read(99_999)).status).toBe(404);
  expect((await house.anyone.get('/api/public/articles/none')).status).toBe(422);
});

test('is found as schools find: by stems, other names and misspelt, and nothing else is even scored', async () => {
  const about = await write('Recording a wallaby', { body: 'Change the attendance of the day.' });
  const inside = await write('Recording a wallaby inside', { audience: 'schools', body: 'The bilby.' });
  const ask = async (title: string): Promise<PublicSuggestions> => {
    const { status, body } = await house.anyone.post('/api/public/suggestions', { title });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  for (const typed of ['recorded wallabies', 'walaby', 'présences'])
    await expect
      .poll(async () => (await ask(typed)).items[0])
      .toMatchObject({
        ...{ id: about.id, title: about.title, lang: 'en' },
      });
  expect((await ask('recording a wallaby')).confident).toBe(true);
  const { items } = await ask('wallaby inside bilby');
  expect(items.map(({ id }) => id)).not.toContain(inside.id);
  expect((await tom.post(`/api/articles/${about.id}/moves`, { move: 'archive', edition: 0 })).status).toBe(
    200,
  );
  await expect.poll(async () => (await ask('wallaby')).items.map(({ id }) => id)).not.toContain(about.id);
  for (const wrong of [{ title: 'x'.repeat(201) }, {}, { title: 'x', limit: 21 }])
    expect((await house.anyone.post('/api/public/suggestions', wrong)).status).toBe(422);
  let last = 0;
  for (let times = 0; times <= 61; times++)
    last = (await house.anyone.post('/api/public/suggestions', { title: 'x' })).status;
  expect(last).toBe(429);
  expect((await house.anyone.get('/api/public/articles')).status).toBe(200);
});

test('one address cannot ask without end', async () => {
  house.clock.advance(60_000);
  let last = 0;
  for (let times = 0; times <= 61; times++) last = (await read(1)).status;
  expect(last).toBe(429);
  house.clock.advance(60_000);
  expect((await house.anyone.get('/api/public/articles')).status).toBe(200);
});
