import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let nadia: Client;
let tessa: Client;
const of: Record<string, number> = {};
const person: Record<string, number> = {};
let past: { id: number; sessions: { id: number }[] };
let next: { id: number };
beforeAll(async () => {
  house = await openHouse();
  nadia = await house.as('Nadia Petrov');
  tessa = await house.as('Tessa Moore');
  for (const { id, code } of (await nadia.get('/api/schools')).body.items) {
    of[code] = id;
    for (const each of (await nadia.get(`/api/schools/${id}`)).body.people) person[each.name] = each.id;
  }
  const { items } = (await nadia.get('/api/trainings')).body;
  past = items.find(({ state }: { state: string }) => state !== 'coming');
  next = items.find(
    (each: { state: string; requests: number }) => each.state === 'coming' && each.requests > 0,
  );
});
afterAll(() => house?.close());

const place = (name: string, state: string, training = next.id, by = nadia) =>
  by.put(`/api/trainings/${training}/places/${person[name]}`, { state });
const attend = (session: number, people: string[], attended = true, by = nadia) =>
  by.put(`/api/trainings/${past.id}/sessions/${session}/attendance`, {
    people: people.map(name => person[name]),
    attended,
  });
const isTrained = async (code: string) =>
  (await nadia.get(`/api/schools/${of[code]}/standing`)).body.trained as boolean;

describe('a school asks for a place', () => {
  const ask = (training: number, people: string[], by = tessa) =>
    by.post(`/api/trainings/${training}/requests`, { people: people.map(name => person[name]) });

  test('also behind the gate, sees free places as a number, and its own people alone', async () => {
    const { body } = await tessa.get('/api/trainings/next');
    expect(body.items).toHaveLength(2);
    expect(body.items[0]).toMatchObject({ id: next.id, free: 7, link: 'https://meet.example.org/training' });
    expect(body.items[0].mine.map(({ name, state }: any) => `${name} ${state}`)).toEqual([
      ...['Ken Ito asked', 'Tessa Moore asked'],
    ]);
    expect(JSON.stringify(body)).not.toContain('Rosa');
    expect(body.people.map(({ name }: any) => name)).toEqual(['Ken Ito', 'Tessa Moore']);
  });

  test('once, takes it back, and asks again', async () => {
    const path = `/api/trainings/${next.id}/requests/${person['Ken Ito']}`;
    const mine = (body: any) => body.items[0].mine.map(({ name }: any) => name);
    expect(mine((await tessa.delete(path)).body)).toEqual(['Tessa Moore']);
    expect((await tessa.delete(path)).status).toBe(200);
    for (const _ of ['once', 'twice'])
      expect(mine((await ask(next.id, ['Ken Ito'])).body)).toEqual(['Ken Ito', 'Tessa Moore']);
    const story = (await nadia.get(`/api/schools/${of['FERNW']}/history`)).body.items;
    const asked = story.filter(
      ({ words }: any) => words === 'Tessa Moore asked for a training place for Ken Ito',
    );
    expect(asked).toHaveLength(2);
  });

  test('for oneself without being lead, for others not, for another school’s never, and not when it has begun', async () => {
    const ken = await house.as('Ken Ito');
    expect((await ask(next.id, ['Ken Ito'], ken)).status).toBe(201);
    expect((await ask(next.id, ['Tessa Moore'], ken)).status).toBe(403);
    expect((await ask(next.id, ['Ana Ruiz'])).status).toBe(404);
    expect((await ask(past.id, ['Ken Ito'])).status).toBe(409);
    expect((await ask(next.id, ['Ken Ito'], nadia)).status).toBe(404);
  });

  test('gets it from the desk, and can then no longer take it back alone', async () => {
    for (const _ of ['once', 'twice']) expect((await place('Ken Ito', 'booked')).body.taken).toBe(2);
    expect((await tessa.delete(`/api/trainings/${next.id}/requests/${person['Ken Ito']}`)).status).toBe(409);
    expect((await tessa.get('/api/trainings/next')).body.items[0].free).toBe(6);
    expect((await place('Ken Ito', 'refused')).body.taken).toBe(1);
    expect((await place('Ken Ito', 'asked')).body.requests).toBe(2);
  });

  test('a training that is full or cancelled gives none', async () => {
    const path = `/api/trainings/${next.id}`;
    expect((await nadia.patch(path, { capacity: 1 })).body.capacity).toBe(1);
    expect((await place('Ken Ito', 'booked')).status).toBe(409);
    await nadia.patch(path, { capacity: 8, cancelled: true });
    expect((await place('Ken Ito', 'booked')).status).toBe(409);
    expect((await ask(next.id, ['Ken Ito'])).status).toBe(409);
    expect((await tessa.get('/api/trainings/next')).body.items).toHaveLength(1);
    await nadia.patch(path, { cancelled: false });
    await place('Ken Ito', 'booked');
    await place('Tessa Moore', 'booked');
    expect((await nadia.patch(path, { capacity: 1 })).status).toBe(409);
  });
});

