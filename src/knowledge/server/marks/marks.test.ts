import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { listen } from '#testing/listener.ts';
import type { Article } from '../../rules/article.ts';
import type { Marks } from '../../rules/marks.ts';

/** What the desk said to be wrong or missing reaches who keeps the articles; what is written from a ticket names nobody. */

let house: House;
let maria: Client, priya: Client, maya: Client, ines: Client, tom: Client, nadia: Client;
beforeAll(async () => {
  house = await openHouse();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  [maria, priya, maya] = [
    await house.as('Maria Santos'),
    await house.as('Priya Nair'),
    await house.as('Maya Chen'),
  ];
  [ines, tom, nadia] = [
    await house.as('Ines Roy'),
    await house.as('Tom Becker'),
    await house.as('Nadia Petrov'),
  ];
});
afterAll(() => house.close());

const base = '/api/article-marks';
const asked = { category: 'pen', impact: 'one_person', urgency: 'low' };
let made = 0;
async function ticket(more: object = {}): Promise<number> {
  const { status, body } = await maria.post('/api/tickets', {
    ...{ ...asked, subject: `Asked ${made++}`, description: 'x' },
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.number;
}
async function article(more: object = {}, by = tom): Promise<Article> {
  const { status, body } = await by.post('/api/articles', {
    ...{ kind: 'faq', audience: 'schools', title: `Article ${made++}`, body: 'Text.' },
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const published = () => article({ state: 'published' });
const say = async (number: number, body: object, by = maya): Promise<number> =>
  (await by.post(`/api/tickets/${number}/answers`, body)).body.id;
const marks = async (by = tom): Promise<Marks> => {
  const { status, body } = await by.get(base);
  expect(status).toBe(200);
  return body;
};
const tick = (id: number, done: boolean, by = tom) => by.put(`${base}/${id}`, { done });
const isWrong = async (id: number, by = tom) => (await marks(by)).wrong.some(each => each.id === id);
const isMissing = async (id: number, by = tom) => (await marks(by)).missing.some(each => each.id === id);
const publishAnew = async ({ id }: Article, body: string) => {
  const { body: now } = await tom.get(`/api/articles/${id}`);
  const { kind, audience, category, lang, for_roles, stage1_only, title, summary } = now as Article;
  const { body: kept } = await tom.put(`/api/articles/${id}`, {
    ...{ kind, audience, category, lang, for_roles, stage1_only, title, summary, body },
    ...{ edition: 0, owner: null, review_on: null },
  });
  await tom.post(`/api/articles/${id}/moves`, { move: 'publish', edition: kept.writing.edition });
};

describe('said to be wrong', () => {
  test('names the article, the ticket, who and when, until a new version is published', async () => {
    const [number, wrong] = [await ticket({ subject: 'Numbat numbers' }), await published()];
    const id = await say(number, { kind: 'wrong', article: wrong.id });
    const [line] = (await marks()).wrong;
    expect(line).toMatchObject({
      id,
      article: { id: wrong.id, title: wrong.title, lang: 'en', version: 1 },
      ticket: { number, subject: 'Numbat numbers', school: 'Alder Academy' },
      by: 'Maya Chen',
    });
    expect(line!.at.words).not.toBe('');
    await publishAnew(wrong, 'Better.');
    expect(await isWrong(id)).toBe(false);
    // Of the new version it can be said again.
    const again = await say(number, { kind: 'wrong', article: wrong.id });
    expect(again).not.toBe(id);
    expect(await isWrong(again)).toBe(true);
  });

  test('ends by a tick, which can be taken back; said anew it is there anew', async () => {
    const [number, wrong] = [await ticket(), await published()];
    const id = await say(number, { kind: 'wrong', article: wrong.id });
    for (const _ of [1, 2]) expect((await tick(id, true)).status).toBe(200);
    expect(await isWrong(id)).toBe(false);
    await tick(id, false);
    expect(await isWrong(id)).toBe(true);
    await tick(id, true, nadia);
    const again = await say(number, { kind: 'wrong', article: wrong.id });
    expect(await isWrong(again)).toBe(true);
    const { rows } = await house.database.pool.query('select done_by from article_uses where id = $1', [id]);
    expect(rows[0].done_by).toBe((await nadia.get('/api/session')).body.person.id);
  });

  test('ends when it is taken back, and when the article is archived', async () => {
    const [number, wrong, other] = [await ticket(), await published(), await published()];
    const [id, gone] = [
      await say(number, { kind: 'wrong', article: wrong.id }),
      await say(number, { kind: 'wrong', article: other.id }),
    ];
    await maya.delete(`/api/article-uses/${id}`);
    await tom.post(`/api/articles/${other.id}/moves`, { move: 'archive', edition: 0 });
    expect(await isWrong(id)).toBe(false);
    expect(await isWrong(gone)).toBe(false);
    expect((await tick(id, true)).status).toBe(404);
  });

  test('what solved or was sent is none of it, and cannot be ticked off', async () => {
    const [number, good] = [await ticket(), await published()];
    for (const kind of ['sent', 'solved'] as const) {
      const id = await say(number, { kind, article: good.id });
      expect(await isWrong(id)).toBe(false);
      expect((await tick(id, true)).status).toBe(404);
    }
  });
});

describe('missing', () => {
  test('ends with an article that is begun from the ticket after it, or by a tick', async () => {
    const number = await ticket({ subject: 'Quokka days' });
    await article({ ticket: number });
    const id = await say(number, { kind: 'missing' });
    expect((await marks()).missing[0]).toMatchObject({
      ...{ id, ticket: { number, subject: 'Quokka days' }, by: 'Maya Chen' },
    });
    const begun = await article({ ticket: number });
    expect(await isMissing(id)).toBe(false);
    await tom.post(`/api/articles/${begun.id}/moves`, { move: 'archive', edition: 1 });
    expect(await isMissing(id)).toBe(true);
    await tick(id, true);
    expect(await isMissing(id)).toBe(false);
  });
});

describe('who reads of it', () => {
  test('the editors; an agent and a school are told nothing', async () => {
    const id = await say(await ticket(), { kind: 'missing' });
    for (const by of [maya, maria, ines]) {
      expect((await by.get(base)).status).toBe(404);
      expect((await tick(id, true, by)).status).toBe(404);
    }
    expect((await house.anyone.get(base)).status).toBe(401);
    expect((await tick(9_999_999, true)).status).toBe(404);
    expect(await isMissing(id)).toBe(true);
  });

  test('of a ticket about rights only who keeps rights, by both walls', async () => {
    const request = {
      ...{ action: 'add', name: 'Holder', job: 'Job', kind: 'marks', why: 'Because', from: '2099-01-01' },
    };
    const number = (await priya.post('/api/rights/requests', request)).body.ticket as number;
    const wrong = await published();
    const [missing, mark] = [
      await say(number, { kind: 'missing' }, ines),
      await say(number, { kind: 'wrong', article: wrong.id }, ines),
    ];
    const written = await article({ ticket: number }, ines);
    const later = await say(number, { kind: 'missing' }, nadia);
    expect(later).toBe(missing);
    expect(await isWrong(mark, nadia)).toBe(true);
    expect(await isWrong(mark, tom)).toBe(false);
    expect((await tick(mark, true, tom)).status).toBe(404);
    const behind = async (by: Client) =>
      ((await by.get(`/api/articles/${written.id}`)).body as Article).from_tickets;
    expect(await behind(ines)).toMatchObject([{ number }]);
    for (const by of [maya, tom]) expect(await behind(by)).toEqual([]);
    // The second wall alone.
    const person: number = (await tom.get('/api/session')).body.person.id;
    const seen = await house.database.transact(
      actorOf({ side: 'desk', person_id: person, roles: ['knowledge_editor'] } as never),
      async db => {
        const { rows } = await db.execute(`select id from article_uses where ticket_number = ${number}`);
        const { rowCount } = await db.execute(
          `update article_uses set done_at = now(), done_by = ${person} where id = ${mark}`,
        );
        return { rows, rowCount };
      },
    );
    expect(seen).toEqual({ rows: [], rowCount: 0 });
    expect((await tick(mark, true, nadia)).status).toBe(200);
  });

  test('a page that is open hears of a mark and of a tick', async () => {
    const page = await listen(house, tom);
    const id = await say(await ticket(), { kind: 'missing' });
    await expect.poll(() => JSON.stringify(page.heard)).toContain('answer_marked');
    await tick(id, true);
    await expect.poll(() => page.signals).toContain('marks');
    await page.cut();
  });
});

describe('written from a ticket', () => {
  test('it names nobody of it, and says from where it is', async () => {
    const number = await ticket({
      subject: 'Maria Santos of Alder Academy: PEN 012345674',
      description: 'I am maria, call 250-555-0134.',
    });
    await maya.post(`/api/tickets/${number}/notes`, { text: 'mine' });
    const begun = await article(
      {
        ticket: number,
        title: 'Maria Santos of Alder Academy: PEN 012345674',
        summary: 'Maya Chen says: print it anew.',
        body: '## Why\n\n> I am maria, call 250-555-0134 or write to maria@alder.example.ca.\n\nSam Okoro and Maya know ticket 123 and ORA-00942; the marianas stay. Login: ALDER',
      },
      maya,
    );
    expect(begun.writing).toMatchObject({
      title: '… of …: PEN …',
      summary: '… says: print it anew.',
      body: '## Why\n\n> I am …, call … or write to ….\n\n… and … know ticket 123 and ORA-00942; the marianas stay. Login: …',
    });
    expect(begun.from_tickets).toEqual([{ number, subject: 'Maria Santos of Alder Academy: PEN 012345674' }]);
    const read = (await maya.get(`/api/articles/${begun.id}`)).body as Article;
    expect(read.from_tickets.map(each => each.number)).toEqual([number]);
  });

  test('the same of another system again is no change', async () => {
    const number = await ticket();
    const same = { ticket: number, external_id: 'from-a-ticket', title: 'Maria asks', body: 'Maria asked.' };
    const [first, second] = [await article(same), await article(same)];
    expect(second.id).toBe(first.id);
    expect(second.writing!.edition).toBe(first.writing!.edition);
    expect(second.from_tickets).toHaveLength(1);
  });

  test('a school that reads it is told of no ticket; without a ticket nothing is taken out', async () => {
    const number = await ticket();
    const { id } = await article({ ticket: number, state: 'published' });
    expect(((await maria.get(`/api/articles/${id}`)).body as Article).from_tickets).toEqual([]);
    const { writing } = await article({ title: 'Maria asks', body: 'Call 250-555-0134.' });
    expect(writing).toMatchObject({ title: 'Maria asks', body: 'Call 250-555-0134.' });
  });
});
