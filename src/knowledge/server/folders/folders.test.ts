import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Article } from '../../rules/article.ts';
import type { FolderPlan } from '../../rules/folder/import.ts';
import { filesIn, zipOf } from './zip.ts';

/** Folders of articles: foreseen, then exactly that is done; written out, they come in again as the same. */

let house: House;
let tom: Client, maya: Client, maria: Client;
let menu: Buffer;
beforeAll(async () => {
  house = await openHouse();
  [tom, maya, maria] = [
    await house.as('Tom Becker'),
    await house.as('Maya Chen'),
    await house.as('Maria Santos'),
  ];
  menu = await sharp({ create: { width: 1800, height: 90, channels: 3, background: '#0a6' } })
    .png()
    .toBuffer();
});
afterAll(() => house.close());

const packed = (files: Record<string, string | Buffer>): Promise<Buffer> =>
  buffer(zipOf(Object.entries(files).map(([path, content]) => ({ path, content: Buffer.from(content) }))));
const send = async (zip: Buffer, query = '', by = tom): Promise<{ status: number; body: FolderPlan }> => {
  const answer = await house.app.inject({
    method: 'POST',
    url: `/api/articles/import?${query}`,
    headers: {
      host: 'localhost',
      origin: 'http://localhost',
      'content-type': 'application/zip',
      ...by.headers,
    },
    payload: zip,
  });
  return { status: answer.statusCode, body: answer.json() };
};
const become = ({ items }: FolderPlan) => Object.fromEntries(items.map(each => [each.path, each.becomes]));
const all = async (zip: Buffer, query: string): Promise<FolderPlan> => {
  const foreseen = await send(zip, query);
  expect(foreseen.status, JSON.stringify(foreseen.body)).toBe(200);
  const done = await send(zip, `${query}&plan=${foreseen.body.plan}`);
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return done.body;
};
const read = async (id: number, by: Client): Promise<Article> => (await by.get(`/api/articles/${id}`)).body;

const folder = () => ({
  'guides/late.md': `---\ntitle: Record it late\nsummary: Change the A.\ncategory: attendance\n---\n\n1. Open.\n\n   ![The menu](../pictures/menu.png)\n\nSee [the other](codes.html#a).`,
  'guides/codes.html': `<html><head><title>Codes of days</title><script>alert(1)</script></head><body><h1>Codes of days</h1>
    <table><tr><td>A</td><td>absent</td></tr></table><form><input></form></body></html>`,
  'pictures/menu.png': menu,
  'notes.txt': 'x',
  '__MACOSX/guides/._late.md': 'x',
});