describe('attendance', () => {
  test('of the whole first week trains, a part made up in another run too; taken back, it does not', async () => {
    const [first, second, later] = past.sessions as [{ id: number }, { id: number }, { id: number }];
    expect(await isTrained('HEMLK')).toBe(false);
    const done = await attend(second.id, ['Rosa Lind']);
    const [rosa] = done.body.places.filter(({ person: who }: any) => who.name === 'Rosa Lind');
    expect(rosa).toMatchObject({ attended: [first.id, second.id], trained: '3 November' });
    expect(await isTrained('HEMLK')).toBe(true);
    expect((await attend(second.id, ['Rosa Lind'])).status).toBe(200);
    await attend(first.id, ['Rosa Lind'], false);
    expect(await isTrained('HEMLK')).toBe(false);
    await attend(later.id, ['Rosa Lind']);
    expect(await isTrained('HEMLK')).toBe(false);
    house.clock.advance(9 * 86_400_000);
    nadia = await house.as('Nadia Petrov');
    tessa = await house.as('Tessa Moore');
    const { sessions } = (await nadia.get(`/api/trainings/${next.id}`)).body;
    const path = `/api/trainings/${next.id}/sessions/${sessions[0].id}/attendance`;
    const made_up = { people: [person['Rosa Lind']], attended: true };
    expect((await nadia.put(path, made_up)).status).toBe(200);
    expect(await isTrained('HEMLK')).toBe(true);
    const story = (await nadia.get(`/api/schools/${of['HEMLK']}/history`)).body.items;
    expect(story[0].words).toContain('The software found where it stands: trained since');
  });

  test('is not noted of who has no place, nor before the session begins', async () => {
    const { sessions } = past;
    expect((await attend(sessions[0]!.id, ['Maria Santos'])).status).toBe(404);
    const { body } = await nadia.get('/api/trainings');
    const coming = body.items.find(({ state }: any) => state === 'coming');
    await place('Maria Santos', 'booked', coming.id);
    const path = `/api/trainings/${coming.id}/sessions/${coming.sessions[0].id}/attendance`;
    expect((await nadia.put(path, { people: [person['Maria Santos']], attended: true })).status).toBe(409);
  });
});

