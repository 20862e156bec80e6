import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Article } from '../../rules/article.ts';
import type { Snippet, Snippets } from '../../rules/snippets.ts';

/** Snippets: what is said in many articles is kept once. */

let house: House;
let tom: Client, maya: Client, maria: Client;
beforeAll(async () => {
  house = await openHouse();
  [tom, maya, maria] = [
    await house.as('Tom Becker'),
    await house.as('Maya Chen'),
    await house.as('Maria Santos'),
  ];
});
afterAll(() => house.close());

const base = '/api/article-snippets';
const keep = async (name: string, body: string): Promise<Snippet> => {
  const { status, body: made } = await tom.post(base, { name, body });
  expect(status, JSON.stringify(made)).toBe(201);
  return made;
};
const change = (snippet: Snippet, body: string, more: object = {}) =>
  tom.put(`${base}/${snippet.id}`, { name: snippet.name, body, edition: snippet.edition, ...more });
const write = (more: object) =>
  tom.post('/api/articles', {
    ...{ kind: 'faq', audience: 'schools', title: 'With a snippet', state: 'published' },
    ...more,
  });
const read = async (id: number, by: Client): Promise<Article> => (await by.get(`/api/articles/${id}`)).body;
const move = (id: number, name: string, edition = 0) =>
  tom.post(`/api/articles/${id}/moves`, { move: name, edition });

test('a snippet shows in its articles, and a change of it is a new version of each', async () => {
  const cache = await keep('Clear the cache', 'Press **Ctrl Shift R** numbat.');
  const { body: article } = await write({ body: 'First:\n\n1. {{clear the cache}}\n2. Sign in.' });
  expect(article).toMatchObject({ version: 1, text: 'First:\n\n1. {{Clear the cache}}\n2. Sign in.' });
  expect((await read(article.id, maria)).html).toContain('<strong>Ctrl Shift R</strong>');
  expect((await change(cache, 'Press **F5** quoll.')).status).toBe(200);
  const now = await read(article.id, maria);
  expect(now).toMatchObject({ version: 2, text: null });
  expect(now.html).toContain('<strong>F5</strong>');

  // What was shown before is kept, and what is searched and suggested follows.
  const { body: before } = await maya.get(`/api/articles/${article.id}/versions/1`);
  expect(before.html).toContain('Ctrl Shift R');
  expect(before.text).toContain('{{Clear the cache}}');
  const found = async (title: string) => (await maria.post('/api/suggestions', { title })).body.items;
  await expect.poll(() => found('quoll')).toMatchObject([{ id: article.id }]);
  expect(await found('numbat')).toEqual([]);
});

test('it is kept by editors, written over by nobody unseen, and called as no other', async () => {
  const one = await keep('Sign in again', 'Sign out, then in.');
  expect((await maya.post(base, { name: 'Mine', body: 'x' })).status).toBe(404);
  expect((await maya.put(`${base}/${one.id}`, { name: 'Mine', body: 'x', edition: 1 })).status).toBe(404);
  expect((await maria.get(base)).status).toBe(404);
  expect((await tom.post(base, { name: 'sign IN again', body: 'x' })).status).toBe(422);
  const changed = (await change(one, 'Sign out first.')).body as Snippet;
  expect(changed.edition).toBe(2);
  const refused = await change(one, 'Something else.');
  expect(refused.status).toBe(409);
  expect(refused.body.kept.body).toBe('Sign out first.');
  expect((await change(one, 'Sign out first.')).body.edition).toBe(2);
  const { items, can } = (await maya.get(base)).body as Snippets;
  expect(items.map(({ name }) => name)).toContain('Sign in again');
  expect(can.keep).toBe(false);
});

test.each([
  ['another snippet', 'See {{Clear the cache}}.'],
  ['a picture', '![x](picture:1)'],
  ['a link to nothing', 'See [[Nothing of this name]].'],
])('it holds no %s', async (_, body) =>
  expect((await tom.post(base, { name: `Holds ${body.length}`, body })).status).toBe(422),
);

test('an article is not published with one that is not there', async () => {
  const refused = await write({ body: 'Do {{what nobody wrote}}.' });
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0].sentence).toBe('No snippet is called “what nobody wrote”.');
  const draft = (await write({ body: 'Do {{what nobody wrote}}.', state: 'draft' })).body as Article;
  expect(draft.writing!.unknown_snippets).toEqual(['what nobody wrote']);
});

test('it goes when nothing puts it in, and is renamed without breaking what does', async () => {
  const one = await keep('Wait a minute', 'Wait.');
  const { body: article } = await write({ title: 'Waiting', body: '{{Wait a minute}}' });
  const renamed = (await change(one, 'Wait.', { name: 'Wait a while' })).body as Snippet;
  expect(renamed.used_in).toEqual([{ id: article.id, title: 'Waiting' }]);
  expect(await read(article.id, tom)).toMatchObject({ version: 1, text: '{{Wait a while}}' });
  const refused = await tom.delete(`${base}/${one.id}`);
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    'It stands in: Waiting. Take it out there first.',
  ]);
  const other = await keep('Never used', 'x');
  expect((await maya.delete(`${base}/${other.id}`)).status).toBe(404);
  expect((await tom.delete(`${base}/${other.id}`)).status).toBe(200);
  expect((await tom.delete(`${base}/${other.id}`)).status).toBe(404);
});

test('a change that an article could not be published with is refused whole', async () => {
  const secret = (await write({ title: 'For us', audience: 'igroup', body: 'x' })).body as Article;
  const one = await keep('Ask us', 'Ask the desk.');
  const { body: article } = await write({ title: 'For schools', body: '{{Ask us}}' });
  const refused = await change(one, 'See [[For us]].');
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0].sentence).toContain('In “For schools”');
  expect((await read(article.id, maria)).version).toBe(1);
  expect(secret.id).toBeGreaterThan(0);
});

test('what was archived meanwhile comes back with what it says now', async () => {
  const one = await keep('Opening hours', 'From 8.');
  const { body: article } = await write({ title: 'When', body: '{{Opening hours}}' });
  await move(article.id, 'archive');
  await change(one, 'From 9.');
  expect((await move(article.id, 'restore')).body).toMatchObject({ version: 2 });
  expect((await read(article.id, maria)).html).toContain('From 9.');
});
