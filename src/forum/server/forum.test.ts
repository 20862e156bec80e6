import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { readOn } from '#platform/jobs/readers.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { rates } from '../rules/limits.ts';
import type { Topic } from '../rules/topic.ts';
import { forumNoticer } from './noticing.ts';

/** The forum through the API: who reads whom, who may do what, and that twice is once. */

let house: House;
let maria: Client, grant: Client, joan: Client, maya: Client, nadia: Client, arun: Client;
const software = actorOf({ side: 'system', job: 'test' });

beforeAll(async () => {
  house = await openHouse();
  [maria, grant, joan, maya, nadia, arun] = (await Promise.all(
    (
      [
        ...(['Maria Santos', 'Grant Bell', 'Joan Whitehorse', 'Maya Chen'] as const),
        ...(['Nadia Petrov', 'Arun Patel'] as const),
      ] as const
    ).map(house.as),
  )) as [Client, Client, Client, Client, Client, Client];
});
afterAll(() => house.close());
// What was written a day ago counts for no rate.
beforeEach(async () => {
  house.clock.advance(60_000);
  await house.database.pool.query(`update forum_authors set at = at - interval '2 days'`);
});

const topics = '/api/topics';
const question = { area: 'attendance', title: 'Late arrivals', text: 'How do **we** record them?' };
const asked = async (by: Client, more: object = {}): Promise<Topic> => {
  const { status, body } = await by.post(topics, { ...question, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
const answered = async (by: Client, topic: number, text: string): Promise<Topic> => {
  const { status, body } = await by.post(`${topics}/${topic}/answers`, { text });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
const read = async (by: Client, id: number): Promise<Topic> => (await by.get(`${topics}/${id}`)).body;
const listed = async (by: Client, query = ''): Promise<number[]> =>
  (await by.get(`${topics}?limit=100${query}`)).body.items.map(({ id }: Topic) => id);
const noticed = () =>
  readOn(
    house.database,
    software,
    forumNoticer(() => house.clock.now),
  );
const bell = async (by: Client): Promise<string[]> =>
  (await by.get('/api/notices')).body.items
    .filter((notice: { topic: object | null; read: boolean }) => notice.topic && !notice.read)
    .map((notice: { words: string }) => notice.words);

describe('who reads whom', () => {
  test('schools read each other, and of each other the name of the school alone', async () => {
    const { id, by } = await asked(maria);
    expect(by).toEqual({ name: null, school: 'Alder Academy', igroup: false, mine: true, person: null });
    const seen = await joan.get(`${topics}/${id}`);
    expect(seen.body.by).toEqual({ ...by, mine: false });
    expect(JSON.stringify(seen.body)).not.toContain('Maria');
    expect(seen.body.html).toContain('<strong>we</strong>');
    expect(seen.body.text).toBeNull();
    const answer = (await answered(maya, id, 'In the day list.')).items[0]!;
    expect(answer.by).toMatchObject({ name: 'Maya Chen', igroup: true });
    expect((await read(nadia, id)).by.person).toEqual({
      name: 'Maria Santos',
      school: { id: expect.any(Number), name: 'Alder Academy' },
    });
  });

  test('a lead lets her people be named, from then on; taking it back unnames them at once', async () => {
    const before = await asked(maria);
    expect((await maria.put('/api/forum/names', { names: 'person' })).status).toBe(404);
    expect((await grant.put('/api/forum/names', { names: 'person' })).body).toEqual({ names: 'person' });
    const after = await asked(maria);
    await answered(maria, before.id, 'And one more thing.');
    expect((await read(joan, before.id)).by.name).toBeNull();
    expect((await read(joan, before.id)).items[0]!.by.name).toBe('Maria Santos');
    expect((await read(joan, after.id)).by.name).toBe('Maria Santos');
    expect((await maria.get('/api/forum/names')).body).toEqual({ names: 'person' });
    expect((await joan.get('/api/forum/names')).body).toEqual({ names: 'school' });
    for (let twice = 0; twice < 2; twice++) await grant.put('/api/forum/names', { names: 'school' });
    expect((await read(joan, before.id)).items[0]!.by.name).toBeNull();
    expect((await read(joan, after.id)).by.name).toBeNull();
  });

  test('a school without standing reads nothing, and the gate says why', async () => {
    const { id } = await asked(maria);
    for (const name of ['Tessa Moore', 'Omar Faris'] as const) {
      const out = await house.as(name);
      expect((await out.get(`${topics}/${id}`)).status).toBe(403);
      expect((await out.get(topics)).status).toBe(403);
      expect((await out.post(topics, question)).status).toBe(403);
    }
    // Trained is enough: the forum does not wait for Stage 1.
    expect((await (await house.as('Ana Ruiz')).get(`${topics}/${id}`)).status).toBe(200);
    expect((await house.anyone.get(topics)).status).toBe(401);
  });

  test('text is cleaned by the one sanitiser', async () => {
    const { html } = await asked(maria, {
      text: '<script>alert(1)</script> [x](javascript:alert(1)) ![p](http://x/y.png)',
    });
    expect(html).not.toMatch(/<script|href="javascript|<img/);
  });
});

describe('answers', () => {
  test('the asker and the desk accept one, once, and take it back; others may not', async () => {
    const { id } = await asked(maria);
    const first = (await answered(joan, id, 'Like this.')).items[0]!.id;
    const accept = (by: Client, answer: number | null) => by.put(`${topics}/${id}/accepted`, { answer });
    expect((await accept(joan, first)).status).toBe(403);
    expect((await accept(grant, first)).status).toBe(403);
    expect((await accept(arun, first)).status).toBe(403);
    for (let twice = 0; twice < 2; twice++)
      expect((await accept(maria, first)).body.items[0].accepted).toBe(true);
    expect((await accept(maya, null)).body.accepted).toBe(false);
    expect((await accept(maya, first)).body.accepted).toBe(true);
    expect((await read(nadia, id)).marks.map(({ words }) => words)).toEqual([
      'Maya Chen took the acceptance back',
      'Maya Chen accepted an answer',
    ]);
    expect((await read(maria, id)).marks).toEqual([]);
    const other = await answered(joan, (await asked(maria)).id, 'Elsewhere');
    expect((await accept(maria, other.items[0]!.id)).status).toBe(404);
  });

  test('who edits leaves what it said to be read; who wrote it and the desk alone may', async () => {
    const { id } = await asked(maria, { text: 'First words' });
    const answer = (await answered(joan, id, 'Answer one')).items[0]!.id;
    const edit = { title: 'Late arrivals?', text: 'Second words' };
    expect((await joan.patch(`${topics}/${id}`, edit)).status).toBe(403);
    expect((await grant.patch(`${topics}/${id}`, edit)).status).toBe(403);
    for (let twice = 0; twice < 2; twice++)
      expect((await maria.patch(`${topics}/${id}`, edit)).status).toBe(200);
    const { items } = (await joan.get(`${topics}/${id}/versions`)).body;
    expect(items).toMatchObject([
      { title: 'Late arrivals', html: '<p>First words</p>\n', by: null, inside: false },
    ]);
    expect((await maria.patch(`/api/topic-answers/${answer}`, { text: 'x' })).status).toBe(403);
    await joan.patch(`/api/topic-answers/${answer}`, { text: 'Answer two' });
    expect((await read(maria, id)).items[0]).toMatchObject({
      html: '<p>Answer two</p>\n',
      edited: expect.any(Object),
    });
    expect((await maria.get(`/api/topic-answers/${answer}/versions`)).body.items).toHaveLength(1);
  });

  test('what the desk takes out of a text no school reads any more', async () => {
    const { id } = await asked(maria, { text: 'Student Kim Doe, 1234' });
    await maria.patch(`${topics}/${id}`, { title: question.title, text: 'Student Kim Doe' });
    await maya.patch(`${topics}/${id}`, { title: question.title, text: 'A student' });
    for (const by of [maria, joan]) expect((await by.get(`${topics}/${id}/versions`)).body.items).toEqual([]);
    expect((await nadia.get(`${topics}/${id}/versions`)).body.items).toMatchObject([
      { by: 'Maya Chen', inside: true },
      { by: null, inside: true },
    ]);
  });

  test('me too is said once by a person, not by the asker or the desk, and taken back', async () => {
    const { id } = await asked(maria);
    const path = `${topics}/${id}/me-too`;
    for (let twice = 0; twice < 2; twice++)
      expect((await joan.put(path, {})).body).toMatchObject({ me_toos: 1, me_too: true });
    expect((await grant.put(path, {})).body.me_toos).toBe(2);
    expect((await maria.put(path, {})).status).toBe(403);
    expect((await maya.put(path, {})).status).toBe(404);
    expect((await joan.delete(path)).body).toMatchObject({ me_toos: 1, me_too: false });
  });

  test('who writes too much is refused with a sentence, and so is a report; the iGroup is not', async () => {
    await asked(joan);
    const { title, text } = question;
    const more = Array.from({ length: rates.topic.hour - 1 }, (_, at) =>
      joan.post(topics, { ...question, title: `${title} ${at}`, text }),
    );
    expect((await Promise.all(more)).map(({ status }) => status)).toEqual(more.map(() => 201));
    const refused = await joan.post(topics, question);
    expect(refused.status).toBe(429);
    expect(refused.body.detail).toContain('Your text is kept');
    await house.database.pool.query(`update forum_authors set at = at - interval '1 hour'`);
    expect((await joan.post(topics, question)).status).toBe(201);
  });
});

describe('following', () => {
  test('asker and answerers follow by themselves; what is new to her is fresh until she looks', async () => {
    const { id } = await asked(maria);
    house.clock.advance(1000);
    await answered(joan, id, 'One');
    expect(await listed(maria, '&show=fresh')).toContain(id);
    expect(await listed(joan, '&show=followed')).toContain(id);
    expect(await listed(joan, '&show=fresh')).not.toContain(id);
    house.clock.advance(1000);
    await maria.put(`${topics}/${id}/look`, {});
    expect(await listed(maria, '&show=fresh')).not.toContain(id);
    await maria.delete(`${topics}/${id}/following`);
    house.clock.advance(1000);
    await answered(joan, id, 'Two');
    expect(await listed(maria, '&show=fresh')).not.toContain(id);
    expect(await listed(maria, '&show=mine')).toContain(id);
    expect((await grant.put(`${topics}/${id}/following`, {})).body.following).toBe(true);
  });

  test('the bell tells who of the iGroup follows or is named, once; a school’s person finds it on her list', async () => {
    await noticed();
    const { id } = await asked(maria, { text: 'Does @Ines Roy know? @Maya Chen' });
    const ines = await house.as('Ines Roy');
    for (let twice = 0; twice < 2; twice++) await noticed();
    expect(await bell(ines)).toEqual(['Maria Santos mentioned you in the forum']);
    await ines.put(`${topics}/${id}/following`, {});
    await ines.put(`${topics}/${id}/look`, {});
    expect(await bell(ines)).toEqual([]);
    await answered(joan, id, 'I do. @Alder Academy, look here.');
    await noticed();
    await readOn(house.database, software, { ...forumNoticer(() => house.clock.now), name: 'forum again' });
    expect(await bell(ines)).toEqual(['Joan Whitehorse answered in the forum']);
    const { items } = (await maria.get(`${topics}?show=fresh`)).body;
    expect(items).toMatchObject([{ id, mentioned: true }]);
    await maria.put(`${topics}/${id}/look`, {});
    expect((await maria.get(`${topics}?show=fresh`)).body.items).toEqual([]);
  });
});

describe('the list', () => {
  test('is narrowed by area, words without accents, and what nobody answered; and goes on by pages', async () => {
    const one = await asked(maria, { area: 'pen', title: 'Élève quokka', text: 'numbat', lang: 'fr' });
    const two = await asked(joan, { area: 'year_end', title: 'Other', text: 'nothing' });
    house.clock.advance(1000);
    await answered(joan, one.id, 'A bandicoot helps');
    expect(await listed(joan, '&q=eleve')).toEqual([one.id]);
    expect(await listed(joan, '&q=bandic')).toEqual([one.id]);
    expect(await listed(joan, '&q=bandic&area=year_end')).toEqual([]);
    expect(await listed(joan, '&area=year_end')).toEqual([two.id]);
    const unanswered = await listed(joan, '&show=unanswered');
    expect(unanswered).toContain(two.id);
    expect(unanswered).not.toContain(one.id);
    const first = (await joan.get(`${topics}?limit=1`)).body;
    const second = (await joan.get(`${topics}?limit=1&cursor=${first.next}`)).body;
    expect([first, second].map(({ items }) => items[0].id)).toEqual([one.id, two.id]);
    expect((await joan.get(`${topics}?cursor=nonsense`)).status).toBe(422);
    for (const show of ['waiting', 'reported', 'hidden'])
      expect((await joan.get(`${topics}?show=${show}`)).status).toBe(404);
  });

  test('an answer by the asker alone leaves it unanswered', async () => {
    const { id } = await asked(maria);
    await answered(maria, id, 'I forgot to say');
    expect(await listed(maya, '&show=unanswered')).toContain(id);
    await answered(maya, id, 'So');
    expect(await listed(maya, '&show=unanswered')).not.toContain(id);
  });
});

describe('what nobody answers', () => {
  test('comes to the coordinators once, after the days that one of them set', async () => {
    expect((await maya.put('/api/forum/days', { days: 3 })).status).toBe(404);
    for (let twice = 0; twice < 2; twice++) await arun.put('/api/forum/days', { days: 1 });
    expect((await maya.get('/api/forum/days')).body).toEqual({ days: 1 });
    await noticed();
    const before = (await bell(nadia)).length;
    const { id } = await asked(maria);
    await noticed();
    expect(await listed(maya, '&show=waiting')).not.toContain(id);
    const asked_at = new Date(house.clock.now.getTime() - 5 * 86_400_000).toISOString();
    await house.database.pool.query('update topics set asked_at = $1 where id = $2', [asked_at, id]);
    await noticed();
    await readOn(house.database, software, { ...forumNoticer(() => house.clock.now), name: 'forum raised' });
    expect(await listed(maya, '&show=waiting')).toContain(id);
    expect((await bell(nadia)).slice(0, (await bell(nadia)).length - before)).toEqual([
      'Nobody has answered this question in the forum',
    ]);
    expect((await read(joan, id)).waiting).toBe(false);
    await answered(maya, id, 'Here.');
    expect(await listed(maya, '&show=waiting')).not.toContain(id);
  });
});