describe('courses and trainings', () => {
  const course = (name: string) => ({ name, first_week: 2, parts: [{ week: 2, title: 'All of it' }] });

  test('a course says which of its weeks counts as the first, and its parts are held on days', async () => {
    const added = await nadia.post('/api/courses', course('Short'));
    expect(added.status).toBe(201);
    expect((await nadia.post('/api/courses', course('short'))).status).toBe(422);
    expect((await nadia.post('/api/courses', { ...course('None'), first_week: 1 })).status).toBe(422);
    const { id, parts } = added.body.items.find(({ name }: any) => name === 'Short');
    const given = {
      ...{ course: id, zone: 'America/Dawson_Creek', place: 'Here', link: null, capacity: 2 },
      sessions: [{ part: parts[0].id, day: '2026-11-16', starts: '09:00', ends: '10:00' }],
    };
    const held = await nadia.post('/api/trainings', given);
    expect(held.body.sessions[0]).toMatchObject({
      ...{ first_week: true, starts: { at: '2026-11-16T16:00:00.000Z' } },
    });
    for (const [wrong, field] of [
      [{ zone: 'Europe/Paris' }, 'zone'],
      [{ place: null }, 'place'],
      [{ sessions: [{ ...given.sessions[0], ends: '08:00' }] }, 'sessions.0.ends'],
      [{ sessions: [given.sessions[0], given.sessions[0]] }, 'sessions.1.part'],
      [{ course: 999 }, 'course'],
    ] as const)
      expect((await nadia.post('/api/trainings', { ...given, ...wrong })).body.errors[0].field).toBe(field);
    const path = `/api/trainings/${held.body.id}`;
    await place('Grant Bell', 'booked', held.body.id);
    const session = held.body.sessions[0].id;
    await nadia.put(`${path}/sessions/${session}/attendance`, {
      people: [person['Grant Bell']],
      attended: true,
    });
    await nadia.patch(`/api/courses/${id}`, { removed: true });
    expect((await nadia.get(path)).body.places[0].attended).toEqual([session]);
    expect((await nadia.post('/api/trainings', given)).status).toBe(422);
  });

  test.each(['Maya Chen', 'Tessa Moore'] as const)('%s keeps none', async name => {
    const somebody = await house.as(name);
    const answers = [
      await somebody.post('/api/courses', course('Mine')),
      await somebody.patch('/api/courses/1', { name: 'Mine' }),
      await somebody.patch(`/api/trainings/${next.id}`, { capacity: 3 }),
      await place('Ken Ito', 'booked', next.id, somebody),
      await attend(past.sessions[0]!.id, ['Ana Ruiz'], false, somebody),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });
});

describe('a certificate', () => {
  const certificate = (name: string, code: string, by: Client, lang = 'en') =>
    by.get(`/api/schools/${of[code]}/people/${person[name]}/certificate`, { 'accept-language': lang });

  test('is for who is trained, to her own school and the desk, as a PDF', async () => {
    const ana = await house.as('Ana Ruiz');
    const { status, headers, body } = await certificate('Ana Ruiz', 'GARRY', ana);
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(body.slice(0, 5)).toBe('%PDF-');
    expect((await certificate('Ana Ruiz', 'GARRY', nadia, 'fr')).body.length).toBeGreaterThan(5_000);
    expect((await certificate('Ana Ruiz', 'GARRY', tessa)).status).toBe(404);
    expect((await certificate('Ana Ruiz', 'FERNW', nadia)).status).toBe(404);
    expect((await certificate('Tessa Moore', 'FERNW', tessa)).status).toBe(409);
  });

  test('has every letter of a name, also of those that no usual font has', async () => {
    const { rawPayload } = await house.app.inject({
      url: `/api/schools/${of['ESDIL']}/people/${person['Ruth Ɂelhdaqox']}/certificate?lang=fr`,
      headers: { host: 'localhost', ...nadia.headers },
    });
    const letters = lettersIn(rawPayload);
    for (const letter of 'Ruth Ɂelhdaqox ʔesdilagh établissement')
      expect([letter, letters.has(letter)]).toEqual([letter, true]);
  });
});

/** The letters that a PDF's fonts say they show: their maps from glyph to Unicode. */
function lettersIn(pdf: Buffer): Set<string> {
  const letters = new Set<string>();
  const begin = Buffer.from('stream\n');
  for (let at = pdf.indexOf(begin); at >= 0; at = pdf.indexOf(begin, at + 1)) {
    const stream = pdf.subarray(at + begin.length, pdf.indexOf('endstream', at));
    let text = '';
    try {
      text = inflateSync(stream).toString('latin1');
    } catch {
      continue; // not a compressed stream
    }
    if (!text.includes('begincmap')) continue;
    for (const [, code] of text.matchAll(/<([0-9a-f]{4})>/g))
      letters.add(String.fromCharCode(parseInt(code!, 16)));
  }
  return letters;
}
