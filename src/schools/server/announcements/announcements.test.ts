import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let maria: Client, joan: Client, maya: Client, ines: Client, nadia: Client, tom: Client;
let alder: number, birch: number;

beforeAll(async () => {
  house = await openHouse();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  [maria, joan, maya, ines, nadia, tom] = (await Promise.all(
    (['Maria Santos', 'Joan Whitehorse', 'Maya Chen', 'Ines Roy', 'Nadia Petrov', 'Tom Becker'] as const).map(
      house.as,
    ),
  )) as [Client, Client, Client, Client, Client, Client];
  alder = (await maria.get('/api/session')).body.school.id;
  birch = (await joan.get('/api/session')).body.school.id;
});
afterAll(() => house.close());

const hour = 3_600_000;
const news = { kind: 'news', title: 'News', text: 'Some **words**', schools: null, ends: null };
const announce = async (more: object = {}, by = maya) =>
  (await by.post('/api/announcements', { ...news, ...more })).body;
const titles = async (by: Client, query = '') =>
  ((await by.get(`/api/announcements?limit=100${query}`)).body.items as { title: string }[]).map(
    ({ title }) => title,
  );

describe('announcements', () => {
  test('of the town are told newest first: the closing of Friday in words, and what is news', async () => {
    const { items, can } = (await maria.get('/api/announcements')).body;
    expect(items.map((item: { title: string; period: string }) => [item.title, item.period])).toEqual([
      ['The report card guide is new', 'since today 9:00'],
      ['The system is closed for an update', 'Friday 27 November, 17:00 to 19:00'],
      ['Training for new office staff', 'since Tuesday 12:00'],
    ]);
    expect(can).toEqual({ write: false });
    expect(items[0]).toMatchObject({ starts_local: null, schools: null, can: { change: false } });
  });

  test('for one school are read there and at the desk, and nowhere else', async () => {
    const { id, schools, html } = await announce({ title: 'For Alder', schools: [alder] });
    expect(schools).toEqual([{ id: alder, name: 'Alder Academy' }]);
    expect(html).toContain('<strong>words</strong>');
    expect(await titles(maria)).toContain('For Alder');
    expect(await titles(maya)).toContain('For Alder');
    expect(await titles(joan)).not.toContain('For Alder');
    await maya.patch(`/api/announcements/${id}`, { schools: [birch] });
    expect(await titles(maria)).not.toContain('For Alder');
    expect(await titles(joan)).toContain('For Alder');
    const told = (await joan.get('/api/announcements')).body.items[0];
    expect(told).toMatchObject({ title: 'For Alder', schools: null });
  });

  test('are told from their beginning to their end, on the desk’s clock; a closing ahead of it', async () => {
    const times = { starts: '2026-11-23T12:00', ends: '2026-11-23T13:30' };
    const { starts, state } = await announce({ title: 'Noon', ...times });
    expect({ at: starts.at, state }).toEqual({ at: '2026-11-23T19:00:00.000Z', state: 'coming' });
    await announce({ title: 'Closed at noon', kind: 'closed', ...times });
    expect(await titles(maria)).toContain('Closed at noon');
    expect(await titles(maria)).not.toContain('Noon');
    expect(await titles(maya)).toEqual(expect.arrayContaining(['Noon', 'Closed at noon']));
    house.clock.advance(2 * hour);
    expect(await titles(maria)).toContain('Noon');
    house.clock.advance(1.5 * hour);
    expect(await titles(maria)).not.toContain('Noon');
    expect(await titles(maria)).not.toContain('Closed at noon');
    expect(await titles(maya, '&when=past')).toEqual(['Closed at noon', 'Noon']);
    house.clock.advance(-3.5 * hour);
  });

  test('are withdrawn and brought back, each once', async () => {
    const { id } = await announce({ title: 'Too early' });
    const withdraw = () => maya.put(`/api/announcements/${id}/withdrawal`, {});
    expect((await withdraw()).body.state).toBe('withdrawn');
    expect((await withdraw()).status).toBe(200);
    expect(await titles(maria)).not.toContain('Too early');
    expect(await titles(maya, '&when=past')).toContain('Too early');
    expect((await maya.patch(`/api/announcements/${id}`, { title: 'Changed' })).status).toBe(409);
    expect((await maya.delete(`/api/announcements/${id}/withdrawal`)).body.state).toBe('in_force');
    expect(await titles(maria)).toContain('Too early');
    const { rows } = await house.database.pool.query(
      `select kind from events where kind like 'announcement%' and (facts->>'announcement')::int = $1 order by position`,
      [id],
    );
    expect(rows.map(row => row.kind)).toEqual([
      'announcement_written',
      'announcement_withdrawn',
      'announcement_restored',
    ]);
  });

  test('are written by who works tickets, changed by their writer or a coordinator', async () => {
    expect((await tom.post('/api/announcements', news)).status).toBe(404);
    expect((await maria.post('/api/announcements', news)).status).toBe(404);
    expect((await tom.get('/api/announcements')).body.can).toEqual({ write: false });
    const { id } = await announce({ title: 'Maya’s' });
    const change = (by: Client, title: string) => by.patch(`/api/announcements/${id}`, { title });
    expect((await change(ines, 'Ines’s')).status).toBe(403);
    expect((await ines.put(`/api/announcements/${id}/withdrawal`, {})).status).toBe(403);
    expect((await change(nadia, 'Nadia’s')).body.title).toBe('Nadia’s');
    expect((await change(maya, 'Maya’s again')).body.title).toBe('Maya’s again');
    expect((await maya.patch('/api/announcements/999999', { title: 'x' })).status).toBe(404);
  });

  test.each([
    ['a closing without an end', { kind: 'closed' }, 'ends'],
    ['an end before the beginning', { starts: '2026-11-24T08:00', ends: '2026-11-24T07:00' }, 'ends'],
    ['a day that is none', { starts: '2026-02-30T08:00' }, 'starts'],
    ['no school at all', { schools: [] }, 'schools'],
    ['a school that is none', { schools: [999_999] }, 'schools'],
    ['no words', { text: '  ' }, 'text'],
  ])('refuse %s', async (_what, more, field) => {
    const { status, body } = await maya.post('/api/announcements', { ...news, ...more });
    expect(status).toBe(422);
    expect(body.errors[0].field).toBe(field);
  });

  test('are a page at a time', async () => {
    const first = (await maya.get('/api/announcements?limit=2')).body;
    const second = (await maya.get(`/api/announcements?limit=2&cursor=${first.next}`)).body;
    const ids = [...first.items, ...second.items].map(({ id }: { id: number }) => id);
    expect(ids).toHaveLength(4);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
  });
});

