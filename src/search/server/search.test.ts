import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundBy } from '#knowledge/rules/found.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Found, SearchAnswer } from '../rules/search.ts';

/** One search over articles, the forum, tickets and schools, each by what one may read of it. */

let house: House;
let maria: Client, joan: Client, maya: Client, tom: Client, nadia: Client;
let late: number, printing: number, mine: number, theirs: number;

const ask = async (by: Client, subject: string, description: string): Promise<number> =>
  (
    await by.post('/api/tickets', {
      subject,
      description,
      category: 'pen',
      impact: 'one_person',
      urgency: 'low',
    })
  ).body.number;
const publish = async (title: string, body: string, more: object = {}): Promise<number> =>
  (
    await tom.post('/api/articles', {
      ...{ kind: 'guide', audience: 'schools', title, body, state: 'published' },
      ...more,
    })
  ).body.id;

beforeAll(async () => {
  house = await openHouse();
  [maria, joan, maya, tom, nadia] = (await Promise.all(
    (['Maria Santos', 'Joan Whitehorse', 'Maya Chen', 'Tom Becker', 'Nadia Petrov'] as const).map(house.as),
  )) as [Client, Client, Client, Client, Client];
  late = await publish(
    'Recording a wallaby',
    'Open **Attendance** and change the A to an L.\n\nThe wallabies stay there.',
  );
  printing = await publish('Imprimer les bulletins du quokka', 'Ouvrez l’élève, puis les bulletins.', {
    lang: 'fr',
  });
  await publish('Quokka secrets of the iGroup', 'The quokka word is hushhush.', { audience: 'igroup' });
  mine = await ask(maria, 'Quokka does not print', 'The numbat printer says nothing at all about 8841');
  theirs = await ask(joan, 'Quokka prints twice', 'The numbat of Birch');
});
afterAll(() => house.close());