describe('a folder', () => {
  test('is foreseen without doing anything, then comes in with its pictures and links, once', async () => {
    const zip = await packed(folder());
    const { body: plan } = await send(zip, 'publish=yes&audience=public');
    expect(become(plan)).toEqual({ 'guides/codes.html': 'new', 'guides/late.md': 'new' });
    expect(plan).toMatchObject({ done: false, ignored: ['notes.txt'] });
    expect(
      (await maya.get('/api/articles?limit=500')).body.items.map(({ title }: Article) => title),
    ).not.toContain('Record it late');

    const done = await all(zip, 'publish=yes&audience=public');
    const [codes, late] = done.items.map(({ article }) => article!);
    const article = await read(late!, maria);
    expect(article).toMatchObject({
      title: 'Record it late',
      category: 'attendance',
      version: 1,
      audience: 'public',
    });
    expect(article.html).toContain(`href="/answers/${codes}"`);
    expect(article.html).toMatch(
      /<img src="\/api\/articles\/\d+\/pictures\/\d+" alt="The menu" width="1600" height="80"/,
    );
    const table = (await read(codes!, maria)).html!;
    expect(table).toContain('<th>A</th>');
    expect(table).not.toMatch(/script|form|input/);

    expect(become((await send(zip, 'publish=yes&audience=public')).body)).toEqual({
      'guides/codes.html': 'same',
      'guides/late.md': 'same',
    });
    const next = await packed({ ...folder(), 'guides/late.md': '# Record it late\n\nChange it.' });
    const changed = await all(next, 'publish=yes&audience=public');
    expect(become(changed)).toEqual({ 'guides/codes.html': 'same', 'guides/late.md': 'changed' });
    expect(await read(late!, maria)).toMatchObject({ version: 2, category: null });
  });

  test('is not done where something else would come of it by now', async () => {
    const zip = await packed({ 'meanwhile.md': '# Meanwhile\n\nOne.' });
    const { body: plan } = await send(zip, 'publish=no');
    await tom.post('/api/articles', {
      ...{ kind: 'guide', audience: 'schools', title: 'Meanwhile', body: 'Two.', external_id: 'meanwhile' },
    });
    expect((await send(zip, `publish=no&plan=${plan.plan}`)).status).toBe(409);
    expect((await send(zip, `publish=yes&plan=${plan.plan}`)).status).toBe(409);
  });

  test('says what it refuses, and brings in the rest; as drafts more is let in', async () => {
    const zip = await packed({
      'good.md': '# A good one\n\nText.',
      'lost.md': '# Loses a picture\n\n![x](gone.png)',
      'silent.md': '# Says nothing\n\n![](menu.png)',
      'menu.png': menu,
      'links.md': '# Links to what is refused\n\n[[Loses a picture]]',
      'head.md': '---\nkind: poem\n---\n\n# Of no kind\n\nText.',
      'broken.md': '---\n: [\n---\n\n# Broken\n\nText.',
      'empty.md': '# Empty\n',
      'twice.md': '# One of two\n\nText.',
      'twice.html': '<h1>Two of two</h1><p>Text.</p>',
    });
    const { body } = await send(zip, 'publish=yes');
    const refused = ['lost', 'silent', 'links', 'head', 'broken', 'empty', 'twice'].map(name => `${name}.md`);
    expect(
      body.items
        .filter(({ becomes }) => becomes === 'refused')
        .map(({ path }) => path)
        .sort(),
    ).toEqual([...refused, 'twice.html'].sort());
    expect(body.items.every(({ becomes, says }) => (becomes === 'refused') === says.length > 0)).toBe(true);
    expect(body.items.find(({ path }) => path === 'lost.md')!.says).toEqual([
      'A picture is not in the folder: gone.png',
    ]);
    const done = await all(zip, 'publish=no');
    expect(become(done)).toMatchObject({
      'lost.md': 'new',
      'silent.md': 'new',
      'links.md': 'new',
      'head.md': 'refused',
    });
    expect(done.items.find(({ path }) => path === 'lost.md')).toMatchObject({
      says: ['A picture is not in the folder: gone.png'],
    });
  });

  test('is no zip, too much, or leads out: refused whole', async () => {
    const bad = await packed({ 'aa/evil.md': 'x' });
    const out = Buffer.from(bad.toString('latin1').replaceAll('aa/evil.md', '../evil.md'), 'latin1');
    for (const zip of [Buffer.from('no zip'), bad.subarray(0, 40), out])
      expect((await send(zip)).status).toBe(422);
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`${at}.txt`, 'x']));
    expect((await send(await packed(many))).status).toBe(422);
    expect((await send(Buffer.alloc(26 * 1024 * 1024))).status).toBe(413);
    const bomb = await packed({ 'big.md': Buffer.alloc(151 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect((await send(bomb)).status).toBe(422);
  });

  test('is for the editors alone', async () => {
    const zip = await packed({ 'mine.md': '# Mine\n\nx' });
    for (const by of [maya, maria]) expect((await send(zip, '', by)).status).toBe(404);
    expect((await send(zip, '', house.anyone)).status).toBe(401);
    for (const by of [maya, maria]) expect((await by.get('/api/articles/export.zip')).status).toBe(404);
  });
});

test('what is written out comes in again as the same articles, and elsewhere as new ones', async () => {
  await all(await packed(folder()), 'publish=yes');
  await tom.post('/api/article-snippets', { name: 'Ask', body: 'Ask the desk.' });
  const own = (
    await tom.post('/api/articles', {
      ...{
        kind: 'faq',
        audience: 'igroup',
        title: 'Of our own',
        body: '{{Ask}} See [[Codes of days]].',
        state: 'published',
      },
    })
  ).body as Article;
  const draft = (
    await tom.post('/api/articles', { kind: 'faq', audience: 'schools', title: 'Begun', body: 'To come.' })
  ).body;
  const { rawPayload } = await house.app.inject({ url: '/api/articles/export.zip', headers: tom.headers });
  const files = await filesIn(rawPayload);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['guides/late.md', 'guides/codes.md', `articles/${own.id}.md`]),
  );
  expect(files.get('guides/late.md')!.toString()).toMatch(/!\[The menu\]\(\.\.\/pictures\/\d+-\d+\.png\)/);
  const { body: again } = await send(rawPayload, 'publish=yes');
  expect(again.items.filter(({ becomes }) => becomes !== 'same')).toEqual([]);
  expect(again.items.map(({ article }) => article)).toEqual(expect.arrayContaining([own.id, draft.id]));

  const other = await openHouse();
  const coordinator = await other.as('Tom Becker');
  await coordinator.post('/api/article-snippets', { name: 'Ask', body: 'Ask the desk.' });
  const there = await other.app.inject({
    ...{ method: 'POST', url: '/api/articles/import?publish=yes', payload: rawPayload },
    headers: {
      host: 'localhost',
      origin: 'http://localhost',
      'content-type': 'application/zip',
      ...coordinator.headers,
    },
  });
  const news = new Set((there.json() as FolderPlan).items.map(({ becomes }) => becomes));
  await other.close();
  expect(news).toEqual(new Set(['new']));
});