describe('open pages', () => {
  let heard: Record<string, string[]>;
  let cut: AbortController;
  const listen = async (name: string, client: Client) => {
    const { port } = house.app.server.address() as AddressInfo;
    const stream = await fetch(`http://127.0.0.1:${port}/api/events`, {
      headers: client.headers,
      signal: cut.signal,
    });
    heard[name] = [];
    void (async () => {
      for await (const chunk of stream.body!) heard[name]!.push(Buffer.from(chunk).toString());
    })().catch(() => undefined);
  };
  const told = (name: string) => heard[name]!.join('').includes('"kind":"announcements"');
  const until = async (name: string) => {
    for (let tries = 0; !told(name) && tries < 300; tries++) await new Promise(done => setTimeout(done, 10));
    return told(name);
  };
  beforeEach(() => {
    heard = {};
    cut = new AbortController();
  });

  test('of the school concerned hear of an announcement, and no other school’s', async () => {
    await Promise.all([listen('alder', maria), listen('birch', joan)]);
    await announce({ schools: [alder] });
    expect(await until('alder')).toBe(true);
    await announce({ schools: [alder] });
    expect(told('birch')).toBe(false);
    cut.abort();
  });

  test('of every school hear of one to all', async () => {
    await Promise.all([listen('alder', maria), listen('birch', joan)]);
    await announce();
    expect(await until('alder')).toBe(true);
    expect(await until('birch')).toBe(true);
    cut.abort();
  });

  test('of a school that it is no longer for hear that too', async () => {
    const { id } = await announce({ schools: [birch] });
    await listen('birch', joan);
    await maya.patch(`/api/announcements/${id}`, { schools: [alder] });
    expect(await until('birch')).toBe(true);
    cut.abort();
  });
});
