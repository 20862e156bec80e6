import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Topic } from '../../rules/topic.ts';

/** How the desk keeps the forum, and what it makes of a topic. */

let house: House;
let maria: Client, joan: Client, maya: Client, tom: Client;

beforeAll(async () => {
  house = await openHouse();
  [maria, joan, maya, tom] = (await Promise.all(
    (['Maria Santos', 'Joan Whitehorse', 'Maya Chen', 'Tom Becker'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.advance(60_000);
  await house.database.pool.query(`update forum_authors set at = at - interval '2 days'`);
});

const topics = '/api/topics';
const asked = async (more: object = {}, by = maria): Promise<Topic> =>
  (await by.post(topics, { area: 'attendance', title: 'Late arrivals', text: 'How?', ...more })).body;
const answered = async (topic: number, text: string, by = joan): Promise<Topic> =>
  (await by.post(`${topics}/${topic}/answers`, { text })).body;
const read = async (by: Client, id: number): Promise<Topic> => (await by.get(`${topics}/${id}`)).body;

describe('hiding', () => {
  test('what is hidden only the desk sees, with who and why; shown again it is there as it was', async () => {
    const { id } = await asked({ title: 'Hidden quokka' });
    const answer = (await answered(id, 'Yes')).items[0]!.id;
    expect((await joan.put(`${topics}/${id}/hiding`, { why: 'x' })).status).toBe(404);
    for (let twice = 0; twice < 2; twice++)
      expect((await tom.put(`${topics}/${id}/hiding`, { why: 'A student’s name' })).status).toBe(200);
    for (const by of [maria, joan]) {
      expect((await by.get(`${topics}/${id}`)).status).toBe(404);
      expect((await by.get(`${topics}?q=quokka`)).body.items).toEqual([]);
      expect((await by.get(`${topics}/${id}/versions`)).status).toBe(404);
      expect((await by.get(`/api/topic-answers/${answer}/versions`)).status).toBe(404);
      expect((await by.post(`${topics}/${id}/answers`, { text: 'x' })).status).toBe(404);
      expect((await by.patch(`/api/topic-answers/${answer}`, { text: 'x' })).status).toBe(404);
    }
    const seen = await read(maya, id);
    expect(seen.hidden_because).toMatchObject({ by: 'Tom Becker', why: 'A student’s name' });
    expect(seen.marks).toHaveLength(1);
    expect((await maya.get(`${topics}?show=hidden`)).body.items).toMatchObject([{ id, hidden: true }]);
    expect((await maya.post(`${topics}/${id}/answers`, { text: 'x' })).status).toBe(409);
    for (let twice = 0; twice < 2; twice++) await maya.delete(`${topics}/${id}/hiding`);
    expect((await read(joan, id)).items).toHaveLength(1);
  });

  test('an answer is hidden by itself, accepted or not, and found by its words no more', async () => {
    const { id } = await asked();
    const answer = (await answered(id, 'The potoroo way')).items[0]!.id;
    await maria.put(`${topics}/${id}/accepted`, { answer });
    await maya.put(`/api/topic-answers/${answer}/hiding`, { why: 'Wrong' });
    expect(await read(maria, id)).toMatchObject({ items: [], answers: 0, accepted: false });
    expect((await joan.get(`${topics}?q=potoroo`)).body.items).toEqual([]);
    expect((await maria.put(`${topics}/${id}/accepted`, { answer })).status).toBe(403);
    expect((await joan.patch(`/api/topic-answers/${answer}`, { text: 'x' })).status).toBe(404);
    expect((await read(maya, id)).items[0]!.hidden).toMatchObject({ by: 'Maya Chen', why: 'Wrong' });
    await maya.delete(`/api/topic-answers/${answer}/hiding`);
    expect((await joan.get(`${topics}?q=potoroo`)).body.items).toHaveLength(1);
  });

  test('a report comes to the desk once, and is done when it is looked at or the text is hidden', async () => {
    const { id } = await asked();
    const answer = (await answered(id, 'Call 555')).items[0]!.id;
    for (let twice = 0; twice < 2; twice++)
      expect((await maria.post(`/api/topic-answers/${answer}/reports`, { why: 'A number' })).status).toBe(
        200,
      );
    expect((await maria.post(`${topics}/${id}/reports`, { why: 'mine' })).status).toBe(403);
    expect((await joan.post(`${topics}/${id}/reports`, { why: 'Rude' })).status).toBe(200);
    expect((await maria.get('/api/forum/reports')).status).toBe(404);
    const reports = async () => (await maya.get('/api/forum/reports')).body.items;
    expect(await reports()).toMatchObject([
      { answer, why: 'A number', by: 'Maria Santos', school: 'Alder Academy', text: 'Call 555' },
      { answer: null, why: 'Rude', by: 'Joan Whitehorse' },
    ]);
    expect((await maya.get(`${topics}?show=reported`)).body.counts.reported).toBe(1);
    expect((await read(joan, id)).reports).toBe(0);
    await maya.put(`/api/topic-answers/${answer}/hiding`, { why: 'A number' });
    const [left] = await reports();
    for (let twice = 0; twice < 2; twice++)
      expect((await maya.put(`/api/forum/reports/${left.id}/settling`, {})).status).toBe(200);
    expect((await maria.put(`/api/forum/reports/${left.id}/settling`, {})).status).toBe(404);
    expect((await maya.put('/api/forum/reports/999999/settling', {})).status).toBe(404);
    expect(await reports()).toEqual([]);
  });
});

describe('moving, locking, merging', () => {
  test('a topic goes to another area, and is locked and opened', async () => {
    const { id } = await asked();
    expect((await joan.put(`${topics}/${id}/area`, { area: 'pen' })).status).toBe(404);
    for (let twice = 0; twice < 2; twice++) await maya.put(`${topics}/${id}/area`, { area: 'pen' });
    for (let twice = 0; twice < 2; twice++) await maya.put(`${topics}/${id}/lock`, { locked: true });
    expect(await read(joan, id)).toMatchObject({ area: 'pen', locked: true });
    const refused = await joan.post(`${topics}/${id}/answers`, { text: 'x' });
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('locked');
    expect((await maria.patch(`${topics}/${id}`, { title: 'x', text: 'x' })).status).toBe(409);
    await maya.put(`${topics}/${id}/lock`, { locked: false });
    expect((await answered(id, 'Now')).items).toHaveLength(1);
    expect((await read(maya, id)).marks).toHaveLength(3);
  });

  test('answers come along with a merge, the old address leads on, and parting puts all of it back', async () => {
    const [one, two] = [await asked({ title: 'One wombat' }), await asked({ title: 'Two' }, joan)];
    await answered(one.id, 'To one');
    await answered(two.id, 'To two', maria);
    await joan.put(`${topics}/${one.id}/me-too`, {});
    const merge = () => maya.put(`${topics}/${one.id}/merge`, { into: two.id });
    for (let twice = 0; twice < 2; twice++) expect((await merge()).body.id).toBe(two.id);
    const seen = await read(joan, two.id);
    expect(seen.items.map(({ html }) => html)).toEqual(['<p>To one</p>\n', '<p>To two</p>\n']);
    expect(seen).toMatchObject({ merged: [{ id: one.id, title: 'One wombat' }], me_toos: 1, answers: 2 });
    expect(await read(joan, one.id)).toMatchObject({ goes_on_in: two.id, items: [] });
    const found = async () => (await joan.get(`${topics}?q=wombat`)).body.items.map(({ id }: Topic) => id);
    expect(await found()).toEqual([two.id]);
    expect((await joan.post(`${topics}/${one.id}/answers`, { text: 'x' })).status).toBe(409);
    expect((await maya.put(`${topics}/${two.id}/merge`, { into: two.id })).status).toBe(409);
    const third = await asked({ title: 'Three' });
    expect((await maya.put(`${topics}/${third.id}/merge`, { into: one.id })).status).toBe(409);
    expect((await joan.put(`${topics}/${third.id}/merge`, { into: two.id })).status).toBe(404);
    // What is hidden takes what was merged into it along.
    await maya.put(`${topics}/${two.id}/hiding`, { why: 'x' });
    expect((await joan.get(`${topics}/${one.id}`)).status).toBe(404);
    await maya.delete(`${topics}/${two.id}/hiding`);
    for (let twice = 0; twice < 2; twice++) await maya.delete(`${topics}/${one.id}/merge`);
    expect(await read(joan, one.id)).toMatchObject({ goes_on_in: null, answers: 1, me_toos: 1 });
    expect(await read(joan, two.id)).toMatchObject({ merged: [], answers: 1, me_toos: 0 });
    expect(await found()).toEqual([one.id]);
  });
});

describe('what a topic becomes', () => {
  test('an article, once, without the names, and each leads to the other', async () => {
    const { id } = await asked({ title: 'Late again', text: 'Maria here, office@alder.example.ca' });
    expect((await maya.post(`${topics}/${id}/article`, { kind: 'faq' })).status).toBe(403);
    const answer = (await answered(id, 'As @Alder Academy knows.\n\nPress L.')).items[0]!.id;
    await maria.put(`${topics}/${id}/accepted`, { answer });
    expect((await joan.post(`${topics}/${id}/article`, {})).status).toBe(404);
    const { body } = await maya.post(`${topics}/${id}/article`, { kind: 'faq' });
    expect((await maya.post(`${topics}/${id}/article`, { kind: 'guide' })).body.article).toEqual(
      body.article,
    );
    const article = (await maya.get(`/api/articles/${body.article.id}`)).body;
    expect(article).toMatchObject({
      kind: 'faq',
      state: 'draft',
      category: 'attendance',
      title: 'Late again',
    });
    expect(article.writing.body).toBe('As … knows.\n\nPress L.\n\n## What was asked\n\n> … here, …\n');
    expect((await maya.get(`/api/articles/${article.id}/topics`)).body.items).toEqual([
      { id, title: 'Late again' },
    ]);
    expect((await maria.get(`/api/articles/${article.id}/topics`)).status).toBe(404);
    expect((await read(maria, id)).article).toBeNull();
    await tom.post(`/api/articles/${article.id}/moves`, { move: 'publish', edition: 1 });
    expect((await read(joan, id)).article).toEqual({ id: article.id, title: 'Late again' });
  });

  test('a ticket of the asker’s school, once, when she has agreed', async () => {
    const { id, consent } = await asked();
    expect(consent).toBeNull();
    const open = (by = maya) => by.post(`${topics}/${id}/ticket`);
    expect((await open()).status).toBe(409);
    expect((await tom.post(`${topics}/${id}/consent`)).status).toBe(404);
    for (let twice = 0; twice < 2; twice++) await maya.post(`${topics}/${id}/consent`);
    expect((await read(maria, id)).consent).toBe('asked');
    expect((await read(joan, id)).consent).toBeNull();
    expect((await maria.get(`${topics}?show=fresh`)).body.items).toHaveLength(1);
    expect((await joan.put(`${topics}/${id}/consent`, { consent: 'given' })).status).toBe(403);
    await maria.put(`${topics}/${id}/consent`, { consent: 'refused' });
    expect((await open()).status).toBe(409);
    for (let twice = 0; twice < 2; twice++) await maria.put(`${topics}/${id}/consent`, { consent: 'given' });
    expect((await open(joan)).status).toBe(404);
    const { ticket } = (await open()).body;
    expect((await open()).body.ticket).toBe(ticket);
    const opened = (await maria.get(`/api/tickets/${ticket}`)).body;
    expect(opened).toMatchObject({
      subject: 'Late arrivals',
      category: 'attendance',
      requester: { name: 'Maria Santos' },
    });
    expect(opened.messages[0].text).toContain(`(/forum/${id})`);
    expect((await read(maria, id)).ticket).toBe(ticket);
    expect((await read(joan, id)).ticket).toBeNull();
    expect((await maria.put(`${topics}/${id}/consent`, { consent: 'refused' })).status).toBe(409);
  });

  test('who asks may agree at once', async () => {
    expect((await asked({ may_open_ticket: true })).consent).toBe('given');
  });
});