const search = async (by: Client, q: string, more = ''): Promise<SearchAnswer> => {
  const { status, body } = await by.get(`/api/search?q=${encodeURIComponent(q)}${more}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const named = (items: Found[]) => items.map(({ kind, id }) => `${kind} ${id}`);
const found = async (by: Client, q: string, more = '') => named((await search(by, q, more)).items);

/** So many articles like one, newer than it, with other words. */
const fill = (like: number, count: number, title: string, body: string) =>
  house.database.pool.query(
    `with made as (
      insert into articles (kind, audience, lang, version, title, summary, body, source, published_at, published_by, created_at, created_by)
      select kind, audience, lang, 1, $3, '', $4, $4, published_at, published_by, created_at, created_by
      from articles, generate_series(1, $2::integer) where id = $1 returning id)
    insert into article_words select id, array_to_tsvector($5::text[]) from made`,
    [like, count, title, body, foundBy({ title, summary: '', body, lang: 'en' })],
  );

describe('words', () => {
  test('are found by their stem, in English and in French, and by another name', async () => {
    expect(await found(maria, 'record wallabies')).toEqual([`article ${late}`]);
    expect(await found(maria, 'recorded wallaby')).toEqual([`article ${late}`]);
    expect(await found(maria, 'imprimez bulletin quokka')).toContain(`article ${printing}`);
    expect((await found(maria, 'quokka élève'))[0]).toBe(`article ${printing}`);
    expect(await found(maria, 'quokka pupil')).toContain(`article ${printing}`);
    expect(await found(maria, 'quokka report card')).toContain(`article ${printing}`);
    expect(await found(maria, 'quokka printing')).toContain(`ticket ${mine}`);
  });

  test('are found by their beginning while the last is typed, in a title before a text', async () => {
    expect(await found(maria, 'wallab')).toEqual([`article ${late}`]);
    expect(await found(maria, 'numb')).toEqual([`ticket ${mine}`]);
    expect(await found(maria, 'numb ')).toEqual([]);
    const both = await publish('About the potoroo', 'x');
    await publish('Something else', 'It tells of a potoroo.');
    expect((await found(maria, 'potoroo'))[0]).toBe(`article ${both}`);
  });

  test('in quotes follow each other', async () => {
    expect(await found(maria, '"numbat printer"')).toEqual([`ticket ${mine}`]);
    expect(await found(maria, '"printer numbat"')).toEqual([]);
    expect(await found(maria, '«numbat printer» 8841')).toEqual([`ticket ${mine}`]);
  });

  test('that are nowhere are taken for the nearest that one may read, and it says so', async () => {
    const wrong = await search(maria, 'walalby');
    expect(named(wrong.items)).toEqual([`article ${late}`]);
    expect(wrong.corrected).toBe('wallaby');
    expect((await search(maria, 'recording wallabby ')).corrected).toBe('recording wallaby ');
    expect((await search(maya, 'hushhash')).corrected).toBe('hushhush');
    expect(await search(maria, 'hushhash')).toMatchObject({ items: [], corrected: null });
    expect((await search(maria, 'wallaby')).corrected).toBeNull();
  });

  test('are shown where they stand, as text', async () => {
    const [item] = (await search(maria, 'attendance wallabies')).items;
    const { text, hits } = item!.snippet;
    expect(text).not.toMatch(/[*\n]/);
    expect(hits.map(([from, to]) => text.slice(from, to))).toEqual(['Attendance', 'wallabies']);
    expect(item).toMatchObject({ kind: 'article', title: 'Recording a wallaby', url: `/answers/${late}` });
  });

  test('of a whole sentence find what holds most of them', async () => {
    expect(await found(maria, 'how do I please record the wallaby in attendance today')).toContain(
      `article ${late}`,
    );
  });
});

describe('what is found', () => {
  test('is what one may read: of one’s own school, and not what is inside', async () => {
    expect((await found(maria, 'quokka')).sort()).toEqual([`article ${printing}`, `ticket ${mine}`].sort());
    expect(await found(joan, 'numbat')).toEqual([`ticket ${theirs}`]);
    expect(await found(maya, 'numbat')).toEqual(
      expect.arrayContaining([`ticket ${mine}`, `ticket ${theirs}`]),
    );
    expect(await found(maria, 'hushhush')).toEqual([]);
    expect((await found(maya, 'hushhush')).length).toBe(1);
    expect((await search(maria, 'hushhush')).counts).toEqual({ article: 0, topic: 0, ticket: 0, school: 0 });
    await nadia.post(`/api/tickets/${mine}/notes`, { text: 'A bandicoot note' });
    expect(await found(maria, 'bandicoot')).toEqual([]);
    expect(await found(maya, 'bandicoot')).toEqual([`ticket ${mine}`]);
    expect(await found(maria, 'Birch')).toEqual([]);
  });

  test('is a topic of the forum too, by its question and its answers, unless it is hidden', async () => {
    const topic = { area: 'attendance', title: 'A thylacine at roll call', text: 'Where is it?', lang: 'en' };
    const asked = await joan.post('/api/topics', topic);
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    const { id } = asked.body;
    const answered = await maya.post(`/api/topics/${id}/answers`, { text: 'In **Tasmania**, long ago.' });
    expect(answered.status, JSON.stringify(answered.body)).toBeLessThan(300);
    expect(await found(maria, 'thylacine')).toEqual([`topic ${id}`]);
    expect((await search(maria, 'tasmania')).items[0]).toMatchObject({
      ...{ kind: 'topic', area: 'attendance', url: `/forum/${id}` },
      snippet: { text: 'In Tasmania, long ago.' },
    });
    // A word that only the forum has is meant by what is nearly it, as long as she may read it there.
    expect(await search(maria, 'thylacnie')).toMatchObject({ corrected: 'thylacine', items: [{ id }] });
    expect(await search(maya, 'tasmnia')).toMatchObject({ corrected: 'tasmania', items: [{ id }] });
    expect((await nadia.put(`/api/topics/${id}/hiding`, { why: 'It is of no use.' })).status).toBe(200);
    expect(await found(maria, 'thylacine')).toEqual([]);
    for (const by of [maria, maya])
      expect(await search(by, 'thylacnie')).toMatchObject({ corrected: null, items: [] });
  });

  test('falls into kinds and areas, each counted as the other is chosen', async () => {
    await publish('A bettong in attendance', 'x', { category: 'attendance' });
    await publish('A bettong on paper', 'x', { category: 'printing_reports' });
    await publish('A bettong anywhere', 'x');
    await ask(maria, 'The bettong has no number', 'x');
    const { items, counts, areas } = await search(maria, 'bettong');
    expect(items.map(({ kind, area }) => [kind, area])).toEqual(
      expect.arrayContaining([
        ['article', 'attendance'],
        ['article', null],
        ['ticket', 'pen'],
      ]),
    );
    expect(counts).toMatchObject({ article: 3, ticket: 1 });
    expect(areas.map(({ area, count }) => `${area} ${count}`).sort()).toEqual([
      'attendance 1',
      'pen 1',
      'printing_reports 1',
    ]);
    const of_area = await search(maria, 'bettong', '&area=pen');
    expect(of_area).toMatchObject({ counts: { article: 0, ticket: 1 }, areas });
    expect(named(of_area.items)).toHaveLength(1);
    expect((await search(maria, 'bettong', '&kind=article')).areas).toHaveLength(2);
    expect((await maria.get('/api/search?q=bettong&area=nowhere')).status).toBe(422);
  });

  test('follows what is published, written anew and archived', async () => {
    const id = await publish('A dunnart', 'x', { external_id: 'dunnart' });
    expect(await found(maria, 'dunnart')).toEqual([`article ${id}`]);
    await publish('A phascogale', 'x', { external_id: 'dunnart' });
    expect(await found(maria, 'dunnart ')).toEqual([]);
    expect(await found(maria, 'phascogale')).toEqual([`article ${id}`]);
    await tom.post(`/api/articles/${id}/moves`, { move: 'archive', edition: 0 });
    expect(await found(maria, 'phascogale')).toEqual([]);
    await maria.post(`/api/tickets/${mine}/replies`, { text: 'And now the thylacine' });
    expect(await found(maria, 'thylacine')).toEqual([`ticket ${mine}`]);
  });

  test('is a ticket by its number, a school by its name for the desk', async () => {
    expect((await found(maria, String(mine)))[0]).toBe(`ticket ${mine}`);
    expect((await found(maria, `#${mine}`))[0]).toBe(`ticket ${mine}`);
    expect(await found(maria, String(theirs))).not.toContain(`ticket ${theirs}`);
    const { items, counts } = await search(maya, 'birch');
    expect(items.find(({ kind }) => kind === 'school')).toMatchObject({ title: 'Birch Elementary' });
    expect(counts.school).toBe(1);
    expect((await found(maya, 'ʔesdilagh')).some(each => each.startsWith('school'))).toBe(true);
  });

  test('says whether the first is likely to be it, whatever it is ranked with', async () => {
    const one = await publish('How a pademelon is counted', 'x');
    const sure = await search(maria, 'pademelon counted');
    expect(sure).toMatchObject({ confident: true, items: [{ id: one, score: expect.closeTo(1.08, 1) }] });
    await publish('Where a pademelon is counted', 'x');
    expect(await search(maria, 'pademelon counted')).toMatchObject({ confident: false });
    expect((await search(maria, 'pademelon counted bicycle')).confident).toBe(false);
    expect((await search(maria, `#${mine}`)).confident).toBe(true);
  });

  test('is an old article that holds every word, however many newer ones hold one of them', async () => {
    const all = await publish('A planigale', 'The ningaui sleeps in the afternoon.');
    const titled = await publish('Ningaui', 'x');
    await fill(titled, 400, 'Another ningaui', 'It wakes.');
    expect((await found(maria, 'planigale ningaui'))[0]).toBe(`article ${all}`);
    expect((await found(maria, 'ningaui'))[0]).toBe(`article ${titled}`);
    const { items, counts } = await search(maria, 'ningaui afternoon');
    expect(named(items)[0]).toBe(`article ${all}`);
    expect(counts.article).toBe(1);
  });

  test('is of one kind where that is asked for, counted of each, and bounded', async () => {
    const all = await search(maya, 'quokka', '&kind=ticket&limit=1');
    expect(all.items).toHaveLength(1);
    expect(all.counts).toEqual({ article: 2, topic: 0, ticket: 2, school: 0 });
    expect((await maria.get('/api/search?q=x&limit=51')).status).toBe(422);
    expect((await maria.get(`/api/search?q=${'x'.repeat(201)}`)).status).toBe(422);
    expect((await maria.get('/api/search')).status).toBe(422);
  });

  test('is nothing for nothing, and for what is no word', async () => {
    for (const q of ['', ' ', '""', "'", "\\'&|!:*()", '%', '🦘'])
      expect(await search(maria, q)).toEqual({
        items: [],
        counts: { article: 0, topic: 0, ticket: 0, school: 0 },
        areas: [],
        confident: false,
        corrected: null,
      });
    expect((await house.anyone.get('/api/search?q=x')).status).toBe(401);
    expect((await (await house.as('Tessa Moore')).get('/api/search?q=x')).status).toBe(403);
  });
});
